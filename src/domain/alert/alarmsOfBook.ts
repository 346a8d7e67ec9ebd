import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Alarm } from './alarm.ts'
import type { AlertAlarm, AlertFacts } from './alertAlarms.ts'
import type { AlertBook, BookedAlert, BookedSignal } from './alertBook.ts'

/** How alarms are made of a book. */
export type AlarmsOfBook = {
  readonly now: EpochMs
  readonly alarmOf: (alert: AlertFacts) => AlertAlarm
  /** No poll was answered for so long that nobody knows what fires. */
  readonly isStale: boolean
  /** Keys of what open tickets wait for. */
  readonly expected: ReadonlySet<string>
  /** Ends that the past told of, by key: earlier than the first poll without the alert. */
  readonly ends: ReadonlyMap<string, EpochMs>
  /** The past is being asked: what only a ticket tells of is not clear before that is known. */
  readonly isPastAsked: boolean
}

/** Ended alerts are told of for so long; those that a ticket waits for, as long as it does. */
const ENDED_FOR: DurationMs = hours(1)

/** Nothing is opened by what is clear or unknown, so there is no need to know more of it than the ticket does. */
const alarmOfSignal = ({ key, service, title }: BookedSignal): AlertAlarm => ({
  key,
  source: 'alertmanager',
  service,
  project: null,
  title,
  description: '',
  priority: 3,
  why: '',
  delay: 0,
  root: null,
  links: [],
  evidence: null,
  automatic: true,
})

function factsOf({ alert, expected }: BookedAlert, options: AlarmsOfBook): AlertAlarm | null {
  if (alert !== null) return options.alarmOf(alert)
  return expected === null ? null : alarmOfSignal(expected)
}

/** When it ended: never before the ticket says that it began. */
function endOf(key: string, { expected, absentAt }: BookedAlert, { ends, now }: AlarmsOfBook): EpochMs {
  const first = absentAt ?? now
  const end = ends.get(key)
  return end === undefined || (expected !== null && end < expected.since) ? first : Math.min(first, end)
}

type State = Pick<Alarm, 'state' | 'since' | 'detectedAt'>

/** When it began, as far as that is known: never after it was seen. A start before 1970 (Go's zero is of year 1) is none. */
function beganAt({ alert, expected, detectedAt }: BookedAlert): EpochMs {
  const told = alert?.startsAt ?? expected?.since ?? detectedAt
  return told < 0 ? detectedAt : Math.min(told, detectedAt)
}

const isFiring = ({ alert, absentAt }: BookedAlert, isStale: boolean): boolean =>
  alert !== null && absentAt === null && !isStale && !alert.inhibited

function stateOf(key: string, entry: BookedAlert, options: AlarmsOfBook): State {
  const { alert, absentAt, isClear, detectedAt } = entry
  const isHeldBack = alert === null && options.isPastAsked
  if (isClear && !isHeldBack) {
    const since = endOf(key, entry, options)
    return { state: 'clear', since, detectedAt: absentAt ?? since }
  }
  const state = isFiring(entry, options.isStale) ? 'firing' : 'unknown'
  return { state, since: beganAt(entry), detectedAt }
}

const isLongOver = (key: string, { isClear, absentAt }: BookedAlert, { now, expected }: AlarmsOfBook) =>
  isClear && absentAt !== null && now - absentAt > ENDED_FOR && !expected.has(key)

/**
 * An alarm for every alert of a book. Firing: told of by the newest poll, also while it is silenced. Unknown: not told of
 * by one that cannot be sure, held back by another alert (which has an alarm of its own), or all of them where what is
 * known is stale. Clear: ended, with `since` its end.
 */
export const alarmsOfBook = ({ entries }: AlertBook, options: AlarmsOfBook): readonly Alarm[] =>
  [...entries].flatMap(([key, entry]) => {
    const facts = isLongOver(key, entry, options) ? null : factsOf(entry, options)
    return facts === null ? [] : [{ ...facts, ...stateOf(key, entry, options) }]
  })
