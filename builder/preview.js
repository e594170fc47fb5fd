// Only the preview server adds this script: it reloads the page after a build, shows mistakes over it and a note above it.
const { news, build } = document.currentScript.dataset
const here = location.pathname.slice(new URL(".", new URL(news, location)).pathname.length)

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

new EventSource(news).addEventListener("message", ({ data }) => {
  const state = JSON.parse(data)
  if (state.build !== build) return location.reload()
  box.textContent = [state.title, ...state.mistakes].join("\n")
  if (state.mistakes.length) document.body.append(box)
  else box.remove()
  note.textContent = (state.notes[here] ?? []).join("\n")
  if (note.textContent) document.body.prepend(note)
})
