// What the header needs beside HTML: it opens the search by its button or by Ctrl-K or ⌘-K, and closes the menu.
// Nothing of the search loads before that; where it does not load at all, the button's link is followed instead,
// to the page that lists every page.
const opener = document.querySelector(".search-open")
const module = new URL("../search/dialog.js", document.currentScript.src)

function openSearch(event) {
  event.preventDefault()
  import(module).then(dialog => dialog.open(), () => location.assign(opener.href))
}

opener.setAttribute("aria-haspopup", "dialog")
opener.setAttribute("aria-keyshortcuts", "Control+K Meta+K")

opener.addEventListener("click", event => {
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey  // the reader wants a new tab or window
  if (!elsewhere) openSearch(event)
})

document.addEventListener("keydown", event => {
  const combined = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (combined && event.key.toLowerCase() === "k") openSearch(event)
})

// An open menu would cover what the keyboard comes to after it.
const menu = document.querySelector(".menu")

menu.addEventListener("focusout", ({ relatedTarget: next }) => {
  if (next && next !== menu && !menu.contains(next) && menu.matches(":popover-open")) menu.hidePopover()
})
