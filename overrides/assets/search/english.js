// English words stand in the index as they are; those with the same stem are one.
import { stemmer } from "./stemmer.js"
import { put } from "./text.js"

export function understand({ terms }) {
  const stems = new Map()
  for (const term of terms) for (const key of new Set([term, stemmer(term)])) put(stems, key, stemmer(term)) // typed half-way too
  const lookup = word => (stems.get(stemmer(word)) || []).slice(0, 1)
  return { name: number => stemmer(terms[number]), lookup, stem: stemmer, stems }
}
