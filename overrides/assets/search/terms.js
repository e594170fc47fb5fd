// The words of the site: which sections each stands in and how prominently, and which are like a typed one.
import { unpackNumbers } from "./packing.js"
import { distance, fold, put, slips, words } from "./text.js"

// Where in a section a word stands: in its text, its heading, its page's title.
const TEXT = 1, NAME = 2.2
export const HEADING = 1.6
const ENDING_BEGUN = /(?:i?(?:s[st]?|l[lt]?|ks?|t|n|j|h.?)|[mn]m?)$/
const ALIKE = 5 // letters that words begin alike with
const HALF = 0.6, SHORTEST = 5 // how much of a compound its known half is, and its fewest letters

export class Terms {
  // `language` knows which words are forms of one, by ./finnish.js or ./english.js.
  constructor(index, language) {
    this.language = language
    this.sections = sectionsOf(index)
    this.places = new Map() // word -> section -> how prominently
    index.postings.split(" ").forEach((coded, term) => {
      for (const place of unpackNumbers(coded)) this.stand(language.name(term), place, TEXT)
    })
    this.sections.forEach(({ name, title }, place) => {
      for (const word of words(fold(title))) for (const key of this.names(word)) this.stand(key, place, HEADING)
      for (const word of words(fold(name))) for (const key of this.names(word)) this.stand(key, place, NAME)
    })
    this.named = new Set() // the words of the names of concepts
    this.compounds = new Map() // part -> the compounds of the site that it is in
    for (const name of this.places.keys()) for (const part of this.parts(name)) put(this.compounds, part, name)
  }

  stand(name, place, value) {
    if (!this.places.has(name)) this.places.set(name, new Map())
    const places = this.places.get(name)
    places.set(place, Math.max(places.get(place) || 0, value))
  }

  stands(name) { return this.language.stems.get(name)?.includes(name) }
  lookup(word) { return this.language.lookup(word) }
  // The parts of a word of the site, and the smaller ones inside them.
  parts(name) {
    const parts = (name.length > 6 && this.split(name, 1) || []).flatMap(({ names }) => names).filter(part => part !== name)
    return [...new Set(parts.flatMap(part => [part, ...this.parts(part)]))]
  }
  names(word) {
    const found = this.lookup(word)
    return found.length ? found : [word]
  }

  // Whether a word leads anywhere: it stands on a page, or in the name of a concept.
  leads(name) { return this.places.has(name) || this.named.has(name) }

  // The words that begin most like an unknown one, if they are much of it: syrjitty, syrjintä.
  alike(word) {
    let most = ALIKE - 1, found = []
    for (const name of [...this.places.keys(), ...this.named]) {
      let same = 0
      while (same < word.length && word[same] === name[same]) same++
      if (same < most || same < name.length / 2) continue
      found = same > most ? [name] : [...found, name]
      most = same
    }
    return [...new Set(most < ALIKE ? [] : found)]
  }

  // The words that begin as typed.
  begun(word) {
    return [...new Set([...this.language.stems].filter(([stem]) => stem.startsWith(word)).flatMap(([, names]) => names))]
  }

  // The words of which a form is typed, but its ending not to its end: hitsaamoss.
  unfinished(word) {
    const stems = [word.replace(ENDING_BEGUN, ""), word.replace(ENDING_BEGUN, "").slice(0, -1)].filter(stem => stem.length > 3 && stem.length < word.length)
    return [...new Set(stems.flatMap(stem => this.language.stems.get(stem) || []))]
  }

  // A compound not typed to its end: its known beginning, and the words that its rest begins.
  begunCompound(word) {
    for (let at = word.length - 3; at >= 3; at--) {
      const head = this.part(word.slice(0, at)), tail = head.length ? this.begun(word.slice(at)) : []
      if (tail.length) return [{ names: head, size: at }, { names: tail, size: word.length - at }]
    }
    return null
  }

  // The words that are typed with a slip of the keys, or two in a long one.
  slipped(word) {
    const typed = [word, this.language.stem(word)], found = []
    for (const [stem, names] of slips(word) ? this.language.stems : []) {
      const most = slips(stem)
      if (stem[0] !== word[0] || !most) continue
      const far = Math.min(...typed.map(one => distance(one, stem, most)))
      if (far <= most) found.push([far, names])
    }
    const nearest = Math.min(...found.map(([far]) => far))
    return [...new Set(found.filter(([far]) => far === nearest).flatMap(([, names]) => names))]
  }

  // A compound as the fewest known words in a row, each with the length of what it stands for; null where it is none.
  split(word, depth = 2) {
    let best = null
    for (let at = word.length - 3; at >= 3; at--) {
      const head = this.part(word.slice(0, at)), tail = head.length ? this.part(word.slice(at)) : []
      if (tail.length) return [{ names: head, size: at }, { names: tail, size: word.length - at }]
      const more = head.length && depth && this.split(word.slice(at), depth - 1)
      if (more && (!best || more.length + 1 < best.length)) best = [{ names: head, size: at }, ...more]
    }
    return best
  }

  // The words that a part of a compound may be; a short one as it stands only, or any word would fall apart.
  part(word) {
    if (!this.language.cuts) return []
    return word.length > 3 ? this.language.lookup(word, [1]) : this.stands(word) ? [word] : []
  }

  // The known end or beginning of a compound, if it is most of it.
  half(word) {
    const least = Math.ceil(word.length * HALF), known = part => this.lookup(part).filter(name => name.length >= SHORTEST)
    for (let size = word.length - 3; size >= Math.max(least, SHORTEST); size--) {
      for (const part of [word.slice(-size), word.slice(0, size)]) {
        if (known(part).length) return { names: known(part), size }
      }
    }
    return null
  }
}

const usualAnchor = title => (fold(title).replaceAll("’", "").match(/[a-z0-9]+/g) || []).join("-")

function sectionsOf({ pages }) {
  return pages.flatMap(([, name,, headings], page) => headings.map((heading, place) => {
    const [title, anchor] = Array.isArray(heading) ? heading : [heading, usualAnchor(heading)]
    return { page, anchor, title, first: place === 0, name: place ? "" : name }
  }))
}
