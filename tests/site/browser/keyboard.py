"""The keyboard: the skip link, a focus that is seen and never covered, and its order."""

# In the order of the Tab key: the elements, what is drawn for each (a label for an input that is not drawn), and
# whether an ancestor that scrolls or hides cuts a box that reaches `by` pixels outside it.
STOPS = """
const stops = () => [...document.querySelectorAll("a[href], button, input, textarea, select, summary, [tabindex]")]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))
const drawn = one => getComputedStyle(one).opacity === "0" ? one.labels[0] : one
const named = one => `${one.localName}${one.id && "#" + one.id}${one.className && "." + one.className} "${
  (one.textContent || one.value || "").replace(/\\xad/g, "").trim().slice(0, 30)}"`
const boxes = one => [...drawn(one).getClientRects()].filter(box => box.width && box.height)
const behind = one => {
  for (let at = drawn(one).parentElement; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor
    if (!/rgba\\(.*, 0\\)|transparent/.test(colour)) return colour
  }
  return "rgb(255, 255, 255)"
}
const luminance = colour => {
  const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
  return .2126 * r + .7152 * g + .0722 * b
}
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + .05) / (dark + .05)
}
const cutBy = (one, by) => {
  const box = drawn(one).getBoundingClientRect()
  for (let at = drawn(one).parentElement; at && at !== document.body; at = at.parentElement) {
    const style = getComputedStyle(at)
    if (style.overflowX === "visible" && style.overflowY === "visible" && style.clipPath === "none") continue
    const frame = at.getBoundingClientRect()
    const outside = box.left - by < frame.left - 1 || box.right + by > frame.right + 1 || box.top - by < frame.top - 1
    if (outside) return named(at)
  }
}
"""

RINGS = (
    "() => {"
    + STOPS
    + """
  const faults = []
  document.activeElement.blur()
  const bare = new Map(stops().map(one => [one, getComputedStyle(drawn(one)).outline]))
  for (const one of stops()) {
    one.focus()
    if (document.activeElement !== one) { faults.push(`takes no focus: ${named(one)}`); continue }
    const style = getComputedStyle(drawn(one))
    const width = parseFloat(style.outlineWidth)
    const same = style.outline === bare.get(one)
    if (same || style.outlineStyle === "none" || width < 2) faults.push(`no ring: ${named(one)}`)
    else if (contrast(style.outlineColor, behind(one)) < 3) faults.push(`faint ring: ${named(one)}`)
    const cut = cutBy(one, width + parseFloat(style.outlineOffset))
    if (cut) faults.push(`ring of ${named(one)} is cut by ${cut}`)
    const box = boxes(one)[0]
    const inset = Math.min(box.width, box.height) / 4
    const ends = box => [[box.left + inset, box.top + inset], [box.right - inset, box.top + inset],
      [box.left + inset, box.bottom - inset], [box.right - inset, box.bottom - inset],
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2]]
    const inView = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
    if (!ends(box).some(inView)) faults.push(`out of view: ${named(one)}`)
    for (const [x, y] of ends(box).filter(inView)) {
      const top = document.elementFromPoint(x, y)
      const own = top && (drawn(one).contains(top) || top.contains(drawn(one)))
      if (!own) { faults.push(`${named(one)} is covered by ${top && named(top)}`); break }
    }
  }
  return faults
}"""
)

ORDER = (
    "() => {"
    + STOPS
    + """
  const faults = []
  const group = one => one.closest("nav, section, aside, header, dialog, .md-footer .wrap > *, main, body")
  const all = stops()
  for (const one of all) if (one.tabIndex > 0) faults.push(`tabindex above 0: ${named(one)}`)
  scrollTo(0, 0)
  for (let place = 1; place < all.length; place++) {
    const [last, next] = [all[place - 1], all[place]]
    if (group(last) !== group(next)) continue
    const [from, to] = [boxes(last).at(-1), boxes(next)[0]]
    const above = to.bottom <= from.top + 2 && to.left < from.right
    const shared = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top)
    const before = shared > Math.min(from.height, to.height) / 2 && to.right <= from.left + 2
    if (above || before) faults.push(`${named(next)} comes after ${named(last)} and stands before it`)
  }
  return faults
}"""
)

COUNT = "() => {" + STOPS + "return stops().filter(one => one.type !== 'radio' || one.checked).length }"
MARK = """() => {
  const at = document.activeElement
  if (at === document.body) return "body"
  window.walked ??= new Map()
  if (!walked.has(at)) walked.set(at, walked.size)
  return walked.get(at)
}"""


def skip_link_faults(page) -> list[str]:
    """Return what is wrong with the skip link of a page that has just been opened."""
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    if not link.count() or link.get_attribute("href") != "#content":
        return ["the first stop is not the skip link"]
    faults = []
    box = link.bounding_box()
    seen = page.evaluate(
        "([x, y]) => document.elementFromPoint(x, y) === document.activeElement",
        [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
    )
    if box["y"] < 0 or not seen or not link.inner_text().strip():
        faults.append("the skip link is not seen when it has the focus")
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "content":
        faults.append("the skip link does not move the focus to the content")
    page.keyboard.press("Tab")
    after = "document.querySelector('.md-header').compareDocumentPosition(document.activeElement)"
    if not page.evaluate(f"{after} & Node.DOCUMENT_POSITION_FOLLOWING"):
        faults.append("the next stop after the skip link is in the header")
    return faults


def focus_faults(page) -> list[str]:
    """Return the stops whose focus is not seen, or is covered, and those out of order."""
    page.keyboard.press("Tab")  # from here on the browser shows rings
    return page.evaluate(RINGS) + page.evaluate(ORDER)


def traps(page) -> list[str]:
    """Return what the Tab key does not get past, or leaves out, on its way through a page just opened."""
    stops, walked = page.evaluate(COUNT), []
    for _ in range(stops + 3):
        page.keyboard.press("Tab")
        walked.append(page.evaluate(MARK))
        if walked[-1] == "body" or walked[-1] in walked[:-1]:
            break
    reached = len(set(walked) - {"body"})
    return [] if reached >= stops else [f"{reached} of {stops} stops are reached before the focus turns round"]
