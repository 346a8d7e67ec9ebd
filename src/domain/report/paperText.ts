/** Letters of other widths than most, in ems of DejaVu Sans, the widest of the fonts that pages are printed in. */
const WIDTHS: readonly (readonly [letters: RegExp, em: number])[] = [
  [/[ijl .,:;'’|!·]/u, 0.32],
  [/[frt()[\]/-]/u, 0.39],
  [/[mwMW%@—…]/u, 0.95],
  [/[\u2e80-\uffef\u{1f000}-\u{3ffff}]/u, 1.35],
  [/\p{Lu}/u, 0.7],
]
const MOST_LETTERS = 0.62

const known = new Map<string, number>()

function emOf(letter: string): number {
  const kept = known.get(letter)
  if (kept !== undefined) return kept
  const em = WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? MOST_LETTERS
  // A report has few letters; what somebody pasted in may have all there are.
  if (known.size < 1000) known.set(letter, em)
  return em
}

/** About how wide a text is in print, in ems: rather too wide than too narrow. */
export function paperWidth(text: string): number {
  let width = 0
  for (const letter of text) width += emOf(letter)
  return width
}

/** How many lines a text takes in a column of `column` ems. A line ends before the word that no longer fits: 4 % are lost. */
export const paperLines = (width: number, column: number): number =>
  Math.max(1, Math.ceil((width * 1.04) / column))
