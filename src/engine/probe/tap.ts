import type { RequestTiming } from '#src/domain/heard/heard.ts'
import { type Bytes, kibibytes } from '#src/domain/time/units.ts'
import type { BodySink } from '#src/engine/ports.ts'

/** What one request brought back, whatever is made of it. */
export type Tapped = {
  readonly url: string
  /** Null where no answer came whose head may be read. */
  readonly status: number | null
  readonly contentType: string | null
  /** Of the body, as far as it was read. */
  readonly bytes: Bytes
  /** The begin of the body; all of it where `bytes` is no more. */
  readonly head: readonly Uint8Array[]
  readonly timing: RequestTiming | null
}

/** So much of a body is kept of every pod, to be read by a person: a health page is hardly ever longer. */
export const HEAD: Bytes = kibibytes(64)

/** Keeps the first `most` bytes of what flows through to `sink`, and counts all of it. */
export function tap(
  sink: BodySink,
  most: Bytes,
): BodySink & { readonly told: () => Pick<Tapped, 'bytes' | 'head'> } {
  const head: Uint8Array[] = []
  let bytes = 0
  return {
    push(chunk) {
      const room = most - bytes
      bytes += chunk.byteLength
      // A part of a chunk is copied: the rest of it would stay in memory with it.
      if (room > 0) head.push(chunk.byteLength <= room ? chunk : chunk.slice(0, room))
      return sink.push(chunk)
    },
    told: () => ({ bytes, head }),
  }
}
