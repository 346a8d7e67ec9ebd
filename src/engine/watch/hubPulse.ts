import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Beat, ToPage } from '#src/engine/protocol.ts'

/** A page that hears nothing for a few of these shows nothing as known any more. */
export const BEAT_EVERY: DurationMs = seconds(1)

/** How long a fault stays told after it last struck. */
const FAULT_TOLD: DurationMs = minutes(1)

/** Until when the word on a service holds; −∞ for one that there is not. */
type HoldsUntil = (service: string) => EpochMs

/** What the pages may believe of a watch: that it works, until when its word holds, and what went wrong in it. */
export type Pulse = {
  /** The ports for the watch itself: its turns are counted, and one that throws does not end them. */
  readonly watched: Ports
  /** A turn was completed. */
  completed(): void
  /** Notes what a message says, for `holdsUntil`. */
  note(message: ToPage): void
  fail(reason: unknown): void
  /** The beat of now. */
  beat(holdsUntil: HoldsUntil): Beat
}

const wordsOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason))

/** `onTurn` is called after every turn, whether it was completed or broken off. */
export function pulse(ports: Ports, onTurn: () => void): Pulse {
  let completedAt: EpochMs = Number.NEGATIVE_INFINITY
  let fault: { readonly words: string; readonly at: DurationMs } | null = null
  /** For each service that shows a colour, until when that holds; null while no digest was told. */
  let holds: Map<string, EpochMs> | null = null
  /** Services whose word came since the last beat, and whether they show a colour. */
  const news = new Map<string, boolean>()

  const completed = (): void => {
    completedAt = ports.now()
  }

  const fail = (reason: unknown): void => {
    fault = { words: wordsOf(reason), at: ports.monotonic() }
  }

  const turn = (work: () => void): void => {
    try {
      work()
      completed()
    } catch (error) {
      fail(error)
    }
    onTurn()
  }

  const firstEnd = (holdsUntil: HoldsUntil): EpochMs | null => {
    if (holds === null) return null
    for (const [name, coloured] of news) {
      if (coloured) holds.set(name, holdsUntil(name))
      else holds.delete(name)
    }
    news.clear()
    let first = Number.POSITIVE_INFINITY
    for (const until of holds.values()) first = Math.min(first, until)
    return first
  }

  return {
    watched: { ...ports, every: (period, work) => ports.every(period, () => turn(work)) },
    completed,
    fail,
    note(message) {
      if (message.kind !== 'digest') return
      if (message.full || holds === null) {
        holds = new Map()
        news.clear()
      }
      for (const { name, light } of message.rows) news.set(name, light !== 'unknown')
      for (const name of message.gone) {
        holds.delete(name)
        news.delete(name)
      }
    },
    beat(holdsUntil) {
      if (fault !== null && ports.monotonic() - fault.at > FAULT_TOLD) fault = null
      return {
        kind: 'beat',
        at: completedAt,
        holdsUntil: firstEnd(holdsUntil),
        fault: fault?.words ?? null,
      }
    },
  }
}
