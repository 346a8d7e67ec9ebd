import type { Labels } from '#src/domain/exposition/exposition.ts'

/** FNV-1a of 64 bits: offset basis and prime (Fowler, Noll, Vo; draft-eastlake-fnv, section 5). */
const BASIS = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/** A byte that no UTF-8 text holds stands behind every name and every value. */
const SEPARATOR = 0xff

const REPLACEMENT = 0xfffd

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff

function bytesOf(code: number): readonly number[] {
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f)
  if (code < 0x80) return [code]
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)]
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)]
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)]
}

const add = (hash: bigint, byte: number): bigint => BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)

function addText(hash: bigint, text: string): bigint {
  let sum = hash
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    for (const byte of bytesOf(isHalf(code) ? REPLACEMENT : code)) sum = add(sum, byte)
  }
  return add(sum, SEPARATOR)
}

/**
 * The fingerprint that Alertmanager gives an alert with these labels, as 16 hex digits (prometheus/common,
 * `model.LabelSet.Fingerprint`): names in order, each with its value. A label without a value is none
 * (Alertmanager takes it away).
 */
export function fingerprintOf(labels: Labels): string {
  let hash = BASIS
  for (const [name, value] of Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== '') hash = addText(addText(hash, name), value)
  }
  return hash.toString(16).padStart(16, '0')
}
