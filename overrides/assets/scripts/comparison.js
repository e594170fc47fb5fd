// Lets the address say which roles are compared, #roolit=coach,mentor, so that a choice can be sent to somebody.
// Nothing is stored; without this script the comparison begins as it is built.
const many = document.querySelector(".pick.many")
const one = document.querySelector(".pick.one")
const start = `#${many.dataset.hash}=`

function choose() {
  if (!location.hash.startsWith(start)) return
  const wanted = decodeURIComponent(location.hash.slice(start.length)).split(",")
  const known = [...many.querySelectorAll("input")].filter(input => wanted.includes(input.value)).slice(0, 8)
  if (!known.length) return
  for (const input of many.querySelectorAll("input")) input.checked = known.includes(input)
  for (const input of one.querySelectorAll("input")) if (input.value === known[0].value) input.checked = true
}

for (const pick of [many, one]) {
  pick.addEventListener("change", () => {
    const chosen = [...pick.querySelectorAll(":checked")].map(input => input.value)
    history.replaceState(null, "", start + chosen.join(","))
  })
}

addEventListener("hashchange", choose)
choose()
document.querySelector(".compare__link").hidden = false
