"""Landmarks: what a screen reader names."""

LANDMARKS = """() => {
  const scoped = one => one.closest("article, aside, main, nav, section") !== null
  const name = one => (one.getAttribute("aria-label") ??
    document.getElementById(one.getAttribute("aria-labelledby"))?.textContent ?? "").trim()
  const role = one => one.getAttribute("role") ?? {
    HEADER: scoped(one.parentElement) ? null : "banner", FOOTER: scoped(one.parentElement) ? null : "contentinfo",
    MAIN: "main", NAV: "navigation", ASIDE: "complementary", SEARCH: "search",
    SECTION: name(one) ? "region" : null, FORM: name(one) ? "form" : null }[one.nodeName]
  const all = "header, footer, main, nav, aside, search, section, form, [role=region], [role=search]"
  return [...document.querySelectorAll(all)].filter(one => one.checkVisibility() && role(one))
    .map(one => [role(one), name(one)])
}"""
FOREIGN = """() => {
  const faults = [], page = document.documentElement.lang
  const words = { fi: /\\b(the|and|with|work supervision|supervisor|Read next|On this page|Sources|Skip to|Menu)\\b/i,
    en: /\\b(ja|että|ei ole|työnohjaus\\w*|työnohjaaja\\w*|psykoterapeutti|Lähteet|Siirry|Valikko|Haku)\\b/i }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement, lang = one.closest("[lang]").lang
    if (one.closest("script, .sources, .bibliography")) continue  // works keep their own names
    const text = walker.currentNode.data.replace(/\\xad/g, "")
    const found = words[lang]?.exec(text)
    if (found) faults.push(`${found[0]} is read out as ${lang}: ${text.trim().slice(0, 40)}`)
  }
  for (const one of document.querySelectorAll("[lang]"))
    if (!/^(fi|en|sv|de|fr|la|it)$/.test(one.lang)) faults.push(`no such language: ${one.lang}`)
  return faults
}"""
ONCE = ("banner", "main", "contentinfo")


def landmark_faults(page) -> list[str]:
    """Return the landmarks that are missing, doubled, or cannot be told apart by their names."""
    found = [tuple(one) for one in page.evaluate(LANDMARKS)]
    roles = [role for role, _ in found]
    faults = [f"{roles.count(role)} of {role}" for role in ONCE if roles.count(role) != 1]
    faults += [f"{role} without a name" for role, name in found if role not in (*ONCE, "search") and not name]
    return faults + [
        f"two of {role} share a name: {name}" for role, name in set(found) if found.count((role, name)) > 1
    ]


def language_faults(page) -> list[str]:
    """Return the words that are read out in a wrong voice."""
    return page.evaluate(FOREIGN)
