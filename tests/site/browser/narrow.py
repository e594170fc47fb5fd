"""Words on the narrowest phone: each has a place to break, a hyphen, before the browser has to cut it anywhere."""

# A soft hyphen at the end of a line is drawn with the letter after it, which is therefore left out.
# Of web and e-mail addresses and of code nobody expects hyphens. English is hyphenated by browsers that have the words
# for it (CSS Text 3, section 5.4), Finnish by none that we know of, so its words bring theirs along.
CUT = """() => {
  const range = document.createRange(), found = new Set()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node; node = walker.nextNode();) {
    const around = node.parentElement, style = getComputedStyle(around)
    if (style.clipPath !== "none" || !around.checkVisibility({ visibilityProperty: true })) continue
    if (around.closest(".bibliography, code, pre, a[href^='mailto:']")) continue
    if (style.hyphens === "auto" && around.closest("[lang]").lang !== "fi") continue
    for (const { 0: piece, index } of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      range.setStart(node, index + (node.data[index - 1] === "\\xad"))
      range.setEnd(node, index + piece.length)
      const lines = new Set([...range.getClientRects()].filter(box => box.width).map(box => Math.round(box.top)))
      if (lines.size > 1) found.add(piece)
    }
  }
  return [...found]
}"""


def cut_words(page) -> list[str]:
    """Return the words, or the parts of them between two hyphens, that do not fit on a line of their box."""
    return page.evaluate(CUT)
