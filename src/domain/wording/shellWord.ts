/** What no shell gives a meaning to. */
const PLAIN = /^[A-Za-z0-9_./:@%+,-]+$/

/**
 * What a terminal may act on, or a reader cannot see: control and format characters (an escape sequence ends a paste, a
 * change of direction hides what a command does), lone surrogates, and every blank but the ordinary one.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u

/**
 * A text as one word of a POSIX shell (IEEE Std 1003.1, 2.2.2: within single quotes every character stands for itself),
 * as it is where that needs no quotes. Null where it holds what must not be pasted into a terminal.
 */
export function shellWord(text: string): string | null {
  if (UNSEEN.test(text)) return null
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
