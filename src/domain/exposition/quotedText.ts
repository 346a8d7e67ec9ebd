import { BACKSLASH, QUOTE } from './ascii.ts'
import { memoText, type LineMemo } from './lineMemo.ts'
import { decodeUtf8 } from './utf8.ts'
import { quotedEnd } from './wordScan.ts'

const ESCAPE = /\\([\\"n])/g

/** Undoes `\\`, `\"` and `\n`. Any other backslash stays as it is, as Prometheus' own parser leaves it. */
export const unescapeText = (text: string): string =>
  !text.includes('\\')
    ? text
    : text.replace(ESCAPE, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))

/** The index of the quote that closes the text opened at `open`; -1 if none does before `to`. */
export const closingQuote = (view: DataView, open: number, to: number): number => {
  let at = quotedEnd(view, open + 1)
  while (at < to && view.getUint8(at) !== QUOTE) {
    if (view.getUint8(at) !== BACKSLASH) return -1
    // The byte behind a backslash closes nothing; it may be the line feed.
    at = at + 1 < to ? quotedEnd(view, at + 2) : to
  }
  return at < to ? at : -1
}

/** The text between two quotes, its escapes undone. */
export const quotedText = (memo: LineMemo, view: DataView, open: number, close: number): string => {
  if (quotedEnd(view, open + 1) === close) return memoText(memo, view, open + 1, close)
  return unescapeText(decodeUtf8(view, open + 1, close))
}
