// Which base forms a Finnish word form belongs to, by what builder/search/lexicon.py packed: the ending is cut off, and
// what is left is looked up among the stems; possessives and clitics go by rule.
import { put } from "./text.js"

const SHORTEST = 2

export function understand({ terms, forms, classes, ending, more }) {
  const cut = new RegExp(ending), further = new RegExp(`^${more}`)
  const table = new Map() // stem -> base forms
  const last = new Map() // the last three letters of a base form -> how the one before was inflected
  forms.split(" ").forEach((told, at) => {
    const name = terms[at], form = told || last.get(name.slice(-3))
    const kept = name.slice(0, name.length - parseInt(form[0], 36))
    for (const end of classes[parseInt(form.slice(1), 36)].split("|")) put(table, kept + end, name)
    last.set(name.slice(-3), form)
  })
  const stem = word => {
    const short = word.replace(cut, "")
    return short.length > SHORTEST ? short : word
  }
  // A stem without what may stand between it and an ending: ulkomaalais(i), pare(mma); in part of a compound only an i.
  const shortened = (word, sizes) => sizes.map(size => [word.slice(0, -size), word.slice(-size)])
    .filter(([kept, cut]) => kept.length > SHORTEST && further.test(cut)).map(([kept]) => kept)
  const find = (word, sizes) => {
    const found = new Set([...(table.get(word) || []), ...(table.get(stem(word)) || [])])
    for (let shorter = [stem(word)]; !found.size && shorter.length;) {
      shorter = shorter.flatMap(one => shortened(one, sizes))
      for (const one of shorter) for (const name of table.get(one) || []) found.add(name)
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
    const bare = word.length > 5 ? word.replace(/(?:ko|kin|kaan|han|pa)$/, "") : word
    for (const form of [word, ...owned(word), bare, ...owned(bare)]) {
      const found = find(form, sizes)
      if (found.length) return found
    }
    return []
  }
  return { cuts: true, name: number => terms[number], lookup, stem, stems: table }
}
