import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { StoreFailure } from '#src/engine/ports.ts'
import type { Result } from '#src/domain/result.ts'

/** Who may write to a shared engine, typed in by a person and kept for the session only. */
export type Credentials = { readonly user: string; readonly password: string }

/** Where the log stands. Everything a page says about it follows from this. */
export type LogStatus = {
  /** `memory`: this browser stores nothing, and says so. `embedded`: in this browser. `nats`: shared by the team. */
  readonly kind: 'memory' | 'embedded' | 'nats'
  /** Whether the shared engine is reached; true where there is none. */
  readonly online: boolean
  /** Events that the shared engine has not accepted yet. */
  readonly pending: number
  /** When the engine was last heard; null until everything that it had when it was reached has come. */
  readonly lastSyncAt: EpochMs | null
  /** How far this browser's clock is behind the engine's (negative: ahead of it); null where nothing tells. */
  readonly skew: number | null
  /** Whose name stands on what is written; null: whatever a person calls themselves (embedded), or nobody (engine). */
  readonly user: string | null
  /** `false`, or why nothing may be written. */
  readonly readOnly: false | 'not-signed-in' | 'no-right'
  /** Whether what happens by itself may be written: a server may allow that to a screen on the wall. */
  readonly automatic: boolean
  /** What went wrong last, in the engine's or the browser's words; null where nothing is wrong. */
  readonly fault:
    | { readonly kind: 'store'; readonly failure: StoreFailure }
    | {
        readonly kind:
          | 'unreachable'
          | 'wrong-password'
          | 'no-stream'
          | 'refused'
          | 'not-loaded'
          | 'stream-differs'
        readonly detail: string
      }
    | null
  /** Events that were read but not understood, or damaged: skipped and kept. */
  readonly skipped: number
}

/** A claim on something that is to be done once: who won it does it. */
export type Claim = 'won' | 'lost' | 'offline'

/**
 * What comes out of the log: events that are new here, or an engine's version of one that was. What was appended here
 * comes too, once it is stored and before `append` resolves.
 */
export type LogListener = (events: readonly LoggedEvent[]) => void

/** The log of all tickets' events, in this browser and, where there is one, in the team's engine. */
export type EventStore = {
  /** Everything there is, once; then `listen` gets what is new. Never rejects. */
  open(listen: LogListener): Promise<readonly LoggedEvent[]>
  /** Resolves once it is durable in this browser; only then it may be said to be saved. Duplicates are no fault. */
  append(events: readonly LoggedEvent[]): Promise<Result<null, StoreFailure>>
  /** Write-once: the first of all browsers wins. */
  claim(key: string): Promise<Claim>
  status(): LogStatus
  /** Whether an event of this browser is with the engine. */
  isSent(ticket: string, event: string): boolean
  /** Signs in to the shared engine; null signs out. */
  signIn(credentials: Credentials | null): void
  /** Takes in what another browser exported; duplicates are no fault. */
  add(events: readonly LoggedEvent[]): Promise<Result<number, StoreFailure>>
  stop(): void
}

/** Tried again after this long, while an engine is not reached. */
export const RECONNECT_EVERY: DurationMs = 2000
