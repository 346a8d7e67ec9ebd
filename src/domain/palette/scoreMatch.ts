/** A text to look in: its letters in lower case, and where in it a word begins. */
export type Searched = { readonly text: string; readonly starts: ReadonlySet<number> }

const IS_LETTER = /[\p{L}\p{N}]/u

/** `billing-2`: at 0 and 8; `userSync`: at 0 and 4. */
function startsIn(text: string): ReadonlySet<number> {
  const starts = new Set<number>()
  let before = ''
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? ''
    const isHump = before !== before.toUpperCase() && letter !== letter.toLowerCase()
    if (IS_LETTER.test(letter) && (!IS_LETTER.test(before) || isHump)) starts.add(i)
    before = letter
  }
  return starts
}

/** Prepares a text once, as it is looked in with every letter that is typed. */
export const searched = (text: string): Searched => ({ text: text.toLowerCase(), starts: startsIn(text) })

const PLAIN = 1
const IN_A_ROW = 5
const WORD_START = 8
/** That the letters stand together is worth more than any way of finding them apart. */
const WHOLE = 10
/** Nothing else is called so. */
const EXACT = 6
/** What is left of a text that nobody typed speaks a little against it. */
const PER_LETTER_LEFT = 0.05

/** Whether all of `wanted` from `at` on comes in `text` after `from`, in that order. */
function isAhead(wanted: string, at: number, text: string, from: number): boolean {
  let next = from
  for (let i = at; i < wanted.length; i++) {
    next = text.indexOf(wanted[i] ?? '', next) + 1
    if (next === 0) return false
  }
  return true
}

/** The next word at or after `from` that begins with a letter, so that the rest of `wanted` is still found; -1: none. */
function wordAhead(wanted: string, at: number, { text, starts }: Searched, from: number): number {
  const letter = wanted[at] ?? ''
  for (let i = text.indexOf(letter, from); i !== -1; i = text.indexOf(letter, i + 1)) {
    if (starts.has(i)) return isAhead(wanted, at + 1, text, i + 1) ? i : -1
  }
  return -1
}

/** Letter by letter: in a row where that goes on, else where a word begins, else wherever it comes next. */
function lettersScore(wanted: string, within: Searched): number {
  let score = 0
  let last = -2
  for (let at = 0; at < wanted.length; at++) {
    const goesOn = within.text[last + 1] === wanted[at] && isAhead(wanted, at + 1, within.text, last + 2)
    const word = goesOn ? -1 : wordAhead(wanted, at, within, last + 1)
    const place = goesOn
      ? last + 1
      : word === -1
        ? within.text.indexOf(wanted[at] ?? '', Math.max(0, last + 1))
        : word
    if (within.starts.has(place)) score += WORD_START
    else score += goesOn ? IN_A_ROW : PLAIN
    last = place
  }
  return score
}

/** In one piece: worth the more where a word begins with it. */
function wholeScore(wanted: string, { text, starts }: Searched): number {
  let best = 0
  for (let i = text.indexOf(wanted); i !== -1; i = text.indexOf(wanted, i + 1)) {
    const score = WHOLE + (starts.has(i) ? WORD_START : PLAIN) + (wanted.length - 1) * IN_A_ROW
    if (starts.has(i)) return text === wanted ? score + EXACT : score
    best = score
  }
  return best
}

/**
 * How well the letters of `wanted` (lower case, not empty) are found in a text, in their order: `bil2` in `billing-2`.
 * More is better; null where they are not. Letters in a row and at the beginning of words count most, and of two equal
 * texts the shorter is the better.
 */
export function scoreMatch(wanted: string, within: Searched): number | null {
  if (!isAhead(wanted, 0, within.text, 0)) return null
  const best = Math.max(wholeScore(wanted, within), lettersScore(wanted, within))
  return best - (within.text.length - wanted.length) * PER_LETTER_LEFT
}
