// The text of a section, read from its page: the index holds words only, which keeps it small.
import { SITE } from "./workers.js"

const HEADINGS = "h1, h2, h3"  // as the index divides a page
const BLOCKS = "p, li, dt, dd, th, td, div, b, summary, figcaption, br"
const LEFT_OUT = "sup, script, style, svg, button, form, [hidden], [data-search=no]"
const pages = new Map()

async function read(page) {
  // Without a referrer: the address of the search page can hold the query.
  const answer = await fetch(new URL(page, SITE), { referrerPolicy: "no-referrer" })
  if (!answer.ok) throw new Error(page)
  // Without its styles, which our own policy would refuse
  return new DOMParser().parseFromString((await answer.text()).replace(/<style>[^<]*/, ""), "text/html")
}

function load(page) {
  if (!pages.has(page)) {
    pages.set(page, read(page))
    pages.get(page).catch(() => pages.delete(page))
  }
  return pages.get(page)
}

// From a heading to the next one in its section; of anything else with that anchor, all of it.
function extent(target) {
  const range = target.ownerDocument.createRange()
  range.selectNodeContents(target.matches(HEADINGS) ? target.closest("section, .opening") ?? target.parentElement : target)
  if (!target.matches(HEADINGS)) return range
  range.setStartAfter(target)
  const follows = heading => target.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING
  const next = [...target.ownerDocument.querySelectorAll(HEADINGS)].find(follows)
  if (next && range.comparePoint(next, 0) === 0) range.setEndBefore(next)
  return range
}

// The day of an article, as its page shows it; nothing of any other page.
export async function dayOf({ page }) {
  return (await load(page)).querySelector(".byline time")?.textContent
}

export async function sectionText({ page, anchor }) {
  const read = await load(page)
  const target = (anchor && read.getElementById(anchor)) || read.querySelector("h1")
  const text = extent(target).cloneContents()
  for (const node of text.querySelectorAll(LEFT_OUT)) node.remove()
  for (const block of text.querySelectorAll(BLOCKS)) block.after(" ")  // or the words of two blocks run together
  for (const note of text.querySelectorAll(".note, b + span")) note.before(" ")
  return text.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim()
}
