import { assess } from '#src/domain/slope/assess.ts'
import type { SlopeReason, SlopeVerdict } from '#src/domain/slope/assessment.ts'
import { days, type DurationMs, type EpochMs, mebibytes, minutes } from '#src/domain/time/units.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import { FIGURES, type SoakFigure, type SoakReading } from './soakMeter.ts'

/** A reading, and what the wall's clock said then. */
export type SoakSample = { readonly at: EpochMs; readonly reading: SoakReading }

/** What became of one figure. */
export type SoakVerdict = {
  readonly figure: SoakFigure
  /** The medians of the first and of the last third. */
  readonly first: number
  readonly last: number
  /** A day of the wall's clock adds so much, with its 95 % interval. */
  readonly perDay: number
  readonly ci: readonly [number, number]
  readonly verdict: SlopeVerdict
  readonly reason: SlopeReason
  /** No drift, and the last third no larger than the first but for what is allowed; or never above its ceiling. */
  readonly isFlat: boolean
}

/**
 * The drift test was made for services that live for days, and wants to see a rise for most of one. However long a soak is, its
 * samples are laid out as one every 45 minutes: 64 of them are two days.
 */
export const SAMPLES = 64
const LAID: DurationMs = minutes(45)

const LAID_FROM: EpochMs = moment('2026-11-02T00:00Z')

/** By how much of the first third the last may be larger, or what no sample may be above. */
type Allowed = { readonly share: number } | { readonly most: number }

/**
 * What is stored grows until four weeks are kept, and goes up and down as the database tidies up: it has a ceiling. What is
 * dropped may not rise at all.
 */
const ALLOWED: Readonly<Record<SoakFigure, Allowed>> = {
  'page heap': { share: 0.1 },
  'worker heap': { share: 0.1 },
  'DOM nodes': { share: 0.1 },
  listeners: { share: 0.1 },
  IndexedDB: { most: mebibytes(128) },
  dropped: { share: 0 },
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}

function verdictOn(figure: SoakFigure, samples: readonly SoakSample[]): SoakVerdict {
  const allowed = ALLOWED[figure]
  const values = samples.map(({ reading }) => reading[figure])
  const third = Math.ceil(values.length / 3)
  const [first, last] = [median(values.slice(0, third)), median(values.slice(-third))]
  const laid = values.map((v, i) => ({ t: LAID_FROM + i * LAID, v }))
  const { verdict, reason, slopePerHour, ci } = assess(laid, { kind: 'gauge' })
  const lasted = (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0)
  const laidHours = ((values.length - 1) * LAID) / minutes(60)
  const hoursInDay = (laidHours * days(1)) / Math.max(1, lasted)
  return {
    figure,
    first,
    last,
    perDay: slopePerHour * hoursInDay,
    ci: [ci[0] * hoursInDay, ci[1] * hoursInDay],
    verdict,
    reason,
    isFlat:
      'most' in allowed
        ? Math.max(...values) <= allowed.most
        : verdict === 'flat' && last <= first * (1 + allowed.share),
  }
}

/** Judges all figures of a soak by its samples, oldest first. */
export const soakVerdicts = (samples: readonly SoakSample[]): readonly SoakVerdict[] =>
  FIGURES.map((figure) => verdictOn(figure, samples))
