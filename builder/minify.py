"""Make the pages, stylesheets and scripts of a site small, without a change in what they mean.

HTML by minify-html, which keeps every end tag for us and leaves <pre> alone; CSS and scripts by rcssmin and
rjsmin, which only take away what nobody reads: no name is changed, and a licence (`/*! … */`) stays.
"""

import json
import re

import minify_html
import rcssmin
import rjsmin

from builder.folder import Files, bytes_of

WHOLE = {"keep_closing_tags": True, "keep_html_and_head_opening_tags": True, "keep_input_type_text_attr": True}
"""What would be right to leave out, but is looked for: by our stylesheets, by tests, by simple readers of HTML."""
NOTE = re.compile(r'<li id="fn:([^"]+)">')
NOTE_NAME = re.compile(r'(?<=")(#?fn(?:ref\d*)?:)([^"]+)(?=")')
STRUCTURED = re.compile(r'(?<=<script type="application/ld\+json">).*?(?=</script>)', re.S)


def minified(files: Files) -> Files:
    """Return the files of a site with its stylesheets and scripts as short as they go."""
    short = dict(files)
    for suffix, shorten in {".css": short_style, ".js": short_script}.items():
        for name in files:
            if name.endswith(suffix):
                short[name] = shorten(bytes_of(files[name]).decode("utf-8")).encode()
    return short


def short_page(html: str) -> str:
    """Return a page without the space and the quotation marks that HTML can do without.

    Structured data keeps its marks: many programs that read it look for the very words.
    """
    html = STRUCTURED.sub(lambda data: short_json(data[0]), number_notes(html))
    short = minify_html.minify(html, **WHOLE)
    return short.replace("<script type=application/ld+json>", '<script type="application/ld+json">')


def number_notes(html: str) -> str:
    """Return a page whose footnotes are called by their numbers in its addresses, rather than by their sources.

    >>> number_notes('<a href="#fn:st-en">1</a> <li id="fn:st-en">')
    '<a href="#fn:1">1</a> <li id="fn:1">'
    """
    numbers = {key: str(number) for number, key in enumerate(NOTE.findall(html), 1)}
    return NOTE_NAME.sub(lambda name: name[1] + numbers.get(name[2], name[2]), html) if numbers else html


def short_json(text: str) -> str:
    """Return JSON without space, its letters as themselves; `<` stays escaped, so that nothing ends the element.

    >>> short_json('{"a": "ty\\u00f6", "b": "\\u003c/script>"}')
    '{"a":"työ","b":"\\\\u003c/script>"}'
    """
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def short_style(css: str) -> str:
    """Return a stylesheet without space and comments."""
    return rcssmin.cssmin(css, keep_bang_comments=True)


def short_script(script: str) -> str:
    """Return a script without space and comments."""
    return rjsmin.jsmin(script, keep_bang_comments=True)
