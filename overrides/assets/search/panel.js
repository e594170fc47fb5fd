// The field, the status line and the results: the same in the dialog and on the page of the search.
import { addTeasers, count, element, list, listElsewhere, ways, words } from "./results.js"
import { ask } from "./workers.js"

const LANGUAGE = document.documentElement.lang
const OTHER = words.elsewhere  // there is none in a site of one language
const REST = 200  // milliseconds without typing before pages are fetched for their teasers

const rest = () => new Promise(resolve => setTimeout(resolve, REST))

// `heading` is the level of headings within the panel, `limit` the most results shown.
export function panel(heading, limit) {
  const input = element("input", {
    type: "search", autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "go",
  })
  const status = element("p", { role: "status" })
  const found = element("div", { class: "found" })
  const place = element("div", { class: "search", role: "search" }, element("label", {}, words.label, input), status, found)
  let latest = 0
  let answered = Promise.resolve()

  function show(text, ...nodes) {
    status.textContent = text
    const held = found.contains(document.activeElement)
    found.replaceChildren(...nodes)
    if (held) (found.querySelector("a") ?? input).focus()  // it went with the result that it was on
  }

  async function showAnswer(query, isLatest) {
    let language = LANGUAGE
    const reads = () => found.contains(document.activeElement)  // a list is not changed under the reader's hands
    let answer = await ask(language, { query, limit }, () => isLatest() && !reads() && search())
    if (!isLatest()) return
    if (answer.total) {
      show(answer.guess ? words.guess : count(answer), list(answer.results, language))
    } else {
      if (!OTHER) return show(words.none, ...ways())
      language = OTHER
      answer = await ask(language, { query, limit }).catch(() => ({ total: 0, results: [] }))
      if (!isLatest()) return
      const elsewhere = answer.total ? listElsewhere(answer, language, heading) : []
      show(answer.total ? `${words.none} ${words.other}: ${count(answer)}.` : words.none, ...elsewhere, ...ways())
    }
    return { language, answer }
  }

  // Shows what is found; an answer that comes after the reader has typed on is passed over.
  async function search() {
    const query = input.value.trim()
    const mine = ++latest
    const isLatest = () => mine === latest
    if (!query) return show("")
    try {
      const shown = await (answered = showAnswer(query, isLatest))
      await rest()
      if (shown && isLatest()) addTeasers(found.querySelector("ol"), shown.answer.results, query, shown.language)
    } catch {
      if (isLatest()) show(words.failed, ...ways())
    }
  }

  // Loads the index while the reader is still typing the first letters.
  const warm = () => ask(LANGUAGE, { query: "", limit: 1 }).catch(() => show(words.failed, ...ways()))

  // Enter in the field opens the first result, once the answer to what stands in the field is there; a guess
  // is only brought to the reader's attention.
  async function openFirst() {
    const shown = await answered.catch(() => null)
    const first = found.querySelector("ol a")
    if (!shown || !first) return
    if (shown.answer.guess || shown.language !== LANGUAGE) first.focus()
    else first.click()
  }

  place.addEventListener("keydown", event => {
    if (event.isComposing) return
    const stops = [input, ...found.querySelectorAll("a")]
    const to = stops[stops.indexOf(document.activeElement) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0)]
    if (event.key === "Enter" && event.target === input) openFirst()
    else if (to && to !== document.activeElement) to.focus()
    else return
    event.preventDefault()
  })
  input.addEventListener("input", search)

  return { place, input, search, warm }
}
