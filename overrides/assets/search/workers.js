// Puts questions to the search's workers. A language's index loads when something is first asked of it, and again
// after a failure: a reader whose connection broke goes on by typing.
import { FILES } from "./words.js"

export const SITE = new URL("../../", import.meta.url)
const workers = new Map()
let asked = 0

function start(language) {
  const worker = new Worker(new URL(`./worker.js?index=${FILES[language]}`, import.meta.url), { type: "module" })
  const waiting = new Map()
  worker.onmessage = ({ data }) => {
    waiting.get(data.id)?.resolve(data)
    waiting.delete(data.id)
  }
  worker.onerror = event => {
    event.preventDefault()
    workers.delete(language)
    worker.terminate()
    for (const { reject } of waiting.values()) reject(new Error(`no search index: ${language}`))
  }
  return { worker, waiting }
}

// Resolves to the worker's answer to `{ query, limit }` or `{ query, text }`; rejects where the index does not load.
export function ask(language, question) {
  if (!workers.has(language)) workers.set(language, start(language))
  const { worker, waiting } = workers.get(language)
  const id = ++asked
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, ...question })
  })
}
