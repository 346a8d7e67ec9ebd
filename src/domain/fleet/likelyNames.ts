import { nearest } from './nearest.ts'

const MOST = 5
/** A word of one or two letters is held by half of all names. */
const FEWEST_LETTERS = 3

/**
 * The known names that somebody probably meant, at most five, the likeliest first: those that hold the word or are held by
 * it, then those that are near by their letters. Case does not count. None where nothing is near.
 */
export function likelyNames(word: string, known: readonly string[]): readonly string[] {
  const asked = word.trim().toLowerCase()
  const likely = known.filter((name) => {
    const text = name.toLowerCase()
    const isWord = Math.min(asked.length, text.length) >= FEWEST_LETTERS
    return isWord && (text.includes(asked) || asked.includes(text))
  })
  for (let next = nearest(asked, known); next !== null && likely.length < MOST;) {
    if (!likely.includes(next)) likely.push(next)
    next = nearest(
      asked,
      known.filter((name) => !likely.includes(name)),
    )
  }
  return likely.slice(0, MOST)
}
