import { formatNumber } from './formatNumber.ts'
import { texts } from './texts.ts'
import { type Signal, UNIT_OF, type Unit } from '#src/domain/signals/signal.ts'

const { unit, slope: words } = texts

/** A unit that a rate is told in, and how many of the signal's own unit it is. */
type Step = readonly [size: number, name: string]

const BYTES: readonly Step[] = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'].map((name, i) => [1024 ** i, name])
const SECONDS: readonly Step[] = [
  [0.001, unit.ms],
  [1, unit.s],
  [60, unit.min],
  [3600, unit.h],
]

/** From small to large. A ratio moves by percentage points: 1 % of 2 % would be something else. */
const STEPS: Readonly<Record<Unit, readonly Step[]>> = {
  bytes: BYTES,
  seconds: SECONDS,
  epochSeconds: SECONDS,
  ratio: [[0.01, words.points]],
  cores: [[1, unit.cores]],
  count: [[1, '']],
  perSecond: [[1, unit.perSecond]],
}

/** Under this much an hour, in the signal's own unit, a rate is told by the day. */
const LEAST_AN_HOUR: Readonly<Record<Unit, number>> = {
  bytes: 1024,
  seconds: 0.001,
  epochSeconds: 0.001,
  ratio: 0.01,
  cores: 0.1,
  count: 1,
  perSecond: 1,
}

/** How a rate is told: `perHour × factor` of `name`, an hour or a day. */
type Measure = { readonly factor: number; readonly name: string; readonly per: string }

function measureOf(signal: Signal, perHour: number): Measure {
  const kind = UNIT_OF[signal]
  const size = Math.abs(perHour)
  // Nothing at all is told by the hour, in the smallest unit that is in use.
  const daily = size > 0 && size < LEAST_AN_HOUR[kind]
  const told = daily ? size * 24 : size
  const steps = STEPS[kind]
  // 1,023.5 would print as 1,024 of the smaller unit.
  const fits = ([step]: Step): boolean => told >= step * (kind === 'bytes' ? 1023.5 / 1024 : 1)
  const [step, name] = steps.findLast(fits) ?? steps[0] ?? [1, '']
  return { factor: (daily ? 24 : 1) / step, name, per: daily ? unit.d : unit.h }
}

/** A true minus; what prints as nought has no sign. */
function signed(value: number, plus: string): string {
  const digits = formatNumber(Math.abs(value))
  if (/^[0.]*$/.test(digits)) return '0'
  return `${value < 0 ? '−' : plus}${digits}`
}

/**
 * How fast a signal rises or falls: `+31 MiB/h`, `−12 ms/h`, `+6/h`, `+2.1 % points/h`.
 * Less than one an hour (1 KiB, 1 ms, 1 percentage point, 0.1 cores) is told by the day: `+1.7/d`.
 * @param perHour in the signal's own unit; what is not finite prints as `–`.
 */
export function formatSlope(signal: Signal, perHour: number): string {
  if (!Number.isFinite(perHour)) return '–'
  const { factor, name, per } = measureOf(signal, perHour)
  return words.rate(signed(perHour * factor, '+'), name, per)
}

/**
 * The interval of a slope in the unit that `formatSlope` tells that slope in: `29 to 33`, `−0.8 to 1.2`; `29 or more`,
 * `33 or less` where one end is open, null where nothing is known of it.
 */
export function formatSlopeRange(
  signal: Signal,
  perHour: number,
  [low, high]: readonly [number, number],
): string | null {
  const { factor } = measureOf(signal, perHour)
  const say = (bound: number): string => signed(bound * factor, '')
  const [hasLow, hasHigh] = [Number.isFinite(low), Number.isFinite(high)]
  if (hasLow && hasHigh) return words.between(say(low), say(high))
  if (hasLow) return words.atLeast(say(low))
  return hasHigh ? words.atMost(say(high)) : null
}
