// Which base forms a Finnish word form belongs to, by the lexicon that builder/lexicon.py packed: the ending is cut
// off, stem and ending are looked up; possessives and clitics go by rule.
export function finnish({ ending, sets, classes, lemmas, extra }) {
  const cut = new RegExp(ending)
  const table = new Map() // stem -> [[row, its endings], …]
  const endings = sets.map(set => new Set(set.split("|")))
  const kinds = classes.map(kind => kind.split("|").map(one => [one.replace(/\d+$/, ""), endings[/\d+$/.exec(one)[0]]]))
  const rows = lemmas.map(([name]) => ({ name }))
  lemmas.forEach(([name, same, kind, parts = [], roots = []], at) => {
    rows[at].parts = parts.map(number => rows[number])
    rows[at].roots = roots.map(number => rows[number])
    for (const [tail, set] of kinds[kind]) {
      const stem = name.slice(0, same) + tail
      table.set(stem, [...(table.get(stem) || []), [rows[at], set]])
    }
  })

  const stem = word => {
    const short = word.replace(cut, "")
    return short.length > 2 ? short : word
  }
  const find = word => {
    const end = word.slice(stem(word).length)
    const regular = (table.get(stem(word)) || []).filter(([, set]) => set.has(end)).map(([row]) => row)
    return [...new Set([...regular, ...(extra[word] || []).map(number => rows[number])])]
  }
  // työni, työnsä, työhönsä: the form without its possessive, with the n it hides.
  const owned = word => {
    const found = /^(.{3,}?)(?:ni|si|mme|nne|nsa|([aeiouy])\2n)$/.exec(word)
    if (!found) return []
    const bare = found[2] ? word.slice(0, -2) : found[1]
    return [bare, bare + "n", bare.replace(/kse$/, "ksi")]
  }
  const lookup = word => {
    const bare = word.length > 5 ? word.replace(/(?:ko|kin|kaan|han|pa)$/, "") : word
    for (const form of [word, ...owned(word), bare, ...owned(bare)]) {
      const found = find(form)
      if (found.length) return found
    }
    return []
  }
  return { stem, lookup }
}
