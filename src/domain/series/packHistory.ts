import { err, ok, type Result } from '#src/domain/result.ts'
import { type BinRing, binsBetween, putBin } from './binRing.ts'
import { COARSE, emptyHistory, FINE, type History } from './history.ts'

/** Written before everything else; another number is another layout. */
const VERSION = 1
const HEAD = 1 + 4 + 4
const BIN = 4 + 4 + 4 + 4 + 2

const filledOf = (ring: BinRing) => (ring.newest === -1 ? [] : binsBetween(ring, 0, Infinity))

/**
 * A history as bytes: a version, the number of fine and of coarse bins, then each filled bin as its number counted from
 * 1970, mean, low, high and count. Little-endian on every machine.
 */
export function packHistory({ fine, coarse }: History): Uint8Array<ArrayBuffer> {
  const rings = [fine, coarse].map((ring) => ({ ring, bins: filledOf(ring) }))
  const total = rings.reduce((sum, { bins }) => sum + bins.length, 0)
  const view = new DataView(new ArrayBuffer(HEAD + total * BIN))
  view.setUint8(0, VERSION)
  let at = HEAD
  for (const [i, { ring, bins }] of rings.entries()) {
    view.setUint32(1 + 4 * i, bins.length, true)
    for (const { t, mean, low, high, count } of bins) {
      view.setUint32(at, t / ring.width, true)
      view.setFloat32(at + 4, mean, true)
      view.setFloat32(at + 8, low, true)
      view.setFloat32(at + 12, high, true)
      view.setUint16(at + 16, count, true)
      at += BIN
    }
  }
  return new Uint8Array(view.buffer)
}

/** Why bytes are no history. */
export type NotAHistory =
  | { readonly kind: 'other-version'; readonly version: number }
  | { readonly kind: 'damaged' }

/** Reads what `packHistory` wrote. Bytes of another version, and bytes that cannot be right, are refused as a whole. */
export function unpackHistory(bytes: Uint8Array): Result<History, NotAHistory> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < HEAD) return err({ kind: 'damaged' })
  const version = view.getUint8(0)
  if (version !== VERSION) return err({ kind: 'other-version', version })
  const [fines, coarses] = [view.getUint32(1, true), view.getUint32(5, true)]
  if (fines > FINE.bins || coarses > COARSE.bins || view.byteLength !== HEAD + (fines + coarses) * BIN) {
    return err({ kind: 'damaged' })
  }
  const history = emptyHistory()
  readBins(view, HEAD, fines, history.fine)
  readBins(view, HEAD + fines * BIN, coarses, history.coarse)
  return ok(history)
}

function readBins(view: DataView, from: number, count: number, ring: BinRing): void {
  for (let at = from; at < from + count * BIN; at += BIN) {
    putBin(ring, {
      t: view.getUint32(at, true) * ring.width,
      mean: view.getFloat32(at + 4, true),
      low: view.getFloat32(at + 8, true),
      high: view.getFloat32(at + 12, true),
      count: view.getUint16(at + 16, true),
    })
  }
}
