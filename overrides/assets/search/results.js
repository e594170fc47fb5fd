// What the reader sees of an answer: its count in words, the list of pages, and where to go when there is none.
import { SITE, ask } from "./workers.js"
import { WORDS } from "./words.js"

export const opener = document.querySelector(".search-open")
export const words = WORDS[document.documentElement.lang]
const TEASERS = 2  // each is a page to fetch

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children)
  return node
}

const marked = parts => parts.map(([text, hit]) => (hit ? element("mark", {}, text) : text))

// The names that the reader hears are those of the page and its section; the sign between them is only seen.
function result({ name, url, title, why }) {
  const section = title.map(([text]) => text).join("")
  const path = section === name ? [] : [name, " ", element("span", { "aria-hidden": "true" }, "›"), " "]
  const topic = why ? [" ", element("span", { class: "why" }, words.why.replace("{name}", why))] : []
  const link = element("a", { href: new URL(url, SITE) }, ...path, ...marked(title), ...topic)
  return element("li", {}, link)
}

// The pages that answer, and after them, under a line of their own, those that are only near.
export function list({ results, near }, language) {
  const items = results.map(result)
  if (near) items[results.length - near].prepend(element("p", { class: "near" }, words.near))
  return element("ol", { class: "results", lang: language }, ...items)
}

export function count({ total, near, results }) {
  if (total === 1) return words.one
  const shown = results.length - near
  return (total > shown ? words.first : words.many).replace("{count}", total).replace("{shown}", shown)
}

// The guide, the contact details and the list of all pages.
export function ways() {
  const link = ({ title, address }) => element("a", { href: new URL(address, SITE) }, title)
  const items = words.ways.map(way => element("li", {}, link(way)))
  return [element("p", { class: "ways-title" }, words.help), element("ul", { class: "ways" }, ...items)]
}

// What reads pages is loaded when the first results stand.
async function addTeaser(item, result, query, language) {
  const { dayOf, sectionText } = await import("./teasers.js")
  const text = await sectionText(result)
  if (!text) return
  const day = await dayOf(result)
  const { parts } = await ask(language, { query, text })
  item.append(element("p", {}, ...(day ? [`${day} · `] : []), ...marked(parts)))
}

// A teaser that cannot be had is left out: the result leads to its page all the same.
export function addTeasers(list, results, query, language) {
  const teasers = results.slice(0, TEASERS).map((result, at) => addTeaser(list.children[at], result, query, language))
  return Promise.allSettled(teasers)
}
