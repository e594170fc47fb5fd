// The field, the status line and the results: the same in the dialog and on the page of the search.
import { addTeasers, count, element, list, ways, words } from "./results.js"
import { ask } from "./workers.js"

const LANGUAGE = document.documentElement.lang
const OTHER = words.elsewhere  // there is none in a site of one language
const REST = 300  // milliseconds without typing before pages are fetched for their teasers
const PAUSE = 700  // and before it is said that there are only guesses, or nothing: who looks for a letter has not finished
const LEAST = 2  // letters that are looked for
const FEW = 5
const NOTHING = { total: 0, near: 0, results: [] }

const rest = time => new Promise(resolve => setTimeout(resolve, time))

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

  // Shows what is found; an answer that comes after the reader has typed on is passed over. That there are but guesses, or
  // nothing, is said once the reader rests, as half a word makes a guess of any answer.
  async function showAnswer(query, isLatest) {
    const answer = await ask(LANGUAGE, { query, limit })
    if (!isLatest()) return
    const shown = { answer, language: LANGUAGE, list: list(answer, LANGUAGE) }
    if (answer.total) show(answer.guess ? "" : count(answer), shown.list)
    if (answer.total && !answer.guess) return shown
    await rest(PAUSE)
    return isLatest() ? showUnsure(shown, query, isLatest) : undefined
  }

  // The other language is asked too, and its sure answer stands before guesses, under its heading.
  async function showUnsure(shown, query, isLatest) {
    const other = OTHER ? await ask(OTHER, { query, limit: FEW }).catch(() => NOTHING) : NOTHING
    if (!isLatest()) return
    const guess = shown.answer.total > 0
    if (!other.total || other.guess) {
      show(guess ? words.guess : words.none, ...(guess ? [shown.list] : []), ...ways())
      return guess ? shown : undefined
    }
    const elsewhere = list(other, OTHER)
    show(`${words.none} ${words.other}: ${count(other)}.`, element(heading, {}, words.other), elsewhere, ...ways())
    return { answer: other, language: OTHER, list: elsewhere }
  }

  async function search() {
    const query = input.value.trim()
    const mine = ++latest
    const isLatest = () => mine === latest
    if (query.length < LEAST) return show("")
    try {
      const shown = await (answered = showAnswer(query, isLatest))
      await rest(REST)
      if (shown && isLatest()) addTeasers(shown.list, shown.answer.results, query, shown.language)
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
