// Unpacks what builder/search_index.py packed: front-coded words, and steps between their numbers.
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]))

export function unpackWords(coded) {
  let before = ""
  return coded.split(" ").map(word => (before = before.slice(0, parseInt(word[0], 36)) + word.slice(1)))
}

export function unpackNumbers(coded) {
  const numbers = []
  let number = 0, step = 0, power = 1
  for (const digit of coded) {
    const value = VALUE.get(digit)
    step += (value % 32) * power
    power *= 32
    if (value >= 32) continue
    numbers.push((number += step))
    step = 0
    power = 1
  }
  return numbers
}
