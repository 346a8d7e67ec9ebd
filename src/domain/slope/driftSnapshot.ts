import { err, ok, type Result } from '#src/domain/result.ts'
import { byteReader } from '#src/domain/series/byteReader.ts'
import { byteWriter } from '#src/domain/series/byteWriter.ts'
import { checksum } from '#src/domain/series/checksum.ts'
import { type SealKind, type SealRefusal, seal, unseal } from '#src/domain/series/seal.ts'
import { BYTES_PER_SERIES, ROW_LAYOUT } from './driftMemory.ts'
import type { DriftStore } from './driftStore.ts'
// All of them at once: a snapshot must know whether any of them is another.
import * as parameters from './parameters.ts'

/**
 * To be raised when the numbers of a row come to mean something else without a change of their names, of the levels or of
 * the parameters: those are noticed by themselves.
 */
const LAYOUT = 1

const SNAPSHOT: SealKind = { letter: 'D', version: LAYOUT }

/** The order of bytes in a number, which a row has of the machine it was written on. */
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1

/** A row is of no use to a test with other constants: the state in it was reached by these. */
const FINGERPRINT: number = fingerprintOf(JSON.stringify([ROW_LAYOUT, parameters, isLittleEndian]))

function fingerprintOf(text: string): number {
  const out = byteWriter(text.length)
  out.text(text)
  return checksum(out.done(), LAYOUT)
}

/** What the drift test knows of these series, as bytes; names without a series are left out. */
export function packDrifts(drifts: DriftStore, names: readonly string[]): Uint8Array<ArrayBuffer> {
  const out = byteWriter(names.length * (BYTES_PER_SERIES + 64))
  out.u32(FINGERPRINT)
  for (const name of names) {
    const row = drifts.save(name)
    if (row === null) continue
    out.text(name)
    out.bytes(row)
  }
  return seal(SNAPSHOT, out.done())
}

/** `other-layout`: the drift test has changed since. */
export type SnapshotRefusal = SealRefusal | { readonly kind: 'other-layout' }

/**
 * The rows of a snapshot by name, as views of its bytes. One that is damaged, of another version, or written by a drift
 * test with other numbers, levels or constants is refused as a whole.
 */
export function readDrifts(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, SnapshotRefusal> {
  const body = unseal(SNAPSHOT, bytes)
  if (!body.ok) return body
  const from = byteReader(body.value)
  if (from.u32() !== FINGERPRINT) return err({ kind: 'other-layout' })
  const rows = new Map<string, Uint8Array>()
  while (!from.isAtEnd() && !from.isBroken()) {
    const name = from.text()
    rows.set(name, from.bytes(BYTES_PER_SERIES))
  }
  return from.isBroken() ? err({ kind: 'damaged' }) : ok(rows)
}
