import type { Result } from '#src/domain/result.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Credentials } from './eventStore.ts'

/** Why an engine did not do what it was asked for, with its own words. `late`: it may have done so all the same. */
export type LineFault = {
  readonly kind: 'unreachable' | 'wrong-password' | 'no-stream' | 'no-right' | 'refused' | 'late'
  readonly detail: string
}

/** What became of a message: written, or refused because its subject has one. */
export type Published = { readonly kind: 'stored' } | { readonly kind: 'there' } | LineFault

/** What has to be so of a stream, and what tells it from one that took its place. */
export type StreamFacts = {
  readonly subjects: readonly string[]
  /** When it was made: of a server whose disk was lost it is another one. */
  readonly created: string
  readonly lastSeq: number
  readonly writeOnce: boolean
  readonly noDelete: boolean
}

export type StoredMessage = { readonly subject: string; readonly text: string; readonly at: EpochMs }

/** A message as it comes: in the order of `seq`, with how many more there are at the moment. */
export type EngineMessage = StoredMessage & { readonly seq: number; readonly pending: number }

/** Who listens to a stream. `ended`: some may be missing from now on; why is null where the engine does not say. */
export type Follower = {
  readonly message: (message: EngineMessage) => void
  readonly alive: () => void
  readonly ended: (why: LineFault | null) => void
}

/** Of a stream that is listened to: the engine's time when that began, and how many messages there were to come. */
export type Following = { readonly at: EpochMs; readonly pending: number }

/** An open connection to an engine. Nothing here rejects. */
export type EngineLine = {
  publish(subject: string, text: string): Promise<Published>
  /** The message of a subject; null where there is none. */
  stored(subject: string): Promise<Result<StoredMessage | null, LineFault>>
  stream(): Promise<Result<StreamFacts, LineFault>>
  /** Sends all messages of the board from that place in the stream on. */
  follow(from: number, follower: Follower): Promise<Result<Following, LineFault>>
  /** Resolves when the connection is no more: with why, or null where it was closed here. */
  readonly closed: Promise<string | null>
  close(): void
}

export type LineOptions = {
  readonly url: string
  readonly stream: string
  readonly board: string
  readonly credentials: Credentials | null
}

/** Opens a connection. Never rejects. */
export type OpenLine = (options: LineOptions) => Promise<Result<EngineLine, LineFault>>

/** An engine answers within this, or is asked again. */
export const ANSWER_WITHIN: DurationMs = 2000
