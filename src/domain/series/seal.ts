import { err, ok, type Result } from '#src/domain/result.ts'
import { checksum } from './checksum.ts'

/** What sealed bytes hold, and in which layout. */
export type SealKind = { readonly letter: string; readonly version: number }

/** Why sealed bytes are refused. `foreign`: they never were what they should be. */
export type SealRefusal =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'other-version'; readonly version: number }

/** MC and a letter, the version, and the checksum of what follows. */
const HEAD = 8
const MARK = [0x4d, 0x43]

/** Puts bytes under a head that says what they are, in which version, and what they must add up to. */
export function seal({ letter, version }: SealKind, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(HEAD + body.length)
  sealed.set([...MARK, letter.charCodeAt(0), version])
  new DataView(sealed.buffer).setUint32(4, checksum(body, version), true)
  sealed.set(body, HEAD)
  return sealed
}

/** What `seal` was given, as a view; bytes of another kind or version, and damaged ones, are refused. */
export function unseal({ letter, version }: SealKind, bytes: Uint8Array): Result<Uint8Array, SealRefusal> {
  const head = [...MARK, letter.charCodeAt(0)]
  if (head.some((byte, i) => bytes[i] !== byte)) return err({ kind: 'foreign' })
  const written = bytes[3]
  if (written === undefined || bytes.length < HEAD) return err({ kind: 'damaged' })
  if (written !== version) return err({ kind: 'other-version', version: written })
  const body = bytes.subarray(HEAD)
  const expected = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  return checksum(body, version) === expected ? ok(body) : err({ kind: 'damaged' })
}
