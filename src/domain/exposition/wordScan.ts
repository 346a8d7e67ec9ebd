// The walk over a page looks at four bytes in one step, as a little-endian 32-bit word: several times as fast
// as byte by byte. A scan may read up to `SCAN_PADDING` bytes behind the byte it stops at, so every buffer
// that is walked keeps that many behind its last line.

/** Readable bytes that there have to be behind the last line feed of a walked buffer. */
export const SCAN_PADDING = 16

const ONES = 0x01010101
const HIGH_BITS = 0x80808080
// Engines keep integers of 30 bits without a box.
const SMALL = 0x3fffffff
const LINE_FEEDS = 0x0a0a0a0a
const QUOTES = 0x22222222
const BACKSLASHES = 0x5c5c5c5c

/** The word at `at`. */
export const wordAt = (view: DataView, at: number): number => view.getInt32(at, true)

/** Four ASCII characters as the word they make on a page. */
export const wordOf = (text: string): number =>
  text.charCodeAt(0) | (text.charCodeAt(1) << 8) | (text.charCodeAt(2) << 16) | (text.charCodeAt(3) << 24)

/** The first `count` (0 to 3) bytes of a word. */
export const firstBytes = (word: number, count: number): number => word & ((1 << (count << 3)) - 1)

// Which of the four bytes the lowest set bit lies in.
const firstHit = (hits: number): number => (31 - Math.clz32(hits & -hits)) >> 3

// Non-zero where a byte is zero. Bits above the first zero byte may be wrong (a borrow), the first never is.
const zeroBytes = (word: number): number => (word - ONES) & ~word & HIGH_BITS

/** Index of the first line feed from `from` on; there must be one. Most of a page is skipped here. */
export const lineEnd = (view: DataView, from: number): number => {
  let at = from
  let hits = 0
  while (hits === 0) {
    const a = view.getInt32(at, true) ^ LINE_FEEDS
    const b = view.getInt32(at + 4, true) ^ LINE_FEEDS
    const c = view.getInt32(at + 8, true) ^ LINE_FEEDS
    const d = view.getInt32(at + 12, true) ^ LINE_FEEDS
    hits = (((a - ONES) & ~a) | ((b - ONES) & ~b) | ((c - ONES) & ~c) | ((d - ONES) & ~d)) & HIGH_BITS
    at += 16
  }
  at -= 16
  hits = zeroBytes(view.getInt32(at, true) ^ LINE_FEEDS)
  while (hits === 0) {
    at += 4
    hits = zeroBytes(view.getInt32(at, true) ^ LINE_FEEDS)
  }
  return at + firstHit(hits)
}

/**
 * Index of the first byte from `from` on that ends a metric name: any below `0` (a blank, a line end) or
 * above `z` (`{`). Stray bytes between those are found when the name is judged.
 */
export const nameEnd = (view: DataView, from: number): number => {
  let at = from
  let hits = 0
  while (hits === 0) {
    const word = view.getInt32(at, true)
    hits = (((word - 0x30303030) & ~word) | (word + 0x05050505) | word) & HIGH_BITS
    at += 4
  }
  return at - 4 + firstHit(hits)
}

/** Index of the first quote, backslash or line feed from `from` on; there must be one. */
export const quotedEnd = (view: DataView, from: number): number => {
  for (let at = from; ; at += 4) {
    const word = wordAt(view, at)
    const hits = zeroBytes(word ^ QUOTES) | zeroBytes(word ^ BACKSLASHES) | zeroBytes(word ^ LINE_FEEDS)
    if (hits !== 0) return at + firstHit(hits)
  }
}

/** Whether `length` bytes are equal, from `at` in one view and from `otherAt` in the other. */
export const sameBytes = (
  view: DataView,
  at: number,
  other: DataView,
  otherAt: number,
  length: number,
): boolean => {
  let done = 0
  for (; done + 8 <= length; done += 8) {
    const near = view.getInt32(at + done, true) ^ other.getInt32(otherAt + done, true)
    const far = view.getInt32(at + done + 4, true) ^ other.getInt32(otherAt + done + 4, true)
    if ((near | far) !== 0) return false
  }
  if (done + 4 <= length) {
    if (wordAt(view, at + done) !== wordAt(other, otherAt + done)) return false
    done += 4
  }
  return firstBytes(wordAt(view, at + done) ^ wordAt(other, otherAt + done), length - done) === 0
}

/** A 30-bit hash of all bytes from `from` to `to`; its low bits are as good as its high ones. */
export const hashBytes = (view: DataView, from: number, to: number): number => {
  let even = to - from
  let odd = 0x9e3779b1
  let at = from
  for (; at + 8 <= to; at += 8) {
    even = Math.imul(even ^ wordAt(view, at), 0x9e3779b1)
    odd = Math.imul(odd ^ wordAt(view, at + 4), 0x85ebca77)
    even ^= even >>> 15
    odd ^= odd >>> 13
  }
  if (at + 4 <= to) {
    even = Math.imul(even ^ wordAt(view, at), 0x9e3779b1)
    even ^= even >>> 15
    at += 4
  }
  odd = Math.imul(odd ^ firstBytes(wordAt(view, at), to - at), 0x85ebca77)
  const mixed = Math.imul(even ^ (odd >>> 11) ^ (odd << 7), 0x9e3779b1)
  return (mixed ^ (mixed >>> 16)) & SMALL
}
