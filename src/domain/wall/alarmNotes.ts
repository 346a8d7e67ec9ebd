import type { Priority } from '#src/domain/sla/priority.ts'
import type { DurationMs } from '#src/domain/time/units.ts'

/** One note: a sine with soft edges. */
export type AlarmNote = {
  /** After the beginning of the call. */
  readonly at: DurationMs
  readonly hertz: number
  readonly lasts: DurationMs
  /** Loudness from 0 to 1. */
  readonly gain: number
}

/** How long a note takes to swell and to fade: a hard edge is heard as a click. */
export const NOTE_EDGE: DurationMs = 15

/** Equal temperament, A4 = 440 Hz: within the 150 to 1,000 Hz that carry across a room. */
const C5 = 523.25
const E5 = 659.25
const G5 = 783.99
const A4 = 440
const F4 = 349.23

type Tune = {
  readonly notes: readonly number[]
  readonly lasts: DurationMs
  readonly gap: DurationMs
  /** How often the whole is played, and how long it is quiet in between. */
  readonly times: number
  readonly pause: DurationMs
  readonly gain: number
}

/**
 * After IEC 60601-1-8: the more urgent, the more notes, the faster and the oftener. High urgency is a burst of five
 * (three, then two), played twice; medium one of three; low one of two that falls.
 */
const TUNES: Readonly<Record<Priority, Tune>> = {
  1: { notes: [C5, E5, G5, E5, G5], lasts: 140, gap: 60, times: 2, pause: 500, gain: 0.9 },
  2: { notes: [C5, E5, G5], lasts: 180, gap: 100, times: 2, pause: 700, gain: 0.75 },
  3: { notes: [C5, E5], lasts: 220, gap: 140, times: 2, pause: 900, gain: 0.6 },
  4: { notes: [C5, A4], lasts: 240, gap: 160, times: 1, pause: 0, gain: 0.45 },
  5: { notes: [F4], lasts: 300, gap: 0, times: 1, pause: 0, gain: 0.35 },
}

/** Quiet is a third of the loudness. */
const QUIET = 1 / 3

/** The call of a priority, note by note in order of time; the more urgent, the longer and the louder. */
export function alarmNotes(priority: Priority, quiet = false): readonly AlarmNote[] {
  const { notes, lasts, gap, times, pause, gain } = TUNES[priority]
  const round = notes.length * (lasts + gap) + pause
  return Array.from({ length: times }, (_, turn) =>
    notes.map((hertz, i) => ({
      at: turn * round + i * (lasts + gap),
      hertz,
      lasts,
      gain: quiet ? gain * QUIET : gain,
    })),
  ).flat()
}

/** How long some notes go on. */
export const notesLast = (notes: readonly AlarmNote[]): DurationMs =>
  Math.max(0, ...notes.map(({ at, lasts }) => at + lasts))
