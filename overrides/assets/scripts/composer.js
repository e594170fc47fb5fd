// Turns the answers of the contact form into an e-mail that the reader sees before sending it with their own
// program. Nothing is stored, and nothing leaves the page; without this script the form stays hidden.
const form = document.querySelector(".composer")
const letter = form.querySelector(".letter")
const text = letter.querySelector("pre")
const link = letter.querySelector("a")
const status = letter.querySelector("[role=status]")
const alarm = form.querySelector("[role=alert]")
const asked = [...form.querySelectorAll(".ask")]

const answer = ask => (new FormData(form).get(ask.dataset.name) || "").trim()

// A required question without an answer, or a number that is none.
const isWrong = ask =>
  ("required" in ask.dataset && !answer(ask)) ||
  (ask.querySelector("[data-kind=number]") && answer(ask) && !/^\d{1,4}$/.test(answer(ask)))

function mark(ask) {
  const wrong = Boolean(isWrong(ask))
  const note = ask.querySelector(".error")
  if (note) note.hidden = !wrong
  for (const field of ask.querySelectorAll("input, textarea")) field.setAttribute("aria-invalid", wrong)
  return wrong
}

function compose() {
  const lines = asked.filter(answer).map(ask => `${ask.dataset.line} ${answer(ask)}`)
  return [form.dataset.greeting, "", ...lines, "", form.dataset.closing].join("\n")
}

function show(message) {
  text.textContent = message
  if (link) {
    const body = encodeURIComponent(message.replace(/\n/g, "\r\n"))
    link.href = `mailto:${form.dataset.email}?subject=${encodeURIComponent(form.dataset.subject)}&body=${body}`
  }
  status.textContent = ""
  letter.hidden = false
  letter.focus()
}

form.addEventListener("submit", event => {
  event.preventDefault()
  const wrong = asked.filter(mark)
  alarm.hidden = !wrong.length
  if (wrong.length) wrong[0].querySelector("input, textarea").focus()
  else show(compose())
})

form.addEventListener("change", event => {
  const ask = event.target.closest(".ask")
  if (ask?.querySelector("[aria-invalid=true]")) mark(ask)
})

letter.querySelector("button").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(text.textContent)
  } catch {
    getSelection().selectAllChildren(text)
    document.execCommand("copy")
  }
  status.textContent = status.dataset.copied
})

form.hidden = false
