"""Room: a window of 320 × 256, text at twice its size, the reader's own spacing, and targets for a finger."""

NAMED = """
const named = one => `${one.localName}${one.id && "#" + one.id}${
  typeof one.className === "string" && one.className && "." + one.className} "${
  (one.textContent || one.value || "").replace(/\\xad/g, "").trim().slice(0, 30)}"`
const hidden = one => getComputedStyle(one).clipPath !== "none" || !one.checkVisibility({ visibilityProperty: true })
"""

# A data table may scroll within its own frame, and so may program code (WCAG 2.2, 1.4.10).
SIDEWAYS = (
    "() => {"
    + NAMED
    + """
  const width = document.documentElement.clientWidth
  const frame = one => one.closest(".table, .compare__scroll, pre")
  const scrolls = one => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth
  const all = [...document.body.querySelectorAll("*")]
  const faults = all.filter(one => scrolls(one) && !frame(one)).map(one => `${named(one)} scrolls sideways`)
  const wide = document.documentElement.scrollWidth > width
  if (wide) faults.push(`the page scrolls sideways: ${
    all.filter(one => one.getBoundingClientRect().right > width + 1 && !frame(one)).slice(-1).map(named)}`)
  return faults
}"""
)

STUCK = (
    "() => {"
    + NAMED
    + """
  const height = document.documentElement.clientHeight
  scrollTo(0, Math.max(document.querySelector("#content").offsetTop + 400, document.documentElement.scrollHeight / 3))
  const stuck = [...document.body.querySelectorAll("*")].filter(one => {
    const style = getComputedStyle(one)
    if (!/sticky|fixed/.test(style.position) || hidden(one)) return false
    const box = one.getBoundingClientRect()
    return box.bottom > 0 && box.top < height && box.height / height > 1 / 3
  })
  scrollTo(0, 0)
  return stuck.map(one => `${named(one)} takes more than a third of the height`)
}"""
)

# A text is lost where its box hides what runs over, or where the middle of one of its lines lies under something.
CLIPPED = (
    "() => {"
    + NAMED
    + """
  const faults = []
  const hides = style => /hidden|clip/.test(style.overflowX + style.overflowY)
  for (const one of document.body.querySelectorAll("*"))
    if (hides(getComputedStyle(one)) && !hidden(one) && one.textContent.trim() &&
        (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1))
      faults.push(`${named(one)} hides a part of its text`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode)
  for (const text of texts) {
    const one = text.parentElement
    if (hidden(one) || one.closest(".table, .compare__scroll, .skip-link") || one.closest("dialog, :popover-open") ||
        [...ancestors(one)].some(hidden)) continue
    const range = new Range()
    range.selectNodeContents(text)
    for (const box of range.getClientRects()) {
      const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      if (box.width < 1 || !top || one.contains(top) || top.contains(one)) continue
      faults.push(`${named(one)} lies under ${named(top)}`)
      break
    }
  }
  return faults
  function* ancestors(one) { for (let at = one.parentElement; at; at = at.parentElement) yield at }
}"""
)

SMALL = (
    "() => {"
    + NAMED
    + """
  const drawn = one => one.labels?.length && /radio|checkbox/.test(one.type) ? one.labels[0] : one
  const inText = one => getComputedStyle(one).display === "inline" &&
    [...one.closest("p, li, dd, dt, td, th, div, caption, span:not(.nowrap)").childNodes].some(node =>
      node !== one && !node.contains(one) && !/^(SUP|SMALL|SPAN)$/.test(node.nodeName) && node.textContent.trim())
  const targets = [...new Set([...document.querySelectorAll("a[href], button, input, textarea, select, summary, label")]
    .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
      !(one.matches("label") && one.control && !/radio|checkbox/.test(one.control.type)))
    .map(drawn))].filter(one => !one.matches(".skip-link"))
  const all = targets.map(one => ({ one, box: one.getBoundingClientRect() }))
  const small = ({ box }) => box.width < 24 || box.height < 24
  const middle = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  const crowds = (mine, other) => {
    const [x, y] = middle(mine)
    if (small(other)) return Math.hypot(x - middle(other)[0], y - middle(other)[1]) < 24
    const dx = Math.max(other.box.left - x, 0, x - other.box.right)
    const dy = Math.max(other.box.top - y, 0, y - other.box.bottom)
    return Math.hypot(dx, dy) < 12
  }
  return all.filter(mine => small(mine) && !inText(mine.one) &&
      all.some(other => other !== mine && !other.one.contains(mine.one) && crowds(mine, other)))
    .map(({ one, box }) => `${named(one)} is ${Math.round(box.width)} × ${Math.round(box.height)}`)
}"""
)

SPACING = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`)
  document.adoptedStyleSheets.push(sheet)
}"""


def sideways(page) -> list[str]:
    """Return what scrolls sideways in the window as it is, data tables in their frame aside."""
    return page.evaluate(SIDEWAYS)


def stuck(page) -> list[str]:
    """Return what stays in view and takes more than a third of the window's height."""
    return page.evaluate(STUCK)


def clipped(page) -> list[str]:
    """Return the texts that are cut off, or lie under something else."""
    size = page.viewport_size
    whole = min(page.evaluate("document.documentElement.scrollHeight"), 16000)
    page.set_viewport_size({"width": size["width"], "height": whole})
    found = page.evaluate(CLIPPED)
    page.set_viewport_size(size)
    return found


def small_targets(page) -> list[str]:
    """Return the targets under 24 pixels that crowd others and do not stand in a line of text (WCAG 2.2, 2.5.8)."""
    return page.evaluate(SMALL)


def lost_at_twice_the_size(page) -> list[str]:
    """Return what text at 200 % costs: what is cut off, and what scrolls sideways."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = sideways(page) + clipped(page)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def lost_by_spacing(page) -> list[str]:
    """Return what the reader's own spacing costs (WCAG 2.2, 1.4.12)."""
    page.evaluate(SPACING)
    found = sideways(page) + clipped(page)
    page.evaluate("document.adoptedStyleSheets.pop()")
    return found


CHECKS = (
    ((320, 256), (sideways, stuck)),
    ((320, 900), (lost_by_spacing, small_targets)),
    ((390, 900), (sideways,)),
    ((640, 900), (sideways, clipped)),
    ((820, 900), (sideways,)),
    ((1280, 900), (sideways, lost_at_twice_the_size, small_targets)),
)
"""A window, and what is looked at in it; one of 640 pixels is one of 1280 zoomed to 200 %."""


def faults_of_room(page) -> list[str]:
    found = []
    for (width, height), checks in CHECKS:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {fault}" for check in checks for fault in check(page)]
    return found
