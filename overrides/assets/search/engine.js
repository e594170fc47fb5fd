// The search of one language: what is asked (query.js), which concepts are named (concepts.js), which pages answer
// (ranking.js), and how much of what was asked they do answer.
import { Concepts } from "./concepts.js"
import { unpackWords } from "./packing.js"
import { Query } from "./query.js"
import { rank } from "./ranking.js"
import { Terms } from "./terms.js"
import { excerpt, fold, mark, words } from "./text.js"

const GOOD = 0.5 // an answer has more of what was asked than this; else it is a guess …
const GUESS = 0.45 // … and below this none at all
const GUESSES = 5 // most guesses shown
const FEW = 3 // so many pages are shown where there are fewer good ones; the others are said to be near
const TAIL = 0.1 // a page with less than this of the best one's score is not shown

// Resolves to the search of `index`, as builder/search/index.py writes it.
export async function open(index) {
  const { understand } = await import(index.forms ? "./finnish.js" : "./english.js")
  return new Engine(index, understand({ ...index, terms: unpackWords(index.terms) }))
}

class Engine {
  constructor(index, language) {
    this.terms = new Terms(index, language)
    this.query = new Query(index, this.terms)
    this.concepts = new Concepts(index, this.terms)
    this.pages = index.pages
    this.listings = new Set(index.pages.flatMap(([,, listing], page) => (listing ? [page] : [])))
    this.titles = index.pages.map(([, title]) => this.query.words(title).filter(word => !this.query.passes(word)).map(word => {
      const names = this.terms.names(word)
      return { names, weight: this.query.rarity({ pieces: [{ share: 1, keys: new Map(names.map(name => [name, 1])) }] }) }
    }))
  }

  // The pages that answer, and whether they are guesses; `total` counts all that answer, `results` has the first `limit`.
  search(text, limit = 10) {
    const asked = this.query.understand(text), concepts = this.concepts.match(asked)
    const ranked = rank(asked, concepts, this.terms, this.titles, this.listings)
    const [first] = ranked
    if (!first || first.met < GUESS) return { total: 0, near: 0, guess: false, results: [] }
    const guess = first.sure <= GOOD
    const kept = ranked.filter(({ score }) => score >= TAIL * first.score), good = kept.filter(({ sure }) => sure > GOOD)
    const near = kept.filter(({ sure }) => sure <= GOOD).slice(0, Math.max(0, (guess ? GUESSES : FEW) - good.length))
    const results = [...good.slice(0, limit), ...near].map(found => this.show(found, asked, concepts))
    return { total: guess ? near.length : good.length, near: guess ? 0 : near.length, guess, results }
  }

  // Whether a word of a text is one that the query asked for.
  wanted(asked, concepts) {
    const keys = new Set(asked.flatMap(({ pieces }) => pieces.flatMap(piece => [...piece.keys].filter(([, value]) => value > 0.3).map(([key]) => key))))
    for (const { words } of concepts) for (const word of words) keys.add(word)
    return word => {
      const folded = fold(word)
      return asked.some(({ typed }) => typed.length > 1 && folded.startsWith(typed)) || this.terms.names(folded).some(name => keys.has(name))
    }
  }

  teaser(text, section) {
    const asked = this.query.understand(text), wanted = this.wanted(asked, this.concepts.match(asked))
    return mark(excerpt(section, wanted), wanted)
  }

  // A result leads to the section that answers best; `why` is the concept that its page was found by.
  show({ page, sections }, asked, concepts) {
    const own = this.terms.sections.findIndex(section => section.page === page)
    const [best] = [...sections, [own, 0]].reduce((a, b) => (b[1] > a[1] ? b : a))
    const { anchor, title, first } = this.terms.sections[best], [address, name] = this.pages[page]
    const why = concepts.find(({ pages }) => pages.includes(page))?.shown
    return { page: address, name, url: first ? address : `${address}#${anchor}`, anchor, title: mark(title, this.wanted(asked, concepts)), why }
  }
}
