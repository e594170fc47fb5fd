// Only the preview adds this script: it reloads the page after a save, shows mistakes over it and notes above it.
const { events, version } = document.currentScript.dataset
const here = location.pathname.slice(new URL(".", new URL(events, location)).pathname.length)

const box = document.createElement("div")
box.role = "alert"
Object.assign(box.style, {
  position: "fixed", inset: "auto 0 0", zIndex: 99, maxHeight: "60vh", overflow: "auto", padding: "1rem 1.5rem",
  background: "#7a1020", color: "#fff", font: "16px/1.5 ui-monospace, Consolas, monospace", whiteSpace: "pre-wrap",
})

const note = document.createElement("div")
note.role = "note"
Object.assign(note.style, {
  padding: ".3rem 1.5rem", background: "#fff3bf", color: "#1f2328", font: "14px/1.5 system-ui, sans-serif", whiteSpace: "pre-wrap",
})

function show({ data }) {
  const state = JSON.parse(data)
  if (state.version && state.version !== version) return location.reload()
  box.textContent = [state.title, ...state.mistakes].join("\n")
  if (state.mistakes.length) document.body.append(box)
  else box.remove()
  note.textContent = (state.notes[here] ?? []).join("\n")
  if (note.textContent) document.body.prepend(note)
  else note.remove()
}

// A browser keeps six connections to one address, so a page that is not seen lets go of its own.
let source
function listen() {
  source?.close()
  if (document.hidden) return
  source = new EventSource(events)
  source.addEventListener("message", show)
}
document.addEventListener("visibilitychange", listen)
addEventListener("pagehide", () => source?.close())
listen()
