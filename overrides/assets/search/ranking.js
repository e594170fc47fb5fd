// Puts the pages that answer in order. A page gets for each asked word the word's rarity times how well its sections
// answer it, compared with the best section; more where it answers a concept, and where its title is what was asked.
import { HEADING } from "./terms.js"

const CONCEPT = 3, ORDER = 0.08 // what a named concept counts beside its words; what a place further down its pages costs
const TITLE = 2 // how much a page gains whose title is what was asked
const MORE = 0.5 // what each further section that answers adds, compared with the one before
const TOGETHER = 0.5 // how much it counts that one section answers all words
const LISTING = 0.4 // a page that only leads to what others are about
const ANSWERS = 0.5 // a key of at least this value answers its word
const CLOSE = 0.35 // and where a concept says what a word means, keys below this are passed over
const CUT = 0.5 // how surely a compound that the site does not know is answered by its parts, unless in a heading

export function rank(asked, concepts, terms, titles, listings) {
  const pages = new Map(), total = asked.reduce((sum, { weight }) => sum + weight, 0) || 1
  const page = number => {
    if (!pages.has(number)) pages.set(number, { page: number, score: 0, sections: new Map(), covers: asked.map(() => 0), parts: new Map() })
    return pages.get(number)
  }
  asked.forEach((one, at) => {
    const named = concepts.some(({ shares }) => shares.get(at) === 1)
    addWord(one, at, page, terms, named ? CLOSE : 0)
  })
  for (const { pages: named, weight, shares } of concepts) named.forEach((number, place) => {
    const found = page(number)
    found.score += (CONCEPT * weight) / (1 + ORDER * place)
    for (const [at, share] of shares) found.covers[at] = Math.max(found.covers[at], share)
  })
  for (const found of pages.values()) {
    const title = titleCover(titles[found.page], asked, total)
    found.cover = found.covers.reduce((sum, cover, at) => sum + cover * asked[at].weight, 0) / total
    const subject = asked.map(({ asks }, at) => (asks ? [] : [found.covers[at]])).flat()
    found.met = Math.max(found.cover, subject.reduce((sum, cover) => sum + cover, 0) / (subject.length || 1))
    found.sure = sureOf(found, asked, concepts, total)
    found.score += TOGETHER * Math.max(0, ...found.sections.values())
    found.score *= (1 + TITLE * title) * (0.3 + 0.7 * found.cover) * (listings.has(found.page) && title < 0.5 && !concepts.some(({ pages }) => pages.includes(found.page)) ? LISTING : 1)
  }
  return [...pages.values()].sort((a, b) => b.score - a.score || a.page - b.page)
}

// How much of what was asked one section answers, or the page by its concepts; slips and cut-up compounds are no answers.
function sureOf({ page, parts }, asked, concepts, total) {
  const named = asked.map(({ guess, cut }, at) => {
    const shares = concepts.filter(({ pages }) => pages.includes(page)).map(({ shares }) => shares.get(at) || 0)
    const most = guess ? 0 : Math.max(0, ...shares)
    return cut && most < 1 ? most * CUT : most
  })
  const subject = asked.filter(({ asks }) => !asks).length || asked.length
  const sure = covers => {
    const both = asked.map((_, at) => Math.max(named[at], covers[at] || 0))
    const weighed = both.reduce((sum, cover, at) => sum + cover * asked[at].weight, 0) / total
    return Math.min(weighed, both.reduce((sum, cover, at) => sum + (asked[at].asks ? 0 : cover), 0) / subject || weighed)
  }
  return Math.max(sure([]), ...[...parts.values()].map(sure))
}

function addWord({ pieces, weight, guess, cut }, at, page, terms, least) {
  const values = new Map(), covers = new Map() // section -> how well it answers, and how much of the word it has
  for (const { share, keys } of pieces) {
    const best = new Map(), met = new Map()
    for (const [key, value] of keys) for (const [place, prominence] of (value >= least && terms.places.get(key)) || []) {
      best.set(place, Math.max(best.get(place) || 0, value * prominence))
      met.set(place, Math.max(met.get(place) || 0, Math.min(1, value / ANSWERS)))
    }
    for (const [place, value] of best) values.set(place, (values.get(place) || 0) + value * share)
    for (const [place, value] of met) covers.set(place, (covers.get(place) || 0) + value * share)
  }
  const most = Math.max(least ? 1 : 0, ...values.values()), seen = new Map()
  for (const [place, value] of [...values].sort((a, b) => b[1] - a[1])) {
    const found = page(terms.sections[place].page), worth = (weight * value) / most, times = seen.get(found) || 0
    found.score += worth * MORE ** times
    found.sections.set(place, (found.sections.get(place) || 0) + worth)
    found.covers[at] = Math.max(found.covers[at], covers.get(place))
    if (!found.parts.has(place)) found.parts.set(place, [])
    found.parts.get(place)[at] = guess ? 0 : cut && value < HEADING ? covers.get(place) * CUT : covers.get(place)
    seen.set(found, times + 1)
  }
}

// How well a page's title and the query name each other: 1 where each says what the other does and nothing else.
function titleCover(title, asked, total) {
  const all = title.reduce((sum, { weight }) => sum + weight, 0)
  const meets = ({ names }, { keys }) => names.some(name => keys.get(name) >= 0.9)
  const named = title.filter(word => asked.some(({ pieces }) => pieces.some(piece => meets(word, piece)))).reduce((sum, { weight }) => sum + weight, 0)
  const share = ({ pieces }) => pieces.filter(piece => title.some(word => meets(word, piece))).reduce((sum, { share }) => sum + share, 0)
  const met = asked.reduce((sum, one) => sum + one.weight * share(one), 0)
  return all ? (named / all) * (met / total) : 0
}
