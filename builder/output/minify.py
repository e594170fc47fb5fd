"""Make the pages, stylesheets and scripts of a site small, without a change in what they mean.

HTML by minify-html, which keeps every end tag for us and leaves <pre> alone; CSS and scripts by rcssmin and
rjsmin, which only take away what nobody reads: no name is changed, and a licence (`/*! … */`) stays.
"""

import json
import posixpath
import re
from functools import partial

import minify_html
import rcssmin
import rjsmin

from builder.files.folder import Files, bytes_of
from builder.pages.markup.notes import number_notes

WHOLE = {"keep_closing_tags": True, "keep_html_and_head_opening_tags": True, "keep_input_type_text_attr": True}
"""What would be right to leave out, but is looked for: by our stylesheets, by tests, by simple readers of HTML."""
STRUCTURED = re.compile(r'(?<=<script type="application/ld\+json">).*?(?=</script>)', re.S)


def minified(files: Files) -> Files:
    """Return the files of a site with its pages, stylesheets and scripts as short as they go."""
    short = dict(files)
    for name, file in files.items():
        if shorten := SHORTEN.get(posixpath.splitext(name)[1]):
            short[name] = shorten(bytes_of(file).decode("utf-8")).encode("utf-8", "xmlcharrefreplace")
    return short


def short_page(html: str) -> str:
    """Return a page without the space and the quotation marks that HTML can do without.

    Structured data keeps its marks: many programs that read it look for the very words.
    """
    html = STRUCTURED.sub(lambda data: short_json(data[0]), number_notes(html))
    short = minify_html.minify(html, **WHOLE)
    return short.replace("<script type=application/ld+json>", '<script type="application/ld+json">')


def short_json(text: str) -> str:
    """Return JSON without space, its letters as themselves; `<` stays escaped, so that nothing ends the element.

    >>> short_json('{"a": "ty\\u00f6", "b": "\\u003c/script>"}')
    '{"a":"työ","b":"\\\\u003c/script>"}'
    """
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


SHORTEN = {
    ".html": short_page,
    ".css": partial(rcssmin.cssmin, keep_bang_comments=True),
    ".js": partial(rjsmin.jsmin, keep_bang_comments=True),
}
