import { ZERO } from './ascii.ts'
import { decodeUtf8 } from './utf8.ts'

const PLUS = 0x2b
const MINUS = 0x2d
const POINT = 0x2e
const LOWER_E = 0x65
const TO_LOWER = 0x20
const LONGEST = 1024

// Powers of ten up to 10^22 are exact in a double, as are integers up to 2^53: one multiplication or division
// of the two is then correctly rounded (Clinger's fast path), so the result is bit for bit that of Number().
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))
const NO_EXPONENT = 0x7fffffff

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const NOT_A_NUMBER = /^[+-]?nan$/i
const INFINITE = /^([+-]?)inf(?:inity)?$/i

/**
 * The number that the bytes from `from` to `to` spell: decimals exactly as `Number()` reads them, NaN and
 * ±Inf in any case. Null for anything else, `1e`, hexadecimal and the empty text among it. Source: Go's
 * ParseFloat, which the exposition formats refer to, without its hexadecimal floats.
 */
export const readNumber = (view: DataView, from: number, to: number): number | null => {
  const quick = quickDecimal(view, from, to)
  return Number.isNaN(quick) ? readSpelled(view, from, to) : quick
}

// NaN where the quick way cannot tell.
const quickDecimal = (view: DataView, from: number, to: number): number => {
  const first = view.getUint8(from)
  const start = isSign(first) ? from + 1 : from
  let mantissa = 0
  let point = -1
  let at = start
  for (; at < to; at += 1) {
    const digit = view.getUint8(at) - ZERO
    if (digit >>> 0 <= 9) mantissa = mantissa * 10 + digit
    else if (digit === POINT - ZERO && point < 0) point = at
    else break
  }
  const digits = at - start - (point < 0 ? 0 : 1)
  if (digits === 0 || mantissa > Number.MAX_SAFE_INTEGER) return Number.NaN
  const shift = (at < to ? exponentAt(view, at, to) : 0) - (point < 0 ? 0 : at - point - 1)
  const size = scaled(mantissa, shift)
  return first === MINUS ? -size : size
}

const isSign = (byte: number): boolean => byte === MINUS || byte === PLUS

const scaled = (mantissa: number, shift: number): number => {
  if (shift > 22 || shift < -22) return Number.NaN
  return shift < 0 ? mantissa / (POWERS[-shift] ?? Number.NaN) : mantissa * (POWERS[shift] ?? Number.NaN)
}

const exponentAt = (view: DataView, from: number, to: number): number => {
  if ((view.getUint8(from) | TO_LOWER) !== LOWER_E || from + 1 === to) return NO_EXPONENT
  const sign = view.getUint8(from + 1)
  const start = isSign(sign) ? from + 2 : from + 1
  if (start === to || to - start > 4) return NO_EXPONENT
  let exponent = 0
  for (let at = start; at < to; at += 1) {
    const digit = view.getUint8(at) - ZERO
    if (digit < 0 || digit > 9) return NO_EXPONENT
    exponent = exponent * 10 + digit
  }
  return sign === MINUS ? -exponent : exponent
}

const readSpelled = (view: DataView, from: number, to: number): number | null => {
  if (to - from > LONGEST) return null
  const text = decodeUtf8(view, from, to)
  if (DECIMAL.test(text)) return Number(text)
  if (NOT_A_NUMBER.test(text)) return Number.NaN
  const infinite = INFINITE.exec(text)
  if (infinite === null) return null
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}
