import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { PollHealth } from '#src/domain/wall/pollHealth.ts'
import type { Ports } from '#src/engine/ports.ts'

/** Counts how the polling goes. */
export type PollTally = {
  /** A turn of the watch begins. */
  readonly turn: () => void
  /** A poll begins that was due at `dueAt`, of an endpoint that is polled every `pause`. */
  readonly began: (dueAt: DurationMs, pause: DurationMs) => void
  /** `waiting`: what is due and has no place. */
  readonly read: (waiting: number) => PollHealth
}

const COUNTED: DurationMs = minutes(1)
/** The minute goes on by this much at a time. */
const STRETCH: DurationMs = seconds(5)
/** A turn that is later than this was slept through: that is no poll's fault. */
const SLEPT: DurationMs = seconds(10)
/** A median of so many says enough. */
const MOST_SAMPLES = 200

type Stretch = {
  readonly from: DurationMs
  polls: number
  dropped: number
  late: number[]
  worst: DurationMs
  turn: DurationMs
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Has counted nothing yet. `pace`: how often the watch has a turn. */
export function pollTally({ now, monotonic }: Pick<Ports, 'now' | 'monotonic'>, pace: DurationMs): PollTally {
  const since = now()
  const begunAt = monotonic()
  let stretches: Stretch[] = []
  let droppedEver = 0
  let lastTurn: DurationMs | null = null
  let awakeSince = begunAt

  const present = (): Stretch => {
    const at = monotonic()
    const last = stretches.at(-1)
    if (last !== undefined && at - last.from < STRETCH) return last
    const next: Stretch = { from: at, polls: 0, dropped: 0, late: [], worst: 0, turn: 0 }
    stretches = [...stretches.filter(({ from }) => at - from < COUNTED), next]
    return next
  }

  return {
    turn() {
      const at = monotonic()
      const late = lastTurn === null ? 0 : at - lastTurn - pace
      lastTurn = at
      if (late > SLEPT) awakeSince = at
      else if (late > 0) present().turn = Math.max(present().turn, late)
    },
    began(dueAt, pause) {
      const stretch = present()
      const late = Math.max(0, monotonic() - Math.max(dueAt, awakeSince))
      const dropped = pause > 0 ? Math.floor(late / pause) : 0
      stretch.polls += 1
      stretch.dropped += dropped
      droppedEver += dropped
      stretch.worst = Math.max(stretch.worst, late)
      if (stretch.late.length < MOST_SAMPLES) stretch.late.push(late)
    },
    read(waiting) {
      present()
      const sum = (of: (stretch: Stretch) => number): number =>
        stretches.reduce((total, stretch) => total + of(stretch), 0)
      return {
        at: now(),
        since,
        span: Math.max(1, Math.min(monotonic() - begunAt, COUNTED, monotonic() - (stretches[0]?.from ?? 0))),
        polls: sum(({ polls }) => polls),
        lateUsually: median(stretches.flatMap(({ late }) => late)),
        lateAtWorst: Math.max(0, ...stretches.map(({ worst }) => worst)),
        dropped: sum(({ dropped }) => dropped),
        droppedEver,
        waiting,
        turnsLate: Math.max(0, ...stretches.map(({ turn }) => turn)),
      }
    },
  }
}
