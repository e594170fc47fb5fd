"""The styles that a page brings along: which rules they are, and that a browser needs no other for its first view."""

import re

import pytest

from builder.output.first_styles import hash_source, names_in, with_first_styles
from builder.output.style_rules import read_rules

STYLESHEET, PART = "**/*.css", "**/parts/*.css"
# An inline box around others, without a text of its own, is as tall as the font that was at hand when Chromium first
# laid it out; it is not drawn, and what is in it is measured.
LOOK = """() => document.fonts.ready.then(() => [...document.querySelectorAll("main *")].map(one => {
  const { x, y, width, height } = one.getBoundingClientRect(), { color, font, display } = getComputedStyle(one)
  const drawn = display !== "inline" || [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
  return [one.tagName, x, width, ...(drawn ? [y, height] : []), color, font, display]
}))"""
PAGE = """<!doctype html><html>
<head><meta content="style-src 'self'; x">
<link href=../assets/fonts.css rel=stylesheet><link href=../assets/a.css rel=stylesheet></head>
<body><p class="a b" id=c></p><footer class=f></footer></body></html>"""


@pytest.mark.parametrize(
    "css, needed",
    [
        ("p{x:1}q{x:2}", "p{x:1}"),
        ("p.a,p.z,#c{x:1}", "p.a,#c{x:1}"),
        ("*,::before{x:1}", "*,::before{x:1}"),
        (".a>:is(.z,.b) .a{x:1}.a>:is(.z,q){x:2}", ".a>:is(.z,.b) .a{x:1}"),
        ("p:has(>.b){x:1}p:has(>.z){x:2}", "p:has(>.b){x:1}"),
        ("p:not(.z)::after{x:1}", "p:not(.z)::after{x:1}"),
        ("p:hover{x:1}p:focus-visible{x:2}p:not(:popover-open){x:3}", "p:not(:popover-open){x:3}"),
        ("p{x:1;mask:url(data:image/svg+xml,a);y:2}.a{mask:url(data:a)}", "p{x:1;y:2}"),
        ("@media (min-width:9rem){p{x:1}q{x:2}}@media (max-width:9rem){q{x:2}}", "@media (min-width:9rem){p{x:1}}"),
        ("@media print{p{x:1}}@media (forced-colors:active){p{x:1}}@page{margin:0}", ""),
        (
            "@supports selector(:a){@media (max-width:9rem){p{x:1}}}",
            "@supports selector(:a){@media (max-width:9rem){p{x:1}}}",
        ),
        ("@font-face{src:url(f.woff2)}", "@font-face{src:url(f.woff2)}"),
    ],
)
def test_a_rule_is_needed_where_a_page_has_the_names_of_its_selector(css, needed):
    assert read_rules(css).needed(names_in(PAGE)) == needed


def test_the_styles_come_with_the_page_and_the_policy_and_the_stylesheet_at_its_end():
    css = ":root{--a:1;--b:2}p{x:var(--a)}.f{x:2}"
    fonts = {"assets/fonts.css": b"@font-face{src:url(f/a.woff2)}"}
    files = fonts | {"b/index.html": PAGE.encode(), "assets/a.css": css.encode(), "c.html": b"<p>"}
    made = with_first_styles(files)
    assert (
        made.keys() == files.keys() - fonts.keys() and made["assets/a.css"] == css.encode() and made["c.html"] == b"<p>"
    )
    style = "@font-face{src:url(../assets/f/a.woff2)}:root{--a:1;}p{x:var(--a)}"
    page = made["b/index.html"].decode()
    assert f"<style>{style}</style></head>" in page and f"style-src 'self' '{hash_source(style)}';" in page
    assert page.endswith("</footer><link href=../assets/a.css rel=stylesheet></body></html>")
    assert page.count("rel=stylesheet") == 1


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_looks_the_same_before_its_stylesheets_have_come_in_whatever_order(site, context, width):
    by_parts = {tuple(re.findall(r"/parts/([\w-]+)\.", path.read_text("utf-8"))): path for path in site.pages()}
    assert len(by_parts) > 5
    whole, *partly = (without(context(width=width).new_page(), *late) for late in ((), (STYLESHEET,), (PART,)))
    for path in by_parts.values():
        expected = look(whole, site.address(path))
        for page in partly:
            assert look(page, site.address(path)) == expected, path


def without(page, *late: str):
    """Return the page of a browser to which what matches `late`, a font and the search never come."""
    for pattern in (*late, "**/*.woff2", "**/search*.js"):
        page.route(pattern, lambda route: route.abort())
    return page


def look(page, address: str) -> list:
    """Return where each element of a page stands, and how."""
    page.goto(address)
    return page.evaluate(LOOK)
