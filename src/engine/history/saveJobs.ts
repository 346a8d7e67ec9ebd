import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { StoreChanges } from '#src/engine/ports.ts'
import type { Kept } from './kept.ts'
import { packAllDrifts, packDay, packHour, packMinute } from './packRecords.ts'
import { keyText } from './recordKey.ts'
import { dayOf, hourOf, isFineHour, recordsToDrop, type Shelf, type Unwritten } from './shelf.ts'

/** How far a database is behind the memory. */
export type Progress = {
  readonly unwritten: Unwritten
  /** When the newest bins were last written. */
  minuteAt: EpochMs | null
  /** When the drift test's state is due. */
  driftsAt: EpochMs
  /** From when on old records are dropped. */
  dropsFrom: EpochMs
  /** Of the marks, and of the lights, as they were last written. */
  marksRevision: number
  lightsRevision: number
}

/** One thing to write. `settled` is called when it is stored. */
export type Job = {
  readonly changes: () => Promise<StoreChanges>
  readonly settled: () => void
}

/** A value may come a minute after its time, and belongs to a bin of two minutes. */
const OVERLAP: DurationMs = minutes(1)

/** A clock that has just begun, or leapt, may be wrong: by it nothing is dropped until it has gone on for so long. */
const BELIEVED_AFTER: DurationMs = hours(1)
const LEAP: DurationMs = minutes(10)

/** Past hours and days that are written in one go: after a backfill there are many, and they must not hold up a minute. */
const MOST_HOURS = 6
const MOST_DAYS = 2

const MARKS = keyText({ kind: 'marks', at: 0, part: 0 })
const LIGHTS = keyText({ kind: 'lights', at: 0, part: 0 })

/** Notes what the memory has got since the last time: past hours and days are written anew, as a whole. */
export function noteProgress(progress: Progress, kept: Kept, now: EpochMs): void {
  const { unwritten, minuteAt } = progress
  if (minuteAt === null || Math.abs(now - minuteAt) > LEAP) progress.dropsFrom = now + BELIEVED_AFTER
  const touched = kept.histories.takeTouched()
  // Nothing may have been seen since, and the hour and the day have ended all the same.
  for (const t of minuteAt === null ? touched : [...touched, minuteAt]) {
    if (hourOf(t) < hourOf(now)) unwritten.hours.add(hourOf(t))
    if (dayOf(t) < dayOf(now)) unwritten.days.add(dayOf(t))
  }
  for (const hour of unwritten.hours) if (!isFineHour(hour, now)) unwritten.hours.delete(hour)
}

const newest = (times: Iterable<EpochMs>, most: number): EpochMs[] =>
  [...times].toSorted((a, b) => b - a).slice(0, most)

const keysAt = (known: Shelf, kind: 'minute' | 'hour' | 'day' | 'drifts', isOf: (at: EpochMs) => boolean) =>
  known.of(kind).flatMap((key) => (isOf(key.at) ? [keyText(key)] : []))

/** What is to be written now, the newest first. Each job packs when its turn has come. */
export function saveJobs(
  kept: Kept,
  known: Shelf,
  progress: Progress,
  now: EpochMs,
  pause: () => Promise<void>,
): readonly Job[] {
  const { histories, drifts, marks, lights } = kept
  const { unwritten } = progress

  const minute: Job = {
    changes: async () => {
      const { minuteAt } = progress
      const from = minuteAt === null || minuteAt > now ? hourOf(now - OVERLAP) : minuteAt - OVERLAP
      return { put: await packMinute(histories, from, now, pause), remove: [] }
    },
    settled: () => {
      progress.minuteAt = now
    },
  }
  const hourJob = (hour: EpochMs): Job => ({
    changes: async () => {
      const put = await packHour(histories, hour, pause)
      const isOf = (at: EpochMs): boolean => hourOf(at) === hour
      const old = [...keysAt(known, 'minute', isOf), ...keysAt(known, 'hour', isOf)]
      return { put, remove: old.filter((key) => !put.has(key)) }
    },
    settled: () => unwritten.hours.delete(hour),
  })
  const dayJob = (day: EpochMs): Job => ({
    changes: async () => {
      const put = await packDay(histories, day, pause)
      return { put, remove: keysAt(known, 'day', (at) => at === day).filter((key) => !put.has(key)) }
    },
    settled: () => unwritten.days.delete(day),
  })
  const driftsJob: Job = {
    changes: async () => {
      const put = await packAllDrifts(drifts, pause)
      return { put, remove: keysAt(known, 'drifts', () => true).filter((key) => !put.has(key)) }
    },
    settled: () => {
      progress.driftsAt = hourOf(now) + hours(1)
    },
  }
  const marksNow = marks.revision()
  const marksJob: Job = {
    changes: async () => ({ put: new Map([[MARKS, marks.save()]]), remove: [] }),
    settled: () => {
      progress.marksRevision = marksNow
    },
  }
  const lightsNow = lights.revision()
  const lightsJob: Job = {
    changes: async () => ({ put: new Map([[LIGHTS, lights.save()]]), remove: [] }),
    settled: () => {
      progress.lightsRevision = lightsNow
    },
  }
  const dropJob: Job = {
    changes: async () => ({
      put: new Map(),
      remove: now < progress.dropsFrom ? [] : recordsToDrop(known, now, unwritten),
    }),
    settled: () => undefined,
  }
  const isDriftsTime = now >= progress.driftsAt || progress.driftsAt > now + hours(1)
  // A page that is left may end this at any of them: what a night is told by goes first, and is small.
  return [
    ...(marksNow === progress.marksRevision ? [] : [marksJob]),
    ...(lightsNow === progress.lightsRevision ? [] : [lightsJob]),
    minute,
    ...newest(unwritten.hours, MOST_HOURS).map(hourJob),
    ...(isDriftsTime ? [driftsJob] : []),
    ...newest(unwritten.days, MOST_DAYS).map(dayJob),
    dropJob,
  ]
}
