// Only the preview server adds this script: it reloads the page after a build and shows mistakes over it.
const { news, build } = document.currentScript.dataset

const box = document.createElement("div")
box.role = "alert"
Object.assign(box.style, {
  position: "fixed", inset: "auto 0 0", zIndex: 99, maxHeight: "60vh", overflow: "auto", padding: "1rem 1.5rem",
  background: "#7a1020", color: "#fff", font: "16px/1.5 ui-monospace, Consolas, monospace", whiteSpace: "pre-wrap",
})

new EventSource(news).addEventListener("message", ({ data }) => {
  const state = JSON.parse(data)
  if (state.build !== build) return location.reload()
  box.textContent = [state.title, ...state.mistakes].join("\n")
  if (state.mistakes.length) document.body.append(box)
  else box.remove()
})
