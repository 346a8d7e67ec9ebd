import { SCAN_PADDING } from './wordScan.ts'

/** A copy of the bytes that scans may read behind the end of. */
export const padded = (bytes: Uint8Array): DataView => {
  const copy = new Uint8Array(bytes.length + SCAN_PADDING)
  copy.set(bytes)
  return new DataView(copy.buffer)
}
