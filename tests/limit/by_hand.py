"""The limit: a page as one would write it by hand, with the same text and font, ten lines of style and no design."""

from html.parser import HTMLParser

HEAD = """<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>By hand</title>
<style>
@font-face{font-family:P;src:url("FONT");font-weight:400 700;font-display:swap}
body{max-width:36em;margin:0 auto;padding:1em;font:430 1.1875rem/1.55 P,Georgia,serif;color:#11222f;background:#f3f5f2}
h1,h2,h3{line-height:1.1}
a{color:#0c4672}
footer{font-size:.9em}
</style>
</head>
<body>"""
LEFT_OUT = {"script", "style", "svg", "button", "dialog", "noscript", "title"}
BARE = {"html", "head", "body", "meta", "link", "div", "span", "img", "input", "label", "small"}


def by_hand(html: str, font: str) -> str:
    """Return the text of a built page written by hand, with the font at the address `font`."""
    reader = _Reader()
    reader.feed(html)
    return f"{HEAD.replace('FONT', font)}{''.join(reader.pieces)}</body></html>"


class _Reader(HTMLParser):
    """Copies text and plain elements; of their attributes only where a link leads."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self.within = 0  # what is left out

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag in LEFT_OUT:
            self.within += 1
        elif tag not in BARE and not self.within:
            link = dict(attrs).get("href")
            self.pieces.append(f'<{tag} href="{link}">' if link else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag in LEFT_OUT:
            self.within -= 1
        elif tag not in BARE and not self.within:
            self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.pieces.append(data)

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")
