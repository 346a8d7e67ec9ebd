import type { FleetStrip, ServiceRow, Spark } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { PROTOCOL } from '#src/engine/protocol.ts'
import type { Storage } from './storage.ts'

/** A digest as it lies between two visits. */
export type Digest = {
  /** Of which fleet file it is. */
  readonly fleetUrl: string
  readonly at: EpochMs
  readonly strip: FleetStrip
  readonly rows: readonly ServiceRow[]
}

const KEY = 'morning-check/digest'
/** Storage is 5 MB for the whole origin, and is read before the first paint. */
const MOST_CHARACTERS = 600_000

/** FNV-1a, 32 bits, over UTF-16 code units (G. Fowler, L. C. Noll, K.-P. Vo): enough to notice damage. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(16)
}

/** Four significant digits are more than 24 pixels can show; a gap is null, as JSON has no NaN. */
const packed = ({ values, ...spark }: Spark): object => ({
  ...spark,
  values: Array.from(values, (value) => (Number.isFinite(value) ? Number(value.toPrecision(4)) : null)),
})

type StoredSpark = Omit<Spark, 'values'> & { readonly values: readonly (number | null)[] }
type StoredRow = Omit<ServiceRow, 'spark'> & { readonly spark: StoredSpark | null }
type StoredDigest = Omit<Digest, 'rows'> & { readonly rows: readonly StoredRow[] }

function unpacked(row: StoredRow): ServiceRow {
  const { spark } = row
  if (spark === null) return { ...row, spark }
  return {
    ...row,
    spark: { ...spark, values: Float32Array.from(spark.values, (value) => value ?? Number.NaN) },
  }
}

const write = (digest: Digest, withSparks: boolean): string =>
  JSON.stringify({
    ...digest,
    rows: digest.rows.map((row) => ({
      ...row,
      spark: withSparks && row.spark !== null ? packed(row.spark) : null,
    })),
  })

/** A digest as text, without its lines where they would make it too long; null when even that is too long. */
export function printDigest(digest: Digest): string | null {
  for (const withSparks of [true, false]) {
    const body = write(digest, withSparks)
    if (body.length <= MOST_CHARACTERS) return `${PROTOCOL} ${hash(body)} ${body}`
  }
  return null
}

/** The digest in a text of `printDigest`; null for a text of another version, cut, or changed by anything else. */
export function parseDigest(text: string | null): Digest | null {
  const [, version, sum, body] = /^(\d+) ([0-9a-f]+) (.*)$/s.exec(text ?? '') ?? []
  if (body === undefined || version !== `${PROTOCOL}` || sum !== hash(body)) return null
  // The sum says that this very program wrote the text: its shape is known.
  const stored: StoredDigest = JSON.parse(body)
  return { ...stored, rows: stored.rows.map(unpacked) }
}

/** What was kept of this very fleet; null when nothing was, or only of another one. */
export function readSavedDigest(storage: Storage, fleetUrl: string): Digest | null {
  const digest = parseDigest(storage.read(KEY))
  return digest?.fleetUrl === fleetUrl ? digest : null
}

export const forgetSavedDigest = (storage: Storage): void => storage.remove(KEY)

/** Keeps a digest for the next visit. One that is too large takes the place of none: the older one goes. */
export function saveDigest(storage: Storage, digest: Digest): void {
  const text = printDigest(digest)
  if (text === null) storage.remove(KEY)
  else storage.write(KEY, text)
}
