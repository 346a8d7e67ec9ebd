import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Fleet, Service } from '#src/domain/fleet/fleet.ts'
import { oneLine } from '#src/domain/health/cutText.ts'
import type { LightChange } from '#src/domain/series/lightStretches.ts'
import { WEB_ADDRESS } from '#src/domain/ticket/textSchema.ts'
import type { TicketLink } from '#src/domain/ticket/ticketEvent.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { type Light, worstLight } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { englishAlarm as words } from '#src/domain/wording/englishAlarm.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { reasonParts } from '#src/domain/wording/reasonParts.ts'
import type { Alarm } from './alarm.ts'
import { evidenceOf } from './evidenceOf.ts'
import { verdictPriority } from './verdictPriority.ts'

/** The kind of reason that says of a service that it has a ticket: no ticket is opened because of a ticket. */
const OF_TICKETS: string = 'ticket'
const MOST_LETTERS = 160
const MOST_REASONS = 10
/** The first red answer comes before the verdict: it waits for a second one, and its patience is less than this. */
const CONFIRMED_WITHIN = minutes(1)

/** What the verdict on a service is called, from one episode to the next. */
const checkKey = (service: string): string => `check|${service}`

const ownReasons = ({ reasons }: ServiceRow): readonly Reason[] =>
  reasons.filter(({ kind }) => kind !== OF_TICKETS)

/** The light without what tickets make of it. */
function ownLight(row: ServiceRow, own: readonly Reason[]): Light {
  if (row.light === 'unknown' || own.length === row.reasons.length) return row.light
  const unseen = row.pods.some(({ light }) => light === 'unknown') ? (['unknown'] as const) : []
  return worstLight([...own.map(({ light }) => light), ...unseen, 'green'])
}

const STATES: Readonly<Record<Light, Alarm['state']>> = {
  red: 'firing',
  orange: 'clear',
  green: 'clear',
  unknown: 'unknown',
}

/** Agreed work hides what is red, but not that it is well again: a restoration may still be told. */
function stateOf(light: Light, { tickets }: Service, now: EpochMs): Alarm['state'] {
  const isMaintained = tickets.maintenance.some(({ from, to }) => from <= now && now < to)
  return isMaintained && light === 'red' ? 'unknown' : STATES[light]
}

function linksOf({ links }: ServiceRow): readonly TicketLink[] {
  const all: readonly (readonly [string, string | null])[] = Object.entries(links)
  return all.flatMap(([label, url]) => (url !== null && WEB_ADDRESS.test(url) ? [{ label, url }] : []))
}

/** What an alarm says beyond its state; of one that does not fire its title is enough. */
type Told = Pick<Alarm, 'title' | 'description' | 'priority' | 'why' | 'since' | 'links' | 'evidence'>

/** How a service itself is, and since when. */
type Standing = { readonly own: readonly Reason[]; readonly light: Light; readonly since: EpochMs }

function firing(row: ServiceRow, { own, since }: Standing, service: Service, now: EpochMs): Told {
  const { timeZone } = service.mornings
  const red = own.filter(({ light }) => light === 'red')
  const [worst] = red
  const what = worst === undefined ? '' : reasonParts(worst, now, timeZone).text
  const began = Math.min(...red.map((reason) => reason.since))
  return {
    title: oneLine(words.title(row.name, what), MOST_LETTERS),
    description: own
      .slice(0, MOST_REASONS)
      .map((reason) => oneLine(reasonLine(reason, now, timeZone), MOST_LETTERS))
      .join('\n'),
    ...verdictPriority({ reasons: own, pods: row.pods }, service, now),
    since: Math.max(began, since - CONFIRMED_WITHIN),
    links: linksOf(row),
    evidence: evidenceOf({ ...row, light: 'red', reasons: own }, now, timeZone),
  }
}

const calm = ({ name }: ServiceRow, since: EpochMs): Told => ({
  title: words.well(name),
  description: '',
  priority: 5,
  why: '',
  since,
  links: [],
  evidence: null,
})

/** What the light of a row without tickets was last, as far as that is remembered. */
type Remembered = (service: string) => LightChange | null

function standingOf(row: ServiceRow, remembered: Remembered, now: EpochMs): Standing {
  const own = ownReasons(row)
  const light = ownLight(row, own)
  if (own.length === row.reasons.length) return { own, light, since: row.since }
  const known = remembered(row.name)
  return { own, light, since: known?.light === light ? Math.min(known.at, now) : now }
}

function alarmOf(
  row: ServiceRow,
  standing: Standing,
  service: Service,
  { tickets }: Fleet,
  now: EpochMs,
): Alarm {
  const state = stateOf(standing.light, service, now)
  const told = state === 'firing' ? firing(row, standing, service, now) : calm(row, standing.since)
  const root = row.cascade?.root ?? null
  return {
    ...told,
    key: checkKey(row.name),
    source: 'check',
    state,
    service: row.name,
    project: service.tickets.project ?? service.team,
    detectedAt: Math.max(told.since, standing.since),
    delay: tickets.openAfter[told.priority],
    root: root === null ? null : checkKey(root),
    automatic: tickets.automatic && service.tickets.automatic,
  }
}

/** What else is known when alarms are made. */
export type AlarmContext = {
  /** Added to all times that are told, which are of this browser's clock, to have those of a shared one. */
  readonly offset?: number
  /** The newest change of a service's light, without what tickets make of it: rows that they colour do not tell. */
  readonly remembered?: Remembered
}

const NOTHING: Remembered = () => null

/**
 * One alarm for each row that is a service of the fleet. It fires while the service is red by reasons of its own (what is
 * said of its tickets counts for nothing), is clear while it is green or orange, and unknown while nobody can see it or
 * while it is red in an agreed maintenance. It began with the first red answer: its oldest red reason may have been orange
 * for hours, so that is at most a minute before the verdict. What stands under a suspected root names the root's alarm.
 *
 * `now` and the rows are of this browser's clock. Of a row that tickets colour it is not known since when it is so itself,
 * unless that is `remembered`: it is taken to be so since `now` then.
 */
export function alarmsOfRows(
  rows: readonly ServiceRow[],
  fleet: Fleet,
  now: EpochMs,
  { offset = 0, remembered = NOTHING }: AlarmContext = {},
): readonly Alarm[] {
  const services = new Map(fleet.services.map((service) => [service.name, service]))
  return rows.flatMap((row) => {
    const service = services.get(row.name)
    if (service === undefined) return []
    const alarm = alarmOf(row, standingOf(row, remembered, now), service, fleet, now)
    const { since, detectedAt, evidence } = alarm
    return {
      ...alarm,
      since: since + offset,
      detectedAt: detectedAt + offset,
      evidence: evidence === null ? null : { ...evidence, at: evidence.at + offset },
    }
  })
}
