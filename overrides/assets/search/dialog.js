// The search as a dialog over any page. The browser itself keeps the focus within, closes by Esc and gives the
// focus back to where it was.
import { element, opener, words } from "./results.js"
import { panel } from "./panel.js"

function build() {
  const { place, input, warm } = panel("h3", 10)
  input.setAttribute("autofocus", "")
  const close = element("button", { class: "menu-close", type: "button" }, words.close)
  const title = element("h2", { id: "search-title" }, opener.textContent)
  const head = element("div", { class: "search-head" }, title, close)
  const dialog = element("dialog", { class: "search-dialog", "aria-labelledby": title.id, closedby: "any" }, head, place)
  close.addEventListener("click", () => dialog.close())
  // A result may be on the page behind.
  place.addEventListener("click", event => event.target.closest("a") && dialog.close())
  document.body.append(dialog)
  return { dialog, input, warm }
}

// The look of the search comes with it; without it the search would be plain but whole.
function look() {
  const sheet = element("link", { rel: "stylesheet", href: new URL("./search.css", import.meta.url) })
  const settled = new Promise(done => { sheet.onload = sheet.onerror = done })
  document.head.append(sheet)
  return settled
}

if (!document.querySelector(".search-here")) await look()  // the page of the search has it already
let built

export function open() {
  const field = document.querySelector(".search-here input")  // the search page has the search already
  if (field) return field.focus()
  built ??= build()
  if (!built.dialog.open) built.dialog.showModal()
  built.input.select()
  built.warm()
}
