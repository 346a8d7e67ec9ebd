const MIX = 0x9e3779b1
const REMIX = 0x85ebca6b

/**
 * A checksum of 32 bits, an unsigned integer: multiply and shift by words of four bytes, in the manner of MurmurHash3
 * (A. Appleby, 2011), which is four times as fast here as a CRC by table. Any single changed word changes it, since
 * every step can be undone; other damage goes unnoticed once in four thousand million times. It guards against accidents,
 * not against malice. Four words at a time are mixed side by side, since each step has to wait for the one before. `seed` tells things of different kinds apart.
 */
export function checksum(bytes: Uint8Array, seed: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes.length - (bytes.length % 16)
  let [a, b, c, d] = [seed | 0, seed ^ 1, seed ^ 2, seed ^ 3]
  for (let at = 0; at < whole; at += 16) {
    a = mix(a, view.getInt32(at, true))
    b = mix(b, view.getInt32(at + 4, true))
    c = mix(c, view.getInt32(at + 8, true))
    d = mix(d, view.getInt32(at + 12, true))
  }
  let hash = mix(mix(mix(mix(bytes.length, a), b), c), d)
  for (let at = whole; at < bytes.length; at++) {
    hash = Math.imul(hash ^ view.getUint8(at), REMIX)
    hash ^= hash >>> 13
  }
  return hash >>> 0
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, MIX)
  return mixed ^ (mixed >>> 15)
}
