import type { Exposition, NotAnExposition } from '#src/domain/exposition/exposition.ts'
import { expositionReader, type ReadOptions } from '#src/domain/exposition/expositionReader.ts'
import { everyFamily } from '#src/domain/exposition/wanted.ts'
import type { Result } from '#src/domain/result.ts'

/** For tests: the bytes of a text in UTF-8. */
export const bytesOf = (text: string): Uint8Array => {
  const ascii = /^[\0-\x7f]*$/.test(text)
  const encoded = ascii ? text : encodeURIComponent(text).replaceAll(/%(..)/g, fromHex)
  return Uint8Array.from(encoded, (character) => character.charCodeAt(0))
}

const fromHex = (_: string, digits: string): string => String.fromCharCode(Number.parseInt(digits, 16))

/** For tests: the bytes as a view that scans may read behind the end of. */
export const viewOf = (text: string): DataView => new DataView(bytesOf(`${text}\n${'#'.repeat(32)}`).buffer)

/**
 * For tests: reads a page cut into chunks of the given lengths (the rest in one), every family unless told.
 */
export const readCut = (
  bytes: Uint8Array,
  lengths: readonly number[] = [],
  options: Partial<ReadOptions> = {},
): Result<Exposition, NotAnExposition> => {
  const reader = expositionReader({ wanted: everyFamily(), ...options })
  let from = 0
  for (const length of [...lengths, bytes.length]) {
    // A copy of its own, so that nothing may be read of what lies behind a chunk.
    reader.push(bytes.slice(from, from + length))
    from += length
  }
  return reader.end()
}

/** For tests: the page, or what is wrong with it as a thrown error. */
export const read = (text: string, options: Partial<ReadOptions> = {}): Exposition => {
  const page = readCut(bytesOf(text), [], options)
  if (!page.ok) throw new Error(`${page.error.kind}: ${page.error.reason}`)
  return page.value
}
