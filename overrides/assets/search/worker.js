// Answers { id, query } with results and { id, query, text } with a marked excerpt.
import { open } from "./engine.js"

const index = new URL(self.location).searchParams.get("index")
const engine = fetch(new URL(index, import.meta.url)).then(answer => {
  if (!answer.ok) throw new Error(answer.status)
  return answer.json()
}).then(open)

self.onmessage = async ({ data: { id, query, text, limit } }) => {
  const found = await engine
  self.postMessage(text === undefined ? { id, ...found.search(query, limit) } : { id, parts: found.teaser(query, text) })
}
engine.catch(error => setTimeout(() => { throw error })) // the page hears it as an error of the worker
