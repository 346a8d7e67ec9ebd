import type { ByteReader } from './byteReader.ts'
import type { ByteWriter } from './byteWriter.ts'
import type { Rows } from './rows.ts'

/*
 * Bins in a row as bytes:
 *
 *   how many, with three bits of their shape: how many numbers a bin has, and 4 if all have the same count; where there
 *     are none, that is all
 *   how far the first is from where the stretch of time begins
 *   that count, the bit of those measured elsewhere put last; or as two bytes each bin's, 0 where it is empty
 *   the numbers of the bins that are not empty, in single precision
 *
 * A bin has three numbers: mean, low and high; or one where these are the same in all bins; or none where it is the same in
 * all bins, too: then the one number is told once.
 */
const THREE = 3
const ONE = 1
const NONE = 0
const SAME_COUNT = 4
const SHAPE_BITS = 3

/** A count whose highest bit has become its lowest, and back: most then take one byte. */
const turned = (count: number): number => ((count << 1) & 0xffff) | (count >>> 15)
const turnedBack = (count: number): number => (count >>> 1) | ((count & 1) << 15)

function numbersIn({ bits, count, length }: Rows): number {
  const first = bits[0]
  let isConstant = true
  for (let i = 0; i < length; i++) {
    const mean = bits[3 * i]
    if (count[i] === 0) continue
    if (bits[3 * i + 1] !== mean || bits[3 * i + 2] !== mean) return THREE
    isConstant &&= mean === first
  }
  return isConstant ? NONE : ONE
}

function haveSameCount({ count, length }: Rows): boolean {
  for (let i = 1; i < length; i++) if (count[i] !== count[0]) return false
  return true
}

/** Writes bins that lie in a stretch beginning with number `from`; the first and the last of them are not empty. */
export function writeRun(out: ByteWriter, rows: Rows, from: number): void {
  const { length, count } = rows
  if (length === 0) return out.varint(0)
  const numbers = numbersIn(rows)
  const isSame = haveSameCount(rows)
  out.varint((length << SHAPE_BITS) | numbers | (isSame ? SAME_COUNT : 0))
  out.varint(rows.first - from)
  if (isSame) out.varint(turned(count[0] ?? 0))
  for (let i = isSame ? length : 0; i < length; i++) out.u16(count[i] ?? 0)
  writeNumbers(out, rows, numbers)
}

function writeNumbers(out: ByteWriter, { length, count, values }: Rows, numbers: number): void {
  if (numbers === NONE) out.f32(values[0] ?? 0)
  for (let i = 0; i < length; i++) {
    if (count[i] === 0) continue
    for (let k = 0; k < numbers; k++) out.f32(values[3 * i + k] ?? 0)
  }
}

/** Bytes that the numbers of so many bins take. */
const lengthOf = (numbers: number, filled: number): number => (numbers === NONE ? 4 : 4 * numbers * filled)

/**
 * Reads what `writeRun` wrote. Bytes that cannot be such break the reader, and give no bins: what is told to be longer
 * than there is room for, to have more numbers than there are, or to end too early.
 */
export function readRun(from: ByteReader, first: number, into: Rows): void {
  const head = from.varint()
  const length = head >>> SHAPE_BITS
  into.length = 0
  if (head === 0) return
  into.first = first + from.varint()
  const numbers = head & THREE
  if (length === 0 || length > into.count.length || numbers === 2) return from.fail()
  const filled = readCounts(from, length, (head & SAME_COUNT) !== 0, into.count)
  const at = from.skip(lengthOf(numbers, filled))
  if (from.isBroken()) return
  into.length = length
  if (numbers === THREE) readThrees(from.view, at, into)
  else readOnes(from.view, at, numbers === ONE ? 4 : 0, into)
}

/** Reads the counts, and answers how many of them are not 0. */
function readCounts(from: ByteReader, length: number, isSame: boolean, into: Uint16Array): number {
  if (isSame) {
    into.fill(turnedBack(from.varint()), 0, length)
    return into[0] === 0 ? 0 : length
  }
  const at = from.skip(2 * length)
  if (from.isBroken()) return 0
  let filled = 0
  for (let i = 0; i < length; i++) {
    const count = from.view.getUint16(at + 2 * i, true)
    into[i] = count
    if (count !== 0) filled++
  }
  return filled
}

function readThrees(view: DataView, start: number, { values, count, length }: Rows): void {
  let at = start
  for (let i = 0; i < length; i++) {
    if (count[i] === 0) continue
    values[3 * i] = view.getFloat32(at, true)
    values[3 * i + 1] = view.getFloat32(at + 4, true)
    values[3 * i + 2] = view.getFloat32(at + 8, true)
    at += 12
  }
}

function readOnes(view: DataView, start: number, step: number, { values, count, length }: Rows): void {
  let at = start
  for (let i = 0; i < length; i++) {
    if (count[i] === 0) continue
    const value = view.getFloat32(at, true)
    values[3 * i] = value
    values[3 * i + 1] = value
    values[3 * i + 2] = value
    at += step
  }
}
