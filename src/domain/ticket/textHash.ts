import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { crockford } from './crockford.ts'

/** Up to 51 digits of the SHA-256 of a text in base 32: the same wherever and whenever it is computed. */
export function textHash(text: string, digits: number): string {
  const hash: string[] = []
  let bits = 0
  let held = 0
  for (const byte of sha256(utf8ToBytes(text))) {
    bits = ((bits << 8) | byte) & 0xfff
    held += 8
    for (; held >= 5; held -= 5) hash.push(crockford(bits >> (held - 5)))
  }
  return hash.slice(0, digits).join('')
}
