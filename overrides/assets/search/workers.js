// Puts questions to the search's workers. A language's index loads when something is first asked of it, and again
// after a failure: a reader whose connection broke goes on by typing.
const workers = new Map()
let asked = 0

function start(language) {
  const worker = new Worker(new URL(`./worker.js?language=${language}`, import.meta.url), { type: "module" })
  const waiting = new Map()
  const started = { worker, waiting, last: {} }
  worker.onmessage = ({ data }) => {
    if (data.waiting) return  // nothing yet: the lexicon is still on its way, and the answer comes with it
    if (data.id === started.last.id && !waiting.has(data.id)) started.last.onBetter?.()
    waiting.get(data.id)?.resolve(data)
    waiting.delete(data.id)
  }
  worker.onerror = event => {
    event.preventDefault()
    workers.delete(language)
    worker.terminate()
    for (const { reject } of waiting.values()) reject(new Error(`no search index: ${language}`))
  }
  return started
}

// Resolves to the worker's answer to `{ query, limit }` or `{ query, text }`; rejects where the index does not load.
// `onBetter` is called if the worker has a better answer to its last query once the lexicon has loaded.
export function ask(language, question, onBetter) {
  if (!workers.has(language)) workers.set(language, start(language))
  const started = workers.get(language)
  const id = ++asked
  if (onBetter) started.last = { id, onBetter }
  return new Promise((resolve, reject) => {
    started.waiting.set(id, { resolve, reject })
    started.worker.postMessage({ id, ...question })
  })
}
