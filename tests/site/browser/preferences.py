"""What the reader has asked of the device: less motion, forced colours, no scripts, paper."""

MOVING = """() => {
  const faults = document.getAnimations().map(one => `${one.constructor.name} is running`)
  const seconds = value => Math.max(...value.split(",").map(parseFloat))
  for (const one of document.querySelectorAll("*")) for (const part of [null, "::before", "::after", "::backdrop"]) {
    const style = getComputedStyle(one, part)
    const name = `${one.localName}.${one.className}${part ?? ""}`
    if (seconds(style.transitionDuration) > 0) faults.push(`${name} has a transition`)
    if (style.animationName !== "none" && seconds(style.animationDuration) > 0) faults.push(`${name} has an animation`)
    if (style.scrollBehavior === "smooth") faults.push(`${name} glides`)
  }
  return faults
}"""
# Backgrounds and shadows are gone in forced colours: what they told has to be told by a line, a form or a word.
MERGED = """() => {
  const seen = one => one.checkVisibility({ visibilityProperty: true })
  const lined = style => ["Top", "Bottom"].some(side =>
    parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none")
  const faults = []
  const framed = ".button, button, .search input, .ask input[type=text], textarea, dialog, .plate, section.lake"
  for (const one of document.querySelectorAll(framed))
    if (seen(one) && !lined(getComputedStyle(one))) faults.push(`no line round ${one.localName}.${one.className}`)
  const current = ".menu [aria-current], .search-open[aria-current], .md-footer [aria-current]"
  for (const one of document.querySelectorAll(current)) {
    const marked = /underline/.test(getComputedStyle(one).textDecorationLine)
    if (seen(one) && !marked) faults.push("the current page is not marked")
  }
  const verdicts = [...document.querySelectorAll(":is(.roles, .shares) td b")].filter(seen)
  for (const one of verdicts) {
    const style = getComputedStyle(one, "::before")
    if (!lined(style) || !one.textContent.trim()) faults.push(`a verdict without form or word: ${one.className}`)
  }
  const looks = new Map(verdicts.map(one => {
    const style = getComputedStyle(one, "::before")
    return [one.className, style.backgroundImage + style.backgroundColor]
  }))
  if (new Set(looks.values()).size < looks.size) faults.push("verdicts look alike")
  const bordered = one => getComputedStyle(one).border
  const free = document.querySelector(".pick :not(:checked) + label")
  for (const one of document.querySelectorAll(".pick :checked + label"))
    if (seen(one) && bordered(one) === bordered(free)) faults.push("a chosen role is not marked")
  return faults
}"""
# Every word that is seen, with the page's own parts for scripts left out.
WORDS = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true
  const scripted = [...document.querySelectorAll("section:has(.composer), .search-here, .compare__link")]
  scripted.forEach(one => one.remove())
  return document.body.innerText.split(/\\s+/).filter(Boolean)
}"""
ON_PAPER = """() => {
  const width = document.documentElement.clientWidth, faults = []
  const useless = "nav, button, .lang, .search-open, .next, .md-footer, .notices, .skip-link, .search, .button, .pick"
  if (document.documentElement.scrollWidth > width) faults.push("the sheet is too narrow")
  for (const one of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(one)
    if (/auto|scroll|hidden|clip/.test(style.overflowX) && style.clipPath === "none" && one.checkVisibility() &&
        one.scrollWidth > one.clientWidth + 1) faults.push(`${one.localName}.${one.className} is cut at its edge`)
    if (one.matches(useless) && one.checkVisibility()) faults.push(`${one.localName}.${one.className} is printed`)
    if (one.matches("details > :not(summary)") && !one.closest(".contents") && !one.checkVisibility())
      faults.push(`folded on paper: ${one.textContent.slice(0, 30)}`)
  }
  return faults
}"""
SHEETS = {"body:has(.compare__scroll)": (1062, 740)}
"""The room of an A4 with its margins in CSS pixels: most pages upright, the comparison on its side."""
UPRIGHT = (688, 1016)


def moving(page) -> list[str]:
    """Return what moves on the page, or would."""
    return page.evaluate(MOVING)


def merged(page) -> list[str]:
    """Return what cannot be told apart any more in forced colours."""
    return page.evaluate(MERGED)


def lost_without_scripts(page, plain) -> list[str]:
    """Return the words that `page` shows and `plain`, the same page without scripts, does not."""
    plain.goto(page.url)
    without = set(plain.evaluate(WORDS))
    return sorted({word for word in page.evaluate(WORDS) if word not in without})


def unprintable(page) -> list[str]:
    """Return what is cut, folded or useless on paper."""
    page.emulate_media(media="print")
    width, height = next((size for name, size in SHEETS.items() if page.locator(name).count()), UPRIGHT)
    page.set_viewport_size({"width": width, "height": height})
    found = page.evaluate(ON_PAPER)
    page.emulate_media(media="screen")
    return found
