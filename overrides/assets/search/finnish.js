// Which base forms a Finnish word form belongs to, by what builder/search/lexicon.py packed: the ending is cut off, and
// what is left is looked up among the stems; possessives and clitics go by rule.
import { put } from "./text.js"

const SHORTEST = 2
const ALIKE = [5, 4, 3, 2] // last letters that base forms share which are inflected alike

export function understand({ terms, forms, classes, ending, more }) {
  const table = new Map() // stem -> base forms
  const last = new Map() // the last letters of a base form -> how the one before that has them was inflected
  forms.split(" ").forEach((told, at) => {
    const name = terms[at], ends = ALIKE.map(size => name.slice(-size)), form = told || last.get(ends.find(end => last.has(end)))
    const kept = name.slice(0, name.length - parseInt(form[0], 36))
    for (const end of classes[parseInt(form.slice(1), 36)].split("|")) put(table, kept + end, name)
    for (const end of ends) last.set(end, form)
  })
  // A word without each ending of these sizes that a pattern has: hyvät is hyvä-t, though -vät is an ending too.
  const without = (pattern, word, sizes) => sizes.filter(size => word.length - size > SHORTEST && RegExp(`^${pattern}`).test(word.slice(-size)))
    .map(size => word.slice(0, -size))
  const ends = word => without(ending, word, [4, 3, 2, 1])
  const stem = word => ends(word)[0] || word
  // What stands between a stem and its ending is cut off too, ulkomaalais(i), pare(mma); in part of a compound only an i.
  const find = (word, sizes) => {
    const found = new Set()
    for (let shorter = [word, ...ends(word)]; !found.size && shorter.length;) {
      for (const one of shorter) for (const name of table.get(one) || []) found.add(name)
      shorter = shorter.flatMap(one => without(more, one, sizes))
    }
    return [...found]
  }
  // työni, työnsä, työhönsä: the form without its possessive, with the n it hides.
  const owned = word => {
    const found = /^(.{3,}?)(?:ni|si|mme|nne|nsa|([aeiouy])\2n)$/.exec(word)
    if (!found) return []
    const bare = found[2] ? word.slice(0, -2) : found[1]
    return [bare, bare + "n", bare.replace(/kse$/, "ksi")]
  }
  const lookup = (word, sizes = [1, 2, 3, 4]) => {
    const bare = word.length > 4 ? word.replace(/(?:ko|ks|kin|kaan|han|pa)$/, "") : word
    for (const form of [word, ...owned(word), bare, ...owned(bare)]) {
      const found = find(form, sizes)
      if (found.length) return found
    }
    return []
  }
  return { cuts: true, name: number => terms[number], lookup, stem, stems: table }
}
