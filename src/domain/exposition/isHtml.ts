import { decodeUtf8 } from './utf8.ts'

const OPENING = /^\s*<(?:!doctype|!--|html|head|body|\?xml)/i
const LONGEST_OPENING = 64

/** Whether the bytes from `from` to `to` begin as a page of HTML (or XHTML) does. */
export const isHtml = (view: DataView, from: number, to: number): boolean =>
  OPENING.test(decodeUtf8(view, from, Math.min(to, from + LONGEST_OPENING)))
