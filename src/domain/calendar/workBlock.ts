import { momentOf } from '#src/domain/time/momentOf.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import { zoneOffset } from '#src/domain/time/zoneOffset.ts'
import type { WorkingHours } from './calendar.ts'

/** How many local days in a row are computed at once. */
export const BLOCK_DAYS = 64

const WEEK = 7
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_DAY_0 = 3

/** What the windows of a calendar are made of. */
export type WorkPlan = {
  /** A name that this platform knows. */
  readonly timeZone: string
  readonly hours: readonly WorkingHours[]
  /** Days since 1970-01-01. */
  readonly holidays: ReadonlySet<number>
}

/** The windows of some local days in a row: in order, without overlap, none touching the next. */
export type WorkBlock = {
  readonly number: number
  /** From the first midnight of these days to the one after them: where the next block begins. */
  readonly from: EpochMs
  readonly to: EpochMs
  readonly starts: readonly EpochMs[]
  readonly ends: readonly EpochMs[]
  /** Working time of the block before each window; one more than there are windows: the last is all of it. */
  readonly worked: readonly DurationMs[]
}

type Window = { readonly from: EpochMs; readonly to: EpochMs }

const startOfUtcDay = (day: number): EpochMs => day * days(1)

/** `momentOf`, with one look at the zone a day instead of two a moment where no change of clocks is near. */
function localClock(first: number, timeZone: string): (day: number, clock: DurationMs) => EpochMs {
  const offsets: number[] = []
  for (let day = first - 1; day <= first + BLOCK_DAYS + 2; day++)
    offsets.push(zoneOffset(startOfUtcDay(day), timeZone))
  return (day, clock) => {
    const before = offsets[day - first]
    const steady = before !== undefined && before === offsets[day - first + 3]
    return steady ? startOfUtcDay(day) + clock - before : momentOf(day, clock, timeZone)
  }
}

/** A window ends with its day; of a day that a zone has left out (Samoa, 2011-12-30) nothing is left. */
function windowsOfDay(
  day: number,
  { hours, holidays }: WorkPlan,
  momentAt: (day: number, clock: DurationMs) => EpochMs,
): readonly Window[] {
  if (holidays.has(day)) return []
  const weekday = (((day + WEEKDAY_OF_DAY_0) % WEEK) + WEEK) % WEEK
  const begin = momentAt(day, 0)
  const end = momentAt(day + 1, 0)
  return hours
    .filter((window) => window.days.includes(weekday) && window.from < window.to)
    .map(({ from, to }) => ({
      from: Math.max(begin, momentAt(day, Math.max(0, from))),
      to: Math.min(end, momentAt(day, Math.min(days(1), to))),
    }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}

/** The windows of the local days from `number × BLOCK_DAYS` on. */
export function workBlock(number: number, plan: WorkPlan): WorkBlock {
  const first = number * BLOCK_DAYS
  const momentAt = localClock(first, plan.timeZone)
  const starts: number[] = []
  const ends: number[] = []
  for (let day = first; day < first + BLOCK_DAYS; day++) {
    for (const { from, to } of windowsOfDay(day, plan, momentAt)) {
      const last = ends.at(-1)
      if (last !== undefined && from <= last) ends[ends.length - 1] = Math.max(last, to)
      else {
        starts.push(from)
        ends.push(to)
      }
    }
  }
  let sum = 0
  const worked = [0, ...starts.map((start, i) => (sum += (ends[i] ?? start) - start))]
  return { number, from: momentAt(first, 0), to: momentAt(first + BLOCK_DAYS, 0), starts, ends, worked }
}
