// What a query means, by the names that visitors have for things: data/words/concepts.yml.
import { unpackNumbers } from "./packing.js"
import { put } from "./text.js"

const KINDS = [1, 0.8, 0.9, 0.9] // how sure a name is: one that means it, a near one, a spoken one, one of another language
const SAID = 1.5 // what a name of several words weighs at least where they stand as in the query: "is it free"
const LIKE = 0.4 // a word that is at least so like an asked one names a concept too

export class Concepts {
  constructor({ concepts }, terms) {
    this.terms = terms
    this.named = new Map() // the first word of a name -> names
    this.all = concepts.map(([shown, pages]) => ({ shown, pages, words: [] }))
    concepts.forEach(([,, ...kinds], concept) => kinds.forEach((coded, kind) => {
      const [single, ...longer] = coded.split(" ").map(unpackNumbers)
      for (const name of [...single.map(number => [number]), ...longer]) {
        const words = name.map(number => terms.language.name(number))
        put(this.named, words[0], { concept, weight: KINDS[kind], words })
        for (const word of words) terms.named.add(word)
        if (!kind && words.length === 1) this.all[concept].words.push(words[0])
      }
    }))
  }

  // For each concept that is named, how sure that is and how much of each asked word its names take: 0 to 1.
  match(asked) {
    const met = asked.flatMap((one, at) => this.meanings(one).map(meaning => ({ ...meaning, at })))
    const found = new Map()
    for (const { concept, words, weight } of new Set(met.flatMap(({ name }) => this.named.get(name) || []))) {
      const shares = sharesOf(words, met)
      if (!shares) continue
      const told = found.get(concept) || { ...this.all[concept], sure: 0, shares: new Map() }
      told.sure = Math.max(told.sure, weight)
      told.said ||= stand([...shares.keys()]) && SAID
      for (const [at, share] of shares) told.shares.set(at, Math.max(told.shares.get(at) || 0, share))
      found.set(concept, told)
    }
    const worth = ({ sure, said, shares }) => sure * Math.max(said, [...shares].reduce((sum, [at, share]) => sum + asked[at].weight * share, 0))
    return [...found.values()].map(told => ({ ...told, weight: worth(told) }))
  }

  // The names that an asked word may have, and how much of it each takes: itself, or a part of a compound.
  meanings({ typed, names, pieces }) {
    const whole = names.map(name => ({ name, share: 1 }))
    const cut = names.length ? [] : pieces.flatMap(({ names, share }) => names.map(name => ({ name, share, part: true })))
    const parts = [...new Set([...names, ...cut.map(({ name }) => name)].flatMap(name => this.terms.parts(name)))]
    const like = names.length && pieces.length ? [...pieces[0].keys].filter(([name, value]) => value >= LIKE && !names.includes(name)) : []
    return [...whole, ...cut, ...like.map(([name, share]) => ({ name, share })), ...parts.map(name => ({ name, share: Math.min(1, name.length / typed.length), part: true }))]
  }
}

// How much of each asked word a name takes, null unless the name is asked for as a whole. Two words of a name can be
// asked for by one only where they are its parts.
function sharesOf(words, met) {
  const shares = new Map(), taken = []
  const free = one => taken.every(other => other !== one && (other.at !== one.at || (other.part && one.part)))
  for (const word of words) {
    const [best] = met.filter(one => one.name === word && free(one)).sort((a, b) => b.share - a.share)
    if (!best) return null
    taken.push(best)
    shares.set(best.at, Math.min(1, (shares.get(best.at) || 0) + best.share))
  }
  return shares
}

// Whether the words of a name stand in the query one after another.
function stand(places) {
  return places.length > 1 && Math.max(...places) - Math.min(...places) < places.length
}
