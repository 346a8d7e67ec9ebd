import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { Answer, ToPage, ToWorker } from '#src/engine/protocol.ts'
import { type FleetWatcher, fleetWatcher } from './fleetWatcher.ts'
import { BEAT_EVERY, type Pulse, pulse } from './hubPulse.ts'

/**
 * A page gives a sign of life at least every ten seconds. One that is frozen or gone without a word is sent
 * nothing more after this long: what is sent to a frozen page piles up until it wakes.
 */
export const UNHEARD_FOR: DurationMs = minutes(1)

/** One page's end of the line, as the worker sees it. */
export type Line = {
  send(message: ToPage): void
  /** Called when the line is dropped: it said bye, or was not heard for too long. It may come back with a hello. */
  dropped?(): void
}

/** Many pages, one watcher: polling starts with the first page and serves all. */
export type Hub = {
  readonly receive: (line: Line, message: ToWorker) => void
  /** Tells the pages of a fault that struck outside the watch's turns. */
  readonly fail: (reason: unknown) => void
  /** Ends the polling and drops all lines; the next hello begins anew. */
  readonly stop: () => void
}

type Watched = { readonly watcher: FleetWatcher; readonly pulse: Pulse }

/** A hub for the fleet that the first page names; a worker is started for one fleet file only. */
export function hub(ports: Ports): Hub {
  /** When each was last heard, on the clock that never jumps. */
  const lines = new Map<Line, DurationMs>()
  let watched: Watched | null = null
  let beatAt: DurationMs = Number.NEGATIVE_INFINITY

  const drop = (line: Line): void => {
    if (lines.delete(line)) line.dropped?.()
  }

  const toAll = (message: ToPage): void => {
    for (const line of lines.keys()) line.send(message)
  }

  const beat = ({ watcher, pulse: heart }: Watched): ToPage => heart.beat((name) => watcher.holdsUntil(name))

  const onTurn = (): void => {
    const now = ports.monotonic()
    if (watched === null || now - beatAt < BEAT_EVERY) return
    beatAt = now
    for (const [line, heardAt] of lines) if (now - heardAt > UNHEARD_FOR) drop(line)
    toAll(beat(watched))
  }

  const start = (fleetUrl: string): Watched => {
    const heart = pulse(ports, onTurn)
    const watcher = fleetWatcher(fleetUrl, heart.watched, (message) => {
      heart.note(message)
      toAll(message)
    })
    // It makes its first turn by itself.
    heart.completed()
    return { watcher, pulse: heart }
  }

  /** The beat goes first: it says whether what follows is the present. */
  const tellAll = (line: Line, known: Watched): void => {
    lines.set(line, ports.monotonic())
    line.send(beat(known))
    for (const message of known.watcher.snapshot()) line.send(message)
  }

  /** A page may be gone by the time its answer is there, and its line closed. */
  const answer = (line: Line, { id, question }: Extract<ToWorker, { kind: 'ask' }>): void => {
    const nothing: Answer = { about: question.about, found: null }
    const wasThere = lines.has(line)
    const send = (found: Answer): void => {
      if (!wasThere || lines.has(line)) line.send({ kind: 'answer', id, answer: found })
    }
    const asked = watched
    const answered = asked?.watcher.answer(question) ?? nothing
    if (!(answered instanceof Promise)) return send(answered)
    answered.then(send, (reason: unknown) => {
      asked?.pulse.fail(reason)
      send(nothing)
    })
  }

  return {
    receive(line, message) {
      switch (message.kind) {
        case 'hello':
          lines.set(line, ports.monotonic())
          watched ??= start(message.fleetUrl)
          return tellAll(line, watched)
        case 'heard':
          if (lines.has(line)) lines.set(line, ports.monotonic())
          // It slept, and missed what was said meanwhile.
          else if (watched !== null) tellAll(line, watched)
          return
        case 'ask':
          return answer(line, message)
        case 'hide':
          watched?.watcher.saveNow()
          return
        case 'bye':
          drop(line)
      }
    },
    fail: (reason) => watched?.pulse.fail(reason),
    stop() {
      watched?.watcher.stop()
      watched = null
      for (const line of lines.keys()) drop(line)
    },
  }
}
