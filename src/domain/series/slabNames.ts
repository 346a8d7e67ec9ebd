import { type ByteReader, byteReader } from './byteReader.ts'
import type { ByteWriter } from './byteWriter.ts'

/** Tables of names that are remembered while records are read: a fleet has a few, one for each part of its series. */
const MOST_TABLES = 32

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}

/** Writes names, of each how much is as in the one before, and the rest of it; before them how many bytes they take. */
export function writeNames(out: ByteWriter, names: readonly string[]): void {
  const at = out.length()
  out.u32(0)
  let before = ''
  for (const name of names) {
    const shared = sharedLength(name, before)
    out.varint(shared)
    out.text(shared === 0 ? name : name.slice(shared))
    before = name
  }
  out.setU32(at, out.length() - at - 4)
}

function readNames(bytes: Uint8Array): readonly string[] | null {
  const from = byteReader(bytes)
  const names: string[] = []
  let name = ''
  while (!from.isAtEnd() && !from.isBroken()) {
    const shared = from.varint()
    name = name.slice(0, shared) + from.text()
    names.push(name)
  }
  return from.isBroken() ? null : names
}

const areEqual = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/**
 * Reads what `writeNames` wrote, and answers what `of` makes of the names: of a table that came before, what it made of
 * it then. Null, and the reader is broken, where there is no such table.
 */
export function namesReader<T>(of: (name: string) => T): (from: ByteReader) => readonly T[] | null {
  const known: { readonly bytes: Uint8Array; readonly made: readonly T[] }[] = []
  return (from) => {
    const bytes = from.bytes(from.u32())
    const before = known.find((table) => areEqual(table.bytes, bytes))
    if (before !== undefined || from.isBroken()) return before?.made ?? null
    const names = readNames(bytes)
    if (names === null) {
      from.fail()
      return null
    }
    const made = names.map(of)
    if (known.length === MOST_TABLES) known.shift()
    known.push({ bytes: bytes.slice(), made })
    return made
  }
}
