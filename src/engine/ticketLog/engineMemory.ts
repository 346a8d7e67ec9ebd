import type { StoredMessage, StreamFacts } from './engineLine.ts'

/** What a browser remembers of a stream: which one it was, and up to where it has read it. */
export type EngineMemory = {
  /** Its address and name. */
  readonly engine: string
  readonly created: string
  readonly cursor: number
  /** What lies there: a server that lost its end has something else there soon. */
  readonly tail: string
}

/** The name under which a log keeps it. */
export const ENGINE_MEMORY = 'nats'

/** What tells a message from any other that might come to lie in its place. */
export const tailOf = ({ subject, at }: StoredMessage): string => `${at} ${subject}`

const isMemory = (value: unknown): value is EngineMemory =>
  typeof value === 'object' &&
  value !== null &&
  'engine' in value &&
  'created' in value &&
  'cursor' in value &&
  'tail' in value &&
  Number.isSafeInteger(value.cursor)

/**
 * What is remembered of a stream, where it is still the same one; null for one that is new here, was made anew, or has
 * lost its end: then everything is read from its beginning, and what it lacks is offered.
 */
export function rememberedOf(stored: unknown, engine: string, stream: StreamFacts): EngineMemory | null {
  if (!isMemory(stored) || stored.engine !== engine || stored.created !== stream.created) return null
  return stored.cursor <= stream.lastSeq ? stored : null
}
