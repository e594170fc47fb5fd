// Words as the search sees them, how near two spellings are, and the parts of a text with its wanted words marked.
export const WORD = /\p{L}+(?:\+\+|#)?|\p{N}+|[€§%]/gu
const GROUPED = /(?<![\p{N}–-])\p{N}{1,4}(?:(?:[ \u00a0\u202f]\p{N}{2,4})+|[.,]\p{N}{1,2}(?![.,]\p{N}))(?![\p{N}–-])/gu // 60 000, 040 123 4567, 25,5
const LONGEST = 64 // letters that are looked at of a word

export const fold = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
export const words = text => (text.match(WORD) || []).map(word => word.slice(0, LONGEST))
export const joinNumbers = text => text.replace(GROUPED, number => number.replace(/\P{N}/gu, ""))

// [["plain", false], ["marked", true], …]: the page makes text and <mark> of it, never HTML.
export function mark(text, wanted) {
  const parts = text.normalize("NFC").split(new RegExp(`(${WORD.source})`, "u")) // odd places are words
  return parts.map((part, at) => [part, at % 2 === 1 && wanted(part)]).filter(([part]) => part)
}

// About 160 characters with the most wanted words in them, cut at spaces.
export function excerpt(text, wanted, size = 160) {
  if (text.length <= size) return text
  const places = [...text.matchAll(WORD)].filter(found => wanted(found[0])).map(found => found.index)
  const count = from => places.filter(at => at >= from && at < from + size - 40).length
  const best = places.reduce((a, b) => (count(b) > count(a) ? b : a), places[0] || 0)
  const start = best < 40 ? 0 : text.indexOf(" ", best - 40) + 1
  const end = start + size >= text.length ? text.length : text.lastIndexOf(" ", start + size)
  return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "")
}

// Adds a value to the list of a key.
export function put(map, key, value) {
  if (map.has(key)) map.get(key).push(value)
  else map.set(key, [value])
}

// How many slips of the keys are looked past in a word.
export const slips = word => (word.length > 8 ? 2 : word.length > 5 ? 1 : 0)

// How many letters are to be added, left out, put in another's place or to change places with the next one.
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = [], row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[b.length]
}
