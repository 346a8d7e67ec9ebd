/** What ends a line, cannot be seen, or turns the direction of what follows (Unicode UAX 9): a blank instead. */
const BLANKS = /[\p{Cc}\p{Zl}\p{Zp}\s\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu

const HALVES = /\p{Cs}/gu

const ELLIPSIS = '…'

/** The text in at most so many characters; one that is cut ends in an ellipsis. No character is cut in two. */
export function clipText(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = Array.from(text)
  if (characters.length <= most) return text
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}${ELLIPSIS}`
}

/** Text of anybody as one line that reads in the order in which it is written; half a character becomes U+FFFD. */
export const plainLine = (text: string): string => text.replace(BLANKS, ' ').replace(HALVES, '\uFFFD').trim()
