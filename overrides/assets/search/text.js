// Words as the search sees them, and the parts of a text with its wanted words marked.
export const WORD = /[\p{L}\p{N}]+/gu

export const fold = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
export const words = text => text.match(WORD) || []

// [["plain", false], ["marked", true], …]: the page makes text and <mark> of it, never HTML.
export function mark(text, wanted) {
  const parts = text.split(/([\p{L}\p{N}]+)/u) // odd places are words
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
