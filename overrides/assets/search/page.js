// The search on its own page. What is searched for stands in the address, so that a search can be linked.
import { panel } from "./panel.js"

const { place, input, search, warm } = panel("h2", 20)
const address = new URL(location.href)

input.value = address.searchParams.get("q") ?? ""
input.addEventListener("input", () => {
  if (input.value.trim()) address.searchParams.set("q", input.value.trim())
  else address.searchParams.delete("q")
  history.replaceState(null, "", address)
})
input.addEventListener("focus", warm, { once: true })

document.querySelector(".search-here").append(place)
if (input.value) search()
