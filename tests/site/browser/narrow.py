"""Words on the narrowest phone: each has a place to break, a hyphen, before the browser has to cut it anywhere."""

UNCUT = """rules => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules)
  document.adoptedStyleSheets.push(sheet)
}"""
RULES = (
    "main :not(.bibliography *), header *, footer * {overflow-wrap: normal !important; word-break: normal !important}"
)
"""Takes the emergency cut away, but from web addresses, which have no hyphens."""


def cut_words(page) -> list[str]:
    """Return the longest words of a page that is wider than the window without the emergency cut."""
    page.evaluate(UNCUT, RULES)
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    words = page.evaluate("document.body.innerText.split(/\\s+/)") if wide else []
    page.evaluate("document.adoptedStyleSheets.pop()")
    return sorted(words, key=len, reverse=True)[:3]
