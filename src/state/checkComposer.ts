import { replaceEqualDeep } from '@tanstack/react-query'
import { type CheckInput, type CheckRow } from '#src/domain/check/checkInput.ts'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import { composeCheck } from '#src/domain/check/composeCheck.ts'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { SignOff } from '#src/domain/check/signOff.ts'
import type { LightCounts } from '#src/domain/digest/digestRow.ts'
import type { Night } from '#src/domain/night/night.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { WatchState } from './watchStore.ts'

/** What a check reads of the watch: it changes with verdicts, not with every answer. */
export type CheckFleet = {
  readonly source: WatchState['source']
  readonly strip: {
    readonly title: string
    readonly light: Light
    readonly counts: LightCounts
    /** Not all were looked at once, or their past is not judged yet: a leak would be shown as well. */
    readonly isLooking: boolean
  } | null
  readonly rows: readonly CheckRow[]
}

const rowOf = ({ name, light, since, reasons, cascade }: CheckRow): CheckRow => ({
  name,
  light,
  since,
  reasons,
  ...(cascade === undefined ? {} : { cascade }),
})

/** Reads the watch for a check; gives the same object while nothing of it has changed. */
export function createFleetReader(): (state: WatchState) => CheckFleet {
  let seen: WatchState | null = null
  let fleet: CheckFleet = { source: 'none', strip: null, rows: [] }
  return (state) => {
    if (state === seen) return fleet
    seen = state
    const { source, strip, rows } = state
    fleet = replaceEqualDeep(fleet, {
      source,
      strip: strip && {
        title: strip.title,
        light: strip.light,
        counts: strip.counts,
        isLooking: strip.looking !== null || strip.judgingPast,
      },
      rows: [...rows.values()].map(rowOf),
    })
    return fleet
  }
}

/** What a check waits for before it can be made. */
export type CheckWait = 'fleet' | 'look' | 'log' | 'night'

/** What a page has of a check; null and undefined: not yet. */
export type CheckParts = {
  readonly fleet: CheckFleet
  readonly log: CheckLog | null | undefined
  readonly night: Night | null | undefined
  /** By the clock that dates sign-offs. Null until the log was heard. */
  readonly from: EpochMs | null
  /** What has to be added to this browser's clock, which dates the night, to have that one. */
  readonly offset: DurationMs
  /** By this browser's clock. At least so late; words with clock times and watches go by it. */
  readonly now: EpochMs
  readonly timeZone: string
}

/** The check of now, or what it waits for. */
export type Composed =
  | { readonly check: MorningCheck; readonly waitsFor: null }
  | { readonly check: null; readonly waitsFor: CheckWait }

/** The sign-off that was made at a moment; an address tells seconds. */
const signedAt = (signOffs: readonly SignOff[], from: EpochMs): SignOff | null =>
  signOffs.find(({ at }) => Math.abs(at - from) < seconds(1)) ?? null

function inputOf({
  fleet: { strip, source, rows },
  log,
  night,
  from,
  offset,
  now,
  timeZone,
}: CheckParts): CheckInput | CheckWait {
  if (strip === null || source === 'none' || source === 'saved') return 'fleet'
  if (!log || from === null) return 'log'
  if (!night) return 'night'
  const { title, light, counts } = strip
  const last = signedAt(log.signOffs, from)
  const until = Math.max(night.to, now)
  const ends = { from, to: until + offset, now: until }
  return { title, rows, light, counts, night, log, ...ends, last, timeZone }
}

/** Since when this browser's clock has to be asked for the night since `from`. */
export const nightFrom = (from: EpochMs, offset: DurationMs): EpochMs => from - offset

/** What is told again unchanged is not composed again. */
const isSame = (a: CheckParts, b: CheckParts): boolean =>
  a.fleet === b.fleet &&
  a.log === b.log &&
  a.night === b.night &&
  a.from === b.from &&
  a.offset === b.offset &&
  a.now === b.now &&
  a.timeZone === b.timeZone

function composed(parts: CheckParts, before: MorningCheck | null): Composed {
  const input = inputOf(parts)
  if (typeof input === 'string') return { check: null, waitsFor: input }
  // Nobody should see fifty services as lost in the first second. Later only new ones are looked for.
  if (before === null && parts.fleet.strip?.isLooking === true) return { check: null, waitsFor: 'look' }
  return { check: replaceEqualDeep(before, composeCheck(input)), waitsFor: null }
}

/** The night that a check looks back at; null and undefined: that of another time, or none, was told. */
const askedNight = ({ night, from, offset }: CheckParts): CheckParts['night'] =>
  from !== null && night?.from === nightFrom(from, offset) ? night : null

/**
 * Makes the check of what a page has; gives the same objects for whatever did not change. Once it was made it stays until
 * the worker answers anew: a worker that is begun again knows nothing for a moment.
 */
export function createCheckComposer(): (given: CheckParts) => Composed {
  let known: { readonly parts: CheckParts; readonly composed: Composed } | null = null
  return (given) => {
    const before = known?.parts.from === given.from ? known : null
    const parts = {
      ...given,
      log: given.log ?? before?.parts.log,
      night: askedNight(given) ?? before?.parts.night,
    }
    if (before !== null && isSame(parts, before.parts)) return before.composed
    const made = composed(parts, before?.composed.check ?? null)
    known = { parts, composed: made }
    return made
  }
}
