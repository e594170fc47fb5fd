// What the reader sees of an answer: its count in words, the list of pages, and where to go when there is none.
import { ask } from "./workers.js"
import { SITE, sectionText } from "./teasers.js"
import { WORDS } from "./words.js"

export const opener = document.querySelector(".search-open")
export const words = WORDS[document.documentElement.lang]
const TEASERS = 5  // each is a page to fetch

export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.append(...children)
  return node
}

const marked = parts => parts.map(([text, hit]) => (hit ? element("mark", {}, text) : text))

// The names that the reader hears are those of the page and its section; the sign between them is only seen.
function result({ name, url, title }) {
  const section = title.map(([text]) => text).join("")
  const path = section === name ? [] : [name, " ", element("span", { "aria-hidden": "true" }, "›"), " "]
  const link = element("a", { href: new URL(url, SITE) }, ...path, ...marked(title))
  return element("li", {}, link)
}

export function list(results, language) {
  return element("ol", { class: "results", lang: language }, ...results.map(result))
}

export function count({ total, results }) {
  if (total === 1) return words.one
  const text = total > results.length ? words.first : words.many
  return text.replace("{count}", total).replace("{shown}", results.length)
}

// An answer in the other language, under a heading that says so in the language of the page.
export function listElsewhere(answer, language, heading) {
  const guess = answer.guess ? [element("p", {}, words.guess)] : []
  return [element(heading, {}, words.other), ...guess, list(answer.results, language)]
}

// The guide, the contact details and the list of all pages.
export function ways() {
  const link = ({ title, address }) => element("a", { href: new URL(address, SITE) }, title)
  const items = words.ways.map(way => element("li", {}, link(way)))
  return [element("p", { class: "ways-title" }, words.help), element("ul", { class: "ways" }, ...items)]
}

async function addTeaser(item, result, query, language) {
  const text = await sectionText(result)
  if (!text) return
  const { parts } = await ask(language, { query, text })
  item.append(element("p", {}, ...marked(parts)))
}

// A teaser that cannot be had is left out: the result leads to its page all the same.
export function addTeasers(list, results, query, language) {
  const teasers = results.slice(0, TEASERS).map((result, at) => addTeaser(list.children[at], result, query, language))
  return Promise.allSettled(teasers)
}
