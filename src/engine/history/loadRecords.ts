import { err, ok, type Result } from '#src/domain/result.ts'
import type { HistoryBook } from '#src/domain/series/historyBook.ts'
import { slabReader, type SlabTaking } from '#src/domain/series/slab.ts'
import { readDrifts } from '#src/domain/slope/driftSnapshot.ts'
import { type Bytes, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Database, StoreFailure } from '#src/engine/ports.ts'
import type { Kept, Wanted } from './kept.ts'
import { keyText, type RecordKey } from './recordKey.ts'
import { recordsToRead, type Shelf } from './shelf.ts'

/** Records that are asked for in one go, while as many are under way. */
const BATCH = 12

/** Bytes that are taken in in one go: some milliseconds. */
const SLICE: Bytes = 200_000

/** Keys of records that are of no use, by why. Those that the browser could not read may be better tomorrow. */
export type Useless = {
  readonly damaged: string[]
  readonly otherVersion: string[]
  readonly unreadable: string[]
}

export type Loaded = {
  readonly useless: Useless
  /** Series that were stored. */
  readonly names: readonly string[]
  /** What the drift test knew of them. */
  readonly rows: ReadonlyMap<string, Uint8Array>
}

type Refusal = { readonly kind: string }

/** What stands for a record that is no bytes: it is refused as any other that is damaged. */
const NO_BYTES = new Uint8Array()

function refuse(useless: Useless, key: string, { kind }: Refusal): void {
  const isOther = kind === 'other-version' || kind === 'other-layout'
  useless[isOther ? 'otherVersion' : 'damaged'].push(key)
}

/** Asks for records in batches, one ahead of what was taken; answers them in order, one with each call. */
function readAhead(
  db: Database,
  keys: readonly string[],
): () => Promise<Result<unknown, StoreFailure>> | undefined {
  const coming: Promise<Result<unknown, StoreFailure>>[] = []
  let asked = 0
  return () => {
    if (coming.length <= BATCH) {
      for (const key of keys.slice(asked, asked + BATCH)) coming.push(db.read(key))
      asked += BATCH
    }
    return coming.shift()
  }
}

/**
 * Gives every record to `take`, in order and one at a time, letting others go first in between. A record that cannot be
 * read, or that `take` refuses, is useless. Answers a failure where the database was lost on the way.
 */
async function eachRecord(
  db: Database,
  keys: readonly string[],
  pause: () => Promise<void>,
  take: (key: string, bytes: Uint8Array) => Refusal | null,
  useless: Useless,
): Promise<StoreFailure | null> {
  const next = readAhead(db, keys)
  let taken = 0
  for (const key of keys) {
    const read = await next()
    if (read?.ok === false) {
      if (read.error.kind === 'lost') return read.error
      useless.unreadable.push(key)
    }
    // Somebody else may have dropped it meanwhile.
    if (read?.ok !== true || read.value === undefined) continue
    const bytes = read.value instanceof Uint8Array ? read.value : NO_BYTES
    const refusal = take(key, bytes)
    if (refusal !== null) refuse(useless, key, refusal)
    taken += bytes.length
    if (taken < SLICE) continue
    taken = 0
    await pause()
  }
  return null
}

const texts = (keys: readonly RecordKey[]): string[] => keys.map(keyText)

/** The books that are one record each. */
async function loadBooks(db: Database, known: Shelf, kept: Kept, useless: Useless): Promise<void> {
  for (const kind of ['marks', 'lights'] as const) {
    for (const key of texts(known.of(kind))) {
      const read = await db.read(key)
      if (!read.ok) useless.unreadable.push(key)
      else if (read.value !== undefined && !kept[kind].load(read.value)) useless.damaged.push(key)
    }
  }
}

/**
 * Reads all records that are of use into a book beside the one that is written to meanwhile, and then puts the two
 * together in one go: what was seen since counts as well as what was stored, bin by bin. Where the database is lost on the
 * way, histories stay as they were.
 */
export async function loadRecords(
  db: Database,
  known: Shelf,
  kept: Kept,
  { wants }: Wanted,
  now: EpochMs,
  pause: () => Promise<void>,
): Promise<Result<Loaded, StoreFailure>> {
  const useless: Useless = { damaged: [], otherVersion: [], unreadable: [] }
  await loadBooks(db, known, kept, useless)

  const aside: HistoryBook = kept.histories.aside()
  const taking: SlabTaking = { until: now + minutes(1), asElsewhere: false, wants }
  const readSlab = slabReader(aside, taking)
  const takeSlab = (_key: string, bytes: Uint8Array): Refusal | null => {
    const read = readSlab(bytes)
    return read.ok ? null : read.error
  }
  const slabsLost = await eachRecord(db, texts(recordsToRead(known, now)), pause, takeSlab, useless)

  const rows = new Map<string, Uint8Array>()
  const takeRows = (_key: string, bytes: Uint8Array): Refusal | null => {
    const read = readDrifts(bytes)
    if (!read.ok) return read.error
    for (const [name, row] of read.value) if (wants(name)) rows.set(name, row)
    return null
  }
  const lost = slabsLost ?? (await eachRecord(db, texts(known.of('drifts')), pause, takeRows, useless))
  if (lost !== null) {
    aside.dropAll()
    return err(lost)
  }

  const names = [...aside.names()]
  kept.histories.adopt(aside)
  return ok({ useless, names, rows })
}
