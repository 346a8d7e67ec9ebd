import type { ServiceRow, Spark } from '#src/domain/digest/digestRow.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import type { Evidence, KeptLine } from '#src/domain/ticket/evidence.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishAlarm as words } from '#src/domain/wording/englishAlarm.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'

/** A kept line has no more points: what a small line on a screen shows. */
const MOST_POINTS = 80
/** Digits that are kept of a value: less than a tenth of a per mille is not to be seen on it. */
const DIGITS = 4
const MOST_REASONS = 10
const MOST_LETTERS = 300

const rounded = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null

/** The mean of the values that are there, rounded; null for a gap. */
function meanOf(values: Float32Array): number | null {
  const there = values.filter((value) => Number.isFinite(value))
  return rounded(there.reduce((sum, value) => sum + value, 0) / there.length)
}

/** A line in so few points that it can be kept: neighbours are told by their mean. */
function keptLine({ signal, pod, from, step, values, bound }: Spark): KeptLine {
  const every = Math.max(1, Math.ceil(values.length / MOST_POINTS))
  const points = Math.ceil(values.length / every)
  const kept = Array.from({ length: points }, (_, i) => meanOf(values.subarray(i * every, (i + 1) * every)))
  return {
    signal,
    pod,
    from,
    step: step * every,
    values: kept,
    bound: bound === null ? null : rounded(bound),
  }
}

/**
 * What a row shows at `now`, to be kept with a ticket: up to ten reasons in words, the worst first, with clock times in
 * `timeZone` (an IANA name), and its line in up to 80 points of four significant digits.
 */
export function evidenceOf(
  row: Pick<ServiceRow, 'light' | 'reasons' | 'pods' | 'version' | 'spark'>,
  now: EpochMs,
  timeZone: string,
): Evidence {
  const red = row.pods.filter(({ light }) => light === 'red').length
  return {
    light: row.light,
    at: now,
    reasons: row.reasons
      .slice(0, MOST_REASONS)
      .map((reason) => cutText(reasonLine(reason, now, timeZone), MOST_LETTERS)),
    pods: words.podsRed(red, row.pods.length),
    version: row.version,
    lines: row.spark === null ? [] : [keptLine(row.spark)],
  }
}
