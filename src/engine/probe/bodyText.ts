import type { Bytes } from '#src/domain/time/units.ts'
import type { BodySink } from '#src/engine/ports.ts'

/** A sink that keeps a body as text, up to a cap. Invalid UTF-8 becomes U+FFFD. */
export function bodyText(cap: Bytes): BodySink & { text(): string; isCut(): boolean } {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  return {
    push(chunk) {
      bytes += chunk.byteLength
      text += decoder.decode(chunk, { stream: true })
      return bytes > cap ? 'enough' : 'more'
    },
    text: () => text + decoder.decode(),
    isCut: () => bytes > cap,
  }
}
