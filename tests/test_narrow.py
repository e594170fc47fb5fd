"""Words on the narrowest phone: each has a place to break, a hyphen, before the browser has to cut it anywhere."""

UNCUT = (
    "main :not(.bibliography *), header *, footer * {overflow-wrap: normal !important; word-break: normal !important}"
)
"""Takes the emergency cut away, but from web addresses, which have no hyphens."""


def test_no_word_is_cut_without_a_hyphen(site, full_site, context):
    page = context(width=320, bypass_csp=True).new_page()
    for served in (site, full_site):
        for built in served.pages():
            page.goto(served.address(built))
            page.add_style_tag(content=UNCUT)
            wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            assert wide <= room, built
