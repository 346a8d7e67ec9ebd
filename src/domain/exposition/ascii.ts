/** The bytes that carry structure in an exposition. */
const TAB = 0x09
export const LINE_FEED = 0x0a
export const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20
export const QUOTE = 0x22
export const HASH = 0x23
export const COMMA = 0x2c
export const ZERO = 0x30
export const EQUALS = 0x3d
export const BACKSLASH = 0x5c
export const OPEN_BRACE = 0x7b
export const CLOSE_BRACE = 0x7d

/** A blank or a tab: the only white space inside a line. */
export const isBlank = (byte: number): boolean => byte === SPACE || byte === TAB

/** `0` to `9`. */
export const isDigit = (byte: number): boolean => byte >= ZERO && byte <= 0x39

/** The first index from `from` on that holds neither a blank nor a tab; `to` if there is none before it. */
export const skipBlanks = (view: DataView, from: number, to: number): number => {
  let at = from
  while (at < to && isBlank(view.getUint8(at))) at += 1
  return at
}

/** The next blank or tab from `from` on; `to` if there is none before it. */
export const skipToBlank = (view: DataView, from: number, to: number): number => {
  let at = from
  while (at < to && !isBlank(view.getUint8(at))) at += 1
  return at
}

/**
 * Where the text before `to` ends once blanks and carriage returns behind it are left out; `from` at least.
 */
export const trimEnd = (view: DataView, from: number, to: number): number => {
  let end = to
  while (end > from && (isBlank(view.getUint8(end - 1)) || view.getUint8(end - 1) === CARRIAGE_RETURN))
    end -= 1
  return end
}
