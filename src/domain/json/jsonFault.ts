/** Line and column (both from 1, columns in UTF-16 units) of the first character that cannot stand there. */
export type JsonFault = { readonly line: number; readonly column: number; readonly endsEarly: boolean }

const SPACE = /[ \t\n\r]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y
const ATOM = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Where a text stops being JSON (RFC 8259), or null where it is JSON all through.
 * Engines word and place their syntax errors differently, so the place is found here.
 * It walks with a stack of its own: nesting cannot exhaust the call stack.
 */
export const jsonFault = (text: string): JsonFault | null => {
  const scan: Scan = { text, at: 0, open: [], expect: 'value' }
  while (step(scan)) {
    // Each step reads one token and says what may come next.
  }
  return scan.expect === 'done' && scan.at === text.length ? null : placeOf(text, scan.at)
}

type Expectation = 'value' | 'first-value' | 'first-key' | 'key' | 'colon' | 'comma' | 'done'
type Scan = { readonly text: string; at: number; readonly open: ('{' | '[')[]; expect: Expectation }

const READ: Readonly<Record<Expectation, (scan: Scan, char: string) => boolean>> = {
  value: (scan, char) => readValue(scan, char),
  'first-value': (scan, char) => (char === ']' ? close(scan) : readValue(scan, char)),
  'first-key': (scan, char) => (char === '}' ? close(scan) : next(scan, skipText(scan), 'colon')),
  key: (scan) => next(scan, skipText(scan), 'colon'),
  colon: (scan, char) => next(scan, take(scan, char === ':'), 'value'),
  comma: (scan, char) => readSeparator(scan, char),
  done: () => false,
}

const skip = (scan: Scan, pattern: RegExp): boolean => {
  pattern.lastIndex = scan.at
  const match = pattern.exec(scan.text)
  if (match === null) return false
  scan.at = pattern.lastIndex
  return true
}

/** Reads one token. False at the first one that does not fit, and at the end. */
const step = (scan: Scan): boolean => {
  skip(scan, SPACE)
  return READ[scan.expect](scan, scan.text.charAt(scan.at))
}

const readValue = (scan: Scan, char: string): boolean => {
  if (char === '{' || char === '[') {
    scan.open.push(char)
    return next(scan, take(scan, true), char === '{' ? 'first-key' : 'first-value')
  }
  return next(scan, char === '"' ? skipText(scan) : skip(scan, ATOM), afterValue(scan))
}

const readSeparator = (scan: Scan, char: string): boolean => {
  const inObject = scan.open.at(-1) === '{'
  if (char === (inObject ? '}' : ']')) return close(scan)
  return next(scan, take(scan, char === ','), inObject ? 'key' : 'value')
}

const close = (scan: Scan): boolean => {
  scan.open.pop()
  return next(scan, take(scan, true), afterValue(scan))
}

const afterValue = (scan: Scan): Expectation => (scan.open.length === 0 ? 'done' : 'comma')

const take = (scan: Scan, fits: boolean): boolean => {
  if (fits) scan.at += 1
  return fits
}

const next = (scan: Scan, went: boolean, expect: Expectation): boolean => {
  if (went) scan.expect = expect
  return went
}

/** A loop, not a pattern: strings may be megabytes long. At a fault it stays where the string breaks. */
const skipText = (scan: Scan): boolean => {
  if (scan.text.charAt(scan.at) !== '"') return false
  scan.at += 1
  while (scan.text.charCodeAt(scan.at) >= 0x20) {
    const char = scan.text.charAt(scan.at)
    if (char === '"') return take(scan, true)
    if (char !== '\\') scan.at += 1
    else if (!skip(scan, ESCAPE)) return false
  }
  return false
}

const placeOf = (text: string, offset: number): JsonFault => {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  const line = before.split('\n').length
  return { line, column: offset - lineStart + 1, endsEarly: offset >= text.length }
}
