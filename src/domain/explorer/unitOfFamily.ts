import type { FamilyTold } from './podFamilies.ts'

/** What a family's numbers are; null: nothing tells, they are shown as they are. `moment`: seconds since 1970. */
export type FamilyUnit = 'bytes' | 'seconds' | 'milliseconds' | 'ratio' | 'percent' | 'moment' | null

const withoutTotal = (name: string): string => name.replace(/_total$/, '')

/** By how a name ends, the first that fits (Prometheus, "Metric and label naming"; milliseconds and per cent by habit). */
const ENDINGS: readonly (readonly [ending: RegExp, unit: FamilyUnit])[] = [
  [/(?:^|_)bytes$/, 'bytes'],
  [/(?:^|_)seconds$/, 'seconds'],
  [/(?:^|_)(?:milliseconds|millis|ms)$/, 'milliseconds'],
  [/(?:^|_)ratio$/, 'ratio'],
  [/(?:^|_)(?:percent|percentage)$/, 'percent'],
]

const MOMENT = /_(?:time|timestamp|created|not_after|not_before|expiry)(?:_seconds)?$/

/** Where a moment was meant, the clock cannot say less: 2001-09-09. Processing *times* are shorter. */
const EARLIEST_MOMENT = 1e9

/** The unit of a family: as its UNIT line tells it, or as its name does. */
export function unitOfFamily({
  name,
  unit,
  series,
}: Pick<FamilyTold, 'name' | 'unit' | 'series'>): FamilyUnit {
  const text = unit === null || unit === '' ? withoutTotal(name) : `_${unit}`
  const isMoment = series.some(({ value }) => value >= EARLIEST_MOMENT)
  if (isMoment && MOMENT.test(name)) return 'moment'
  return ENDINGS.find(([ending]) => ending.test(text))?.[1] ?? null
}
