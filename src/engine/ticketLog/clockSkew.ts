import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** So many of the newest samples count. */
const SAMPLES = 15
/** One that is off by more is an answer that waited; two in a row are a clock that was set. */
const JUMP: DurationMs = 1000
/** What took longer says too little about when it was answered. */
const SLOWEST: DurationMs = 2000

/** How far this browser's clock is behind an engine's. */
export type ClockSkew = {
  /** The engine's time of something that was asked at one moment of this clock and answered at another. */
  sample(at: EpochMs, asked: EpochMs, answered: EpochMs): void
  /** The median of what was seen last; null before anything was. Negative: this clock is ahead. */
  readonly value: () => DurationMs | null
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}

/** A measure without samples. */
export function clockSkew(): ClockSkew {
  let samples: number[] = []
  let odd: number | null = null
  return {
    value: () => median(samples),
    sample(at, asked, answered) {
      if (answered < asked || answered - asked > SLOWEST) return
      const seen = Math.round(at - (asked + answered) / 2)
      const usual = median(samples) ?? seen
      if (Math.abs(seen - usual) <= JUMP) {
        odd = null
        samples = [...samples, seen].slice(-SAMPLES)
      } else if (odd !== null && Math.abs(seen - odd) <= JUMP) {
        samples = [odd, seen]
        odd = null
      } else odd = seen
    },
  }
}
