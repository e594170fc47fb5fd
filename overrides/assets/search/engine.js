// Full-text search on MiniSearch. Every word of the site stands under itself, its stem and, with the lexicon, its base
// forms, their compound parts and roots; every typed word becomes a set of the same keys, each with a weight.
import MiniSearch from "./minisearch.js"
import { stemmer } from "./stemmer.js"
import { finnish } from "./finnish.js"
import { unpackNumbers, unpackWords } from "./packing.js"
import { excerpt, fold, mark, words } from "./text.js"

// How sure a kind of match is (tuned on tests/search/queries.yml).
const LEMMA = 12, STEM = 8, SPLIT = 6, GUESS = 4, TYPED = 1, PART = 1 / 4, ROOT = 1 / 12, SYNONYM = 0.9
const BOOST = { name: 4, title: 3, text: 1, nameParts: 1.5, titleParts: 0.8, textParts: 0.5 }
const BM25 = { k: 1.2, b: 0.1, d: 0.5 }
const TITLE = 2 // how much a page gains whose title is what was asked
const MORE = 0.7 // what a further section that answers adds to its page
const COVERED = 0.4 // a match worth this much of the best one answers the word

export class Engine {
  // `index` as builder/search_index.py writes it; without its lexicon Finnish is searched by stems alone.
  constructor(index, lexicon) {
    const known = new Map()
    Object.assign(this, lexicon ? finnish(lexicon) : { stem: index.ending ? cutter(index.ending) : stemmer, lookup: () => [] })
    this.keys = word => known.get(word) || known.set(word, this.indexKeys(fold(word))).get(word)
    this.stop = new Set(index.stop.map(fold))
    this.synonyms = this.synonymKeys(index.synonyms.map(group => group.map(fold)))
    this.pages = index.pages
    this.sections = sectionsOf(index)
    this.titles = this.pages.map(([, title]) => words(fold(title)).filter(word => !this.stop.has(word)).map(word => this.names(word)))
    this.stems = new Set(this.sections.flatMap(({ title, text }) => words(fold(`${title} ${text}`)).map(word => this.stem(word))))
    this.mini = new MiniSearch({
      fields: Object.keys(BOOST), tokenize: words,
      processTerm: (word, field) => (field.endsWith("Parts") ? this.partKeys(word) : this.keys(word)),
      extractField: (section, field) => section[field.replace("Parts", "")],
    })
    this.mini.addAll(this.sections.map((section, id) => ({ ...section, id })))
  }

  names(word) {
    const rows = this.lookup(word)
    return rows.length ? rows.map(row => row.name) : [this.stem(word)]
  }

  synonymKeys(groups) {
    const keys = new Map()
    for (const group of groups) for (const word of group) for (const key of this.names(word)) {
      const others = group.filter(other => other !== word).flatMap(other => this.names(other))
      keys.set(key, [...(keys.get(key) || []), ...others])
    }
    return keys
  }

  // A word of the site under itself, its stem and its base forms …
  indexKeys(word) {
    return [...new Set([word, this.stem(word), ...this.lookup(word).map(row => row.name)])]
  }

  // … and, counting for less, under its compound parts and roots.
  partKeys(word) {
    const rows = this.lookup(fold(word)), parts = rows.flatMap(row => row.parts)
    const found = [...parts, ...[...rows, ...parts].flatMap(row => row.roots)].map(row => row.name)
    return found.length ? [...new Set(found)] : null
  }

  // What one typed word finds: by rows of the lexicon, or, where there are none, by its bare stem.
  group(typed, rows, weight, { prefix = true, fuzzy = false, guess = false } = {}) {
    const keys = new Map(), put = (key, value) => keys.set(key, Math.max(keys.get(key) || 0, value))
    if (!rows.length) put(this.stem(typed), weight)
    for (const row of rows) {
      put(row.name, weight)
      for (const part of row.parts) put(part.name, weight * PART)
      for (const root of row.roots) put(root.name, weight * ROOT)
    }
    for (const [key, value] of [...keys]) for (const other of this.synonyms.get(key) || []) put(other, value * SYNONYM)
    const top = Math.max(...keys.values()), cover = term => (term === typed ? 1 : keys.get(term) / top)
    put(typed, TYPED)
    const hits = this.mini.search([...keys.keys()].join(" "), {
      tokenize: text => text.split(" "), processTerm: term => term, boost: BOOST, bm25: BM25, boostTerm: term => keys.get(term),
      prefix: term => prefix && term === typed && term.length > 1, fuzzy,
    }).map(({ id, score, queryTerms }) => ({
      id, score: score / queryTerms.length, good: queryTerms.some(term => cover(term) > COVERED),
    }))
    return { keys, guess, hits: hits.sort((a, b) => b.score - a.score) }
  }

  // A known word; a compound of known words; a word of the site; a slip of the keys; the known half of a compound.
  analyse(word, prefix) {
    const known = this.lookup(word), parts = known.length ? [] : this.split(word, 2) || []
    if (known.length) return [this.group(word, known, LEMMA, { prefix })]
    if (parts.length) return parts.map(rows => this.group(word, rows, SPLIT, { prefix }))
    const swapped = this.swapped(word)
    if (swapped) return [this.group(swapped, this.lookup(swapped), GUESS, { prefix, guess: true })]
    for (const fuzzy of [0, 1, 2].slice(0, word.length > 8 ? 3 : word.length > 4 ? 2 : 1)) {
      const found = this.group(word, [], fuzzy ? GUESS : STEM, { prefix, fuzzy, guess: fuzzy > 0 })
      if (found.hits.length) return [found]
    }
    return [this.group(word, this.half(word), GUESS, { prefix, guess: true })]
  }

  // "mentroi": two letters next to each other have changed places.
  swapped(word) {
    if (word.length < 5 || this.stems.has(this.stem(word))) return null
    for (let at = 1; at < word.length - 1; at++) {
      const other = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
      if (this.lookup(other).length || this.stems.has(this.stem(other))) return other
    }
    return null
  }

  split(word, depth) {
    let best = null
    for (let at = word.length - 3; at >= 3; at--) {
      const head = this.lookup(word.slice(0, at)), tail = head.length ? this.lookup(word.slice(at)) : []
      if (tail.length) return [head, tail]
      const more = head.length && depth && this.split(word.slice(at), depth - 1)
      if (more && (!best || more.length + 1 < best.length)) best = [head, ...more]
    }
    return best
  }

  half(word) {
    for (let at = 3; at <= word.length - 4; at++) if (this.lookup(word.slice(at)).length) return this.lookup(word.slice(at))
    for (let at = word.length - 3; at >= 4; at--) if (this.lookup(word.slice(0, at)).length) return this.lookup(word.slice(0, at))
    return []
  }

  typed(query) {
    const typed = words(fold(query)).filter((word, at, all) => all.length === 1 || !this.stop.has(word))
    for (let at = typed.length - 1; at > 0; at--) // "työn ohjaus" is työnohjaus
      if (this.lookup(typed[at - 1] + typed[at]).length) typed.splice(at - 1, 2, typed[at - 1] + typed[at])
    return typed
  }

  groups(typed) {
    return typed.flatMap((word, at) => this.analyse(word, word.length > 3 || at === typed.length - 1))
  }

  // Each word gives a page its rarity times how well the page answers it, compared with the best page.
  search(query, limit = 10) {
    const typed = this.typed(query), groups = this.groups(typed), pages = new Map()
    const missed = groups.some(group => !group.hits.length), guessed = groups.every(group => group.guess || !group.hits.length)
    if (missed && guessed) return { total: 0, guess: false, results: [] } // half a guess is no answer
    for (const { hits } of groups) {
      const good = new Set(hits.filter(hit => hit.good).map(hit => this.sections[hit.id].page)).size || 1, seen = new Set()
      for (const { id, score } of hits) { // the best come first
        const { page } = this.sections[id], value = (Math.log(1 + this.pages.length / good) * score) / hits[0].score
        if (!pages.has(page)) pages.set(page, { page, score: 0, sections: new Map() })
        const found = pages.get(page)
        found.sections.set(id, (found.sections.get(id) || 0) + value)
        found.score += seen.has(page) ? value * MORE : value
        seen.add(page)
      }
    }
    for (const found of pages.values()) found.score *= 1 + TITLE * this.titleCover(found.page, groups)
    const ranked = [...pages.values()].sort((a, b) => b.score - a.score || a.page - b.page)
    const wanted = this.wanted(typed, groups)
    const guess = missed || groups.some(group => group.guess)
    return { total: ranked.length, guess, results: ranked.slice(0, limit).map(found => this.show(found, wanted)) }
  }

  // How well a page's title and the query name each other: 1 where each says what the other does and nothing else.
  titleCover(page, groups) {
    const title = this.titles[page]
    const asked = groups.map(({ keys }) => new Set([...keys].filter(([, value]) => value >= SPLIT).map(([key]) => key)))
    const named = title.filter(names => asked.some(keys => names.some(name => keys.has(name))))
    const met = asked.filter(keys => title.some(names => names.some(name => keys.has(name))))
    return title.length && asked.length ? (named.length / title.length) * (met.length / asked.length) : 0
  }

  // Tells whether a word of a text is one that the query asked for.
  wanted(typed, groups) {
    const keys = new Set(groups.flatMap(group => [...group.keys].filter(([, value]) => value > 1).map(([key]) => key)))
    return word => typed.some(one => one.length > 1 && fold(word).startsWith(one)) || [...this.keys(word), ...(this.partKeys(word) || [])].some(key => keys.has(key))
  }

  teaser(query, text) {
    const typed = this.typed(query), wanted = this.wanted(typed, this.groups(typed))
    return mark(excerpt(text, wanted), wanted)
  }

  show({ page, sections }, wanted) {
    const [best] = [...sections].reduce((a, b) => (b[1] > a[1] ? b : a))
    const { anchor, title, first } = this.sections[best], [address, , [[, name]]] = this.pages[page]
    return { page: address, name, url: first ? address : `${address}#${anchor}`, anchor, title: mark(title, wanted) }
  }
}

const cutter = ending => word => {
  const short = word.replace(new RegExp(ending), "")
  return short.length > 2 ? short : word
}

function sectionsOf({ pages, words: coded, postings }) {
  const all = unpackWords(coded), numbers = postings.split(" ").map(unpackNumbers)
  let at = 0
  return pages.flatMap(([, name, sections], page) => sections.map(([anchor, title], place) => ({
    page, anchor, title, first: place === 0, name: place ? "" : name, text: numbers[at++].map(number => all[number]).join(" "),
  })))
}
