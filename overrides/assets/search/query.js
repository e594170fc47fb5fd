// What is asked: the words of a query, each as pieces that are to be found, with the names each piece may have.
import { unpackNumbers } from "./packing.js"
import { fold, joinNumbers, put, words } from "./text.js"

const SYNONYM = 0.9, PART = 0.5, COMPOUND = 0.95
const ASKING = 0.15 // what a word of any question weighs beside a word of its subject

export class Query {
  constructor(index, terms) {
    this.terms = terms
    this.stop = new Set(index.stop)
    this.asking = new Set(unpackNumbers(index.asking).map(number => terms.language.name(number)))
    this.synonyms = new Map()
    for (const group of index.synonyms.split(" ").map(coded => unpackNumbers(coded).map(number => terms.language.name(number)))) {
      for (const name of group) for (const other of group) if (other !== name) put(this.synonyms, name, other)
    }
  }

  words(text) {
    const typed = words(fold(joinNumbers(text)))
    for (let at = typed.length - 1; at > 0; at--) { // "työn ohjaus" is työnohjaus, "kuka sie" no form of kuka
      const both = typed[at - 1] + typed[at]
      if (this.terms.lookup(both).some(name => name.length > typed[at - 1].length + 2)) typed.splice(at - 1, 2, both)
    }
    return typed
  }

  // A word that a search passes over, though it can be of a name: "kuka maksaa".
  passes(word) {
    return this.stop.has(word) || this.stop.has(word.replace(/(?:ko|kin|kaan)$/, ""))
  }

  understand(text) {
    const begun = (word, at, all) => at && at === all.length - 1 && word.length < 3 && !this.terms.lookup(word).length
    const typed = this.words(text).filter((...word) => !begun(...word))
    const every = typed.every(word => this.passes(word))
    const asked = typed.map((word, at) => {
      if (!every && this.passes(word)) return { typed: word, names: this.terms.lookup(word), pieces: [], passed: true }
      return this.analyse(word, at === typed.length - 1)
    })
    asked.forEach((one, at) => at && this.join(asked[at - 1], one))
    const subject = asked.some(one => !one.passed && !this.asks(one))
    return asked.map(one => {
      const asks = one.passed || (subject && this.asks(one))
      return { ...one, asks, weight: one.passed ? 0 : this.rarity(one) * (asks ? ASKING : 1) }
    })
  }

  // "yksilön työnohjaus" is yksilötyönohjaus too.
  join(one, other) {
    if (!one.pieces.length || !other.pieces.length) return
    const compounds = one.names.flatMap(name => this.terms.compounds.get(name) || [])
    for (const name of other.names) for (const compound of this.terms.compounds.get(name) || []) if (compounds.includes(compound)) {
      for (const { pieces: [{ keys }] } of [one, other]) keys.set(compound, COMPOUND)
    }
  }

  asks({ names }) {
    return names.some(name => this.asking.has(name))
  }

  // A known word; one not typed to its end; a compound of known words; a slip of the keys; the known half of a compound.
  analyse(typed, last) {
    const { terms } = this
    const known = terms.lookup(typed)
    if (known.some(name => terms.leads(name) || this.synonyms.has(name))) return this.whole(typed, known)
    const begun = last && typed.length > 1 ? terms.begun(typed) : []
    if (begun.length) return this.whole(typed, begun)
    const cut = parts => ({ typed, names: [], cut: true, pieces: this.shares(parts).map((share, at) => this.piece(parts[at].names, share)) })
    const unfinished = last && terms.language.cuts ? terms.unfinished(typed) : []
    if (unfinished.length) return this.whole(typed, unfinished)
    const parts = terms.split(typed)
    if (parts) return cut(parts)
    const slipped = terms.slipped(typed)
    if (slipped.length) return { ...this.whole(typed, slipped), guess: true }
    if (!last && terms.begun(typed).length) return { ...this.whole(typed, terms.begun(typed)), guess: true }
    const begunParts = last && terms.begunCompound(typed)
    if (begunParts) return cut(begunParts)
    const half = terms.half(typed)
    if (half) return { typed, names: [], guess: true, pieces: [this.piece(half.names, half.size / typed.length)] }
    const alike = terms.alike(typed)
    return { typed, names: alike, guess: true, pieces: alike.length ? [this.piece(alike, 1)] : [] }
  }

  // How much of a compound each part is: the longer and the rarer, the more.
  shares(parts) {
    const worth = parts.map(({ names, size }) => size * this.rarity({ pieces: [{ share: 1, keys: new Map(names.map(name => [name, 1])) }] }))
    const all = worth.reduce((sum, one) => sum + one, 0)
    return worth.map(one => one / all)
  }

  whole(typed, names) {
    return { typed, names, pieces: [this.piece(names, 1)] }
  }

  // The names and what is like them: words that mean the same, compounds that they are a part of, and their own parts, each
  // for the less the smaller the part.
  piece(names, share) {
    const keys = new Map(), put = (key, value) => keys.set(key, Math.max(keys.get(key) || 0, value))
    for (const name of names) {
      put(name, 1)
      for (const other of this.synonyms.get(name) || []) put(other, SYNONYM)
    }
    for (const [name, value] of [...keys]) {
      for (const compound of this.terms.compounds.get(name) || []) put(compound, value * PART * (name.length / compound.length))
      for (const part of this.terms.parts(name)) put(part, value * PART * Math.min(1, part.length / name.length))
    }
    return { share, names, keys }
  }

  // Words that few pages have weigh more; one that none has, most of all.
  rarity({ pieces }) {
    const pages = new Map()
    for (const { share, keys } of pieces) {
      const places = [...keys].filter(([, value]) => value >= PART).flatMap(([key]) => [...(this.terms.places.get(key)?.keys() || [])])
      for (const page of new Set(places.map(place => this.terms.sections[place].page))) pages.set(page, (pages.get(page) || 0) + share)
    }
    const met = [...pages.values()].filter(share => share > 0.5).length
    return Math.log(1 + this.terms.sections.length / 8 / Math.max(1, met))
  }
}
