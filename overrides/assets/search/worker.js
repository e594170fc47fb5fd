// Answers { id, query } with results and { id, query, text } with a marked excerpt. The small index answers first; the
// Finnish lexicon comes after it and answers the last question anew.
import { Engine } from "./engine.js"
import { FILES } from "./words.js"

const language = new URL(self.location).searchParams.get("language")
const load = name => fetch(new URL(FILES[name], import.meta.url)).then(answer => {
  if (!answer.ok) throw new Error(answer.status)
  return answer.json()
})

let last, settled = false
const index = load(language)
let engine = index.then(data => new Engine(data))
const deep = index.then(data => (data.lexicon ? load(data.lexicon).then(lexicon => new Engine(data, lexicon)) : null))

async function answer({ id, query, text, limit }) {
  const found = await engine
  if (text !== undefined) return self.postMessage({ id, parts: found.teaser(query, text) })
  last = { id, query, limit }
  const results = found.search(query, limit)
  const data = await index // a Finnish query without an answer waits for the lexicon
  self.postMessage({ id, ...results, ...(data.lexicon && !settled && !results.total ? { waiting: true } : {}) })
}

// Without its lexicon the search goes on by stems alone.
deep.catch(() => null).then(full => {
  settled = true
  if (full) engine = deep
  if (last) answer(last)
})
self.onmessage = ({ data }) => answer(data)
index.catch(error => setTimeout(() => { throw error })) // the page hears it as an error of the worker
