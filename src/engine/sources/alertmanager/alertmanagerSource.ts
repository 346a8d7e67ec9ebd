import { type AlertAcknowledgement, acknowledgementsOf } from '#src/domain/alert/acknowledgementsOf.ts'
import type { Alarm } from '#src/domain/alert/alarm.ts'
import { type AlertAlarm, alertAlarms, type AlertFacts } from '#src/domain/alert/alertAlarms.ts'
import { alertKey } from '#src/domain/alert/alertKey.ts'
import { alarmsOfBook } from '#src/domain/alert/alarmsOfBook.ts'
import { readAlerts } from '#src/domain/alert/readAlerts.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { AlertmanagerSource, Person } from '#src/domain/fleet/ticketSettings.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishAlerts } from '#src/domain/wording/englishAlerts.ts'
import type { Ports } from '#src/engine/ports.ts'
import { alertmanagerBase, type AlertmanagerClient, alertmanagerClient } from './alertmanagerClient.ts'
import type { AlertSource, AlertSourceOptions, ExpectedSignal } from './alertSource.ts'
import { type AlertWatch, alertWatch } from './alertWatch.ts'
import { remembered } from './remembered.ts'
import { expireSilence, silenceAlert } from './silencing.ts'

/** The Alertmanager that the fleet file names, as long as it names that one. */
type Watched = {
  readonly identity: string
  readonly client: AlertmanagerClient
  readonly watch: AlertWatch
  readonly abort: AbortController
  /** When what began and ended in the past ended, by key. */
  ends: ReadonlyMap<string, EpochMs>
  /** Questions about the past that are under way, and whether one was answered or refused. */
  asking: number
  isPastTried: boolean
  readonly began: DurationMs
}

/** So long after the beginning the past is waited for, should nobody ask for it. */
const PAST_AWAITED: DurationMs = minutes(1)

const NO_ALARMS: readonly Alarm[] = []
const NO_ACKS: readonly AlertAcknowledgement[] = []

const { fault } = englishAlerts

const identityOf = ({ url, credentials, filter }: AlertmanagerSource): string =>
  JSON.stringify([url, credentials, filter])

/** Who is of the team: those that the file names, and whoever is on duty. */
const peopleOf = ({ tickets, rota }: Fleet): readonly Person[] => [
  ...tickets.people,
  ...(rota?.people ?? []).map((name) => ({ name, aliases: [] })),
]

const latestEnds = (alarms: readonly Alarm[]): ReadonlyMap<string, EpochMs> =>
  new Map(alarms.toSorted((a, b) => a.since - b.since).map(({ key, since }) => [key, since]))

/** Fleets without alerts, and those without a past, need none of it: it comes in a chunk of its own. */
const bring = () => import('./pastAlerts.ts').catch(() => null)

/** The alerts of whichever Alertmanager the fleet file names; nothing is asked before the first turn. */
export function alertmanagerSource(options: AlertSourceOptions, ports: Ports): AlertSource {
  const { fleetUrl } = options
  let watched: Watched | null = null
  let isStopped = false
  /** How far the shared clock is ahead of this browser's. */
  let ahead = 0
  const alarmsMade = remembered<readonly Alarm[]>()
  const acksMade = remembered<readonly AlertAcknowledgement[]>()
  const readerMade = remembered<(alert: AlertFacts) => AlertAlarm>()
  const peopleMade = remembered<readonly Person[]>()

  const watchOf = (source: AlertmanagerSource): Watched => {
    const identity = identityOf(source)
    if (watched?.identity === identity) return watched
    watched?.abort.abort()
    const abort = new AbortController()
    const client = alertmanagerClient({ source, fleetUrl, signal: abort.signal }, ports)
    watched = {
      identity,
      client,
      watch: alertWatch(client, ports),
      abort,
      ends: new Map(),
      asking: 0,
      isPastTried: false,
      began: ports.monotonic(),
    }
    return watched
  }

  /** What is asked now; null where the fleet file names none, or it is over. */
  const current = () => {
    const fleet = options.fleet()
    const source = fleet.sources.alertmanager
    if (source !== null && !isStopped) return { fleet, source, at: watchOf(source) }
    watched?.abort.abort()
    watched = null
    return null
  }

  /** Whether the past may still tell when something ended that only a ticket knows of. */
  const isPastAwaited = ({ sources }: Fleet, { asking, isPastTried, began }: Watched): boolean =>
    asking > 0 || (sources.prometheus !== null && !isPastTried && ports.monotonic() - began < PAST_AWAITED)

  const readerOf = (fleet: Fleet, source: AlertmanagerSource) =>
    readerMade([fleet], () => alertAlarms(source, fleet))

  const alarmsAt = (now: EpochMs, expected: readonly ExpectedSignal[]): readonly Alarm[] => {
    const found = current()
    if (found === null) return NO_ALARMS
    const { fleet, source, at } = found
    at.watch.expect(expected, now)
    const book = at.watch.book()
    const [isStale, isPastAsked, { ends }] = [at.watch.isStale(source), isPastAwaited(fleet, at), at]
    return alarmsMade([book, fleet, expected, isStale, isPastAsked, ends], () =>
      alarmsOfBook(book, {
        now,
        alarmOf: readerOf(fleet, source),
        expected: new Set(expected.map(({ key }) => key)),
        isStale,
        isPastAsked,
        ends,
      }),
    )
  }

  /** What adds to the labels of alerts is learned from those of now, also where no poll was answered yet. */
  const alertsOf = async ({ watch, client }: Watched) => {
    if (watch.book().polledAt !== null) return ok(watch.alerts())
    const answer = await client.alerts()
    const read = answer.ok ? readAlerts(answer.value) : answer
    return read.ok ? ok(read.value.alerts) : read
  }

  const past = async (from: EpochMs, to: EpochMs): Promise<Result<readonly Alarm[], string>> => {
    const found = current()
    if (found === null) return err(fault.noSource)
    const { fleet, source, at } = found
    const { prometheus } = fleet.sources
    if (prometheus === null) return err(fault.noPast)
    const [chunk, alerts] = await Promise.all([bring(), alertsOf(at)])
    if (chunk === null) return err(fault.notFetched)
    if (!alerts.ok) return alerts
    const { authorization } = options
    const access = { source: prometheus, fleetUrl, authorization, signal: at.abort.signal }
    const reading = {
      now: to,
      alerts: alerts.value,
      filter: source.filter,
      alarmOf: readerOf(fleet, source),
    }
    return chunk.pastAlerts(access, ports, from, to, reading)
  }

  return {
    turn(now) {
      ahead = now - ports.now()
      const found = current()
      found?.at.watch.turn(now, found.source)
    },
    alarms: alarmsAt,
    acknowledgements() {
      const found = current()
      if (found === null) return NO_ACKS
      const { fleet, at } = found
      const [alerts, silences] = [at.watch.alerts(), at.watch.silences()]
      const people = peopleMade([fleet], () => peopleOf(fleet))
      return acksMade([alerts, silences, people], () => acknowledgementsOf(alerts, silences, people))
    },
    silences() {
      const found = current()
      return found === null ? null : found.at.watch.toldSilences(found.source)
    },
    async silence(key, order) {
      const found = current()
      if (found === null) return err(fault.noSource)
      const { client, watch } = found.at
      const alert = watch.alerts().find(({ fingerprint }) => alertKey(fingerprint) === key)
      if (alert === undefined) return err(fault.unknownAlert)
      const silenced = await silenceAlert(client, alert, order, ports.now() + ahead, found.source.silenceFor)
      watch.hurry()
      return silenced
    },
    async expire(silence) {
      const found = current()
      if (found === null) return err(fault.noSource)
      const expired = await expireSilence(found.at.client, silence, ports.now() + ahead)
      found.at.watch.hurry()
      return expired
    },
    state() {
      const found = current()
      if (found === null) return null
      const { source, at } = found
      return {
        url: source.shownUrl ?? alertmanagerBase(source.url, fleetUrl) ?? source.url,
        heardAt: at.watch.heardAt(),
        fault: at.watch.fault(),
        restarted: at.watch.book().isYoung,
        alerts: at.watch.alerts().length,
      }
    },
    async backfill(from, to) {
      const at = current()?.at
      if (at !== undefined) at.asking += 1
      const answer = await past(from, to)
      if (at !== undefined) {
        at.asking -= 1
        at.isPastTried = true
        if (answer.ok) at.ends = latestEnds(answer.value)
      }
      return answer
    },
    stop() {
      isStopped = true
      watched?.abort.abort()
      watched = null
    },
  }
}
