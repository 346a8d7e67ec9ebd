import { formatAbout, formatAboutBetween } from './formatAbout.ts'
import { formatMoment } from './formatMoment.ts'
import { formatSignal } from './formatSignal.ts'
import { formatSlope, formatSlopeRange } from './formatSlope.ts'
import { texts } from './texts.ts'
import type { Spark, SparkSlope } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

const { slope: words } = texts

type Sloped = Pick<Spark, 'signal' | 'bound' | 'slope'>

const withInterval = (text: string, interval: string | null): string =>
  interval === null ? text : words.in(text, interval)

/** `+31 MiB/h (29 to 33)`. */
function rate({ signal }: Sloped, { perHour, ci }: SparkSlope): string {
  return withInterval(formatSlope(signal, perHour), formatSlopeRange(signal, perHour, ci))
}

/** When a drift reaches its bound: `Thu about 09:40 (between 08:10 and 11:30)`; null where that is not in sight. */
export function reachedWhen(
  { reachedAt, reachedBetween }: SparkSlope,
  now: EpochMs,
  timeZone: string,
): string | null {
  if (reachedAt === null) return null
  const about = formatAbout(reachedAt, now, timeZone)
  const between =
    reachedBetween === null ? null : formatAboutBetween(reachedBetween, reachedAt, now, timeZone)
  return withInterval(about, between)
}

/** What becomes of the limit: reached when, reached already, or not in sight; null where there is none. */
function limit(spark: Sloped, slope: SparkSlope, now: EpochMs, timeZone: string): string | null {
  if (spark.bound === null) return null
  const bound = formatSignal(spark.signal, spark.bound, now, timeZone)
  if (!slope.isDrift) return words.limit(bound)
  const { reachedAt, to } = slope
  if (reachedAt !== null && reachedAt <= to) return words.isAt(bound)
  const when = reachedWhen(slope, now, timeZone)
  if (reachedAt === null || when === null) return words.farFrom(bound)
  // A page that does not come any more cannot tell whether it came so.
  return reachedAt <= now ? words.wasToReach(bound, when) : words.reaches(bound, when)
}

/**
 * A slope in words, without the signal's name: `+31 MiB/h (29 to 33), since Tue 14:20, reaches its 4 GiB limit Thu about
 * 09:40 (between 08:10 and 11:30)`; `no drift, +0.2 MiB/h (−0.8 to 1.2), limit 4 GiB`. Null where no slope is known.
 * The first interval is that of 95 %. `timeZone` is an IANA name.
 */
export function slopeSentence(spark: Sloped, now: EpochMs, timeZone: string): string | null {
  const { slope } = spark
  if (slope === null) return null
  const since = slope.since === null ? null : texts.since(formatMoment(slope.since, now, timeZone))
  return [
    slope.isDrift ? null : words.no,
    rate(spark, slope),
    slope.isDrift ? since : null,
    limit(spark, slope, now, timeZone),
  ]
    .filter((part) => part !== null)
    .join(', ')
}
