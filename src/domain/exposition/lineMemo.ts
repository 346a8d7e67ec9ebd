import type { Labels } from './exposition.ts'
import { ByteMemo } from './byteMemo.ts'
import { decodeUtf8 } from './utf8.ts'
import { hashBytes } from './wordScan.ts'

/** What recurs on pages of metrics: the names and values of labels, help texts, and whole label blocks. */
export type LineMemo = { readonly texts: ByteMemo<string>; readonly blocks: ByteMemo<Labels> }

const TEXT_BYTES = 1 << 18
const BLOCK_BYTES = 1 << 19

export const lineMemo = (): LineMemo => ({
  texts: new ByteMemo(TEXT_BYTES),
  blocks: new ByteMemo(BLOCK_BYTES),
})

/**
 * The text of the bytes from `from` to `to`, the same string as last time where they have been met before.
 */
export const memoText = (memo: LineMemo, view: DataView, from: number, to: number): string => {
  const hash = hashBytes(view, from, to)
  const known = memo.texts.find(hash, view, from, to)
  if (known !== undefined) return known.value
  const text = decodeUtf8(view, from, to)
  memo.texts.keep(hash, view, from, to, text)
  return text
}
