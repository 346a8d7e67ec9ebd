import type { Place } from '#src/domain/cascade/cascade.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { frozenRow, serviceRow } from '#src/domain/digest/serviceRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { amongOthers } from '#src/domain/verdict/amongOthers.ts'
import type { Standing } from '#src/domain/verdict/fleetRule.ts'
import { type Light, worstLight } from '#src/domain/verdict/light.ts'
import { isFresh, lifeEndpoint, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import { rollUp, type ServiceVerdict } from '#src/domain/verdict/rollUp.ts'
import { deploysNow, judgedAs, noteCare } from './deploying.ts'
import { freshUntil } from './freshness.ts'
import { noteTrouble, placeAnew } from './placing.ts'
import type { Watch } from './watch.ts'
import type { Watched } from './watched.ts'

const answersNow = (pod: PodFacts, now: EpochMs): boolean => {
  const track = pod.tracks[lifeEndpoint(pod)]
  return track !== null && track.result.ok && isFresh(track.at, track.freshFor, now)
}

function noteDisagreement(service: Watched, pods: readonly PodFacts[], now: EpochMs): EpochMs {
  const versions = new Set(
    pods.map((pod) => pod.version?.version ?? null).filter((version) => version !== null),
  )
  service.disagreeSince = versions.size > 1 ? (service.disagreeSince ?? now) : null
  return service.disagreeSince ?? now
}

/** While the dashboard is blind its last state stands, but for services of which every pod answers. */
const isFrozen = ({ blind }: Watch, { row, pods }: Watched, now: EpochMs): boolean =>
  blind !== null && row !== null && ![...pods.values()].every((pod) => answersNow(pod, now))

function judgeAlone({ memory }: Watch, service: Watched, now: EpochMs): ServiceVerdict {
  noteCare(service, memory, now)
  const pods = [...service.pods.values()]
  const { policy } = judgedAs(service)
  const known = {
    disagreeSince: noteDisagreement(service, pods, now),
    found: service.verdict?.found,
    deploys: deploysNow(service, memory),
  }
  return rollUp(pods, policy, known, now)
}

/** How the service itself is. That people are late with a ticket is no outage of it. */
function lightWithoutTickets({ light, reasons }: ServiceRow): Light {
  const own = reasons.filter(({ kind }) => kind !== 'ticket')
  if (own.length === reasons.length || light === 'unknown') return light
  return worstLight(['green', ...own.map((reason) => reason.light)])
}

/** Taken name by name, here and below: spread objects made all of judging a quarter slower. */
const standingOf = (watch: Watch, service: Watched, place: Place, now: EpochMs): Standing => ({
  redDependencies: place.redDependencies,
  missing: place.missing,
  silent: place.silent,
  ofPods: service.pods.size,
  tickets: service.tickets,
  sinceOf: (name) => watch.services.get(name)?.trouble?.since ?? now,
})

/** What the other services add to a verdict, and the row that comes of it. */
function rowOf(watch: Watch, service: Watched, verdict: ServiceVerdict, now: EpochMs): ServiceRow {
  const { row: was, place, service: described } = service
  const whole =
    place === null
      ? verdict
      : amongOthers(verdict, standingOf(watch, service, place, now), was?.reasons ?? [], now)
  const since = was !== null && was.light === whole.light ? was.since : now
  const lastKnown = whole.light === 'unknown' ? service.lastKnown : null
  const lines = { recent: service.series, memory: watch.memory }
  const memory = { since, lastKnown, spark: was?.spark ?? null }
  const { care } = service
  const { light, reasons, podLights, rollout } = whole
  const judged = { light, reasons, podLights, rollout, place, care }
  return serviceRow(described, [...service.pods.values()], lines, judged, memory)
}

/** That all is well is noted once the past is known: what drifts is known by it alone. */
function noteLight({ memory, pastPending }: Watch, service: Watched, row: ServiceRow, now: EpochMs): void {
  const light = lightWithoutTickets(row)
  service.lightHeld = pastPending && light === 'green'
  if (!service.lightHeld) memory.lights.note(service.service.name, light, now)
}

function noteHeldLights(watch: Watch, now: EpochMs): void {
  if (watch.pastPending) return
  for (const service of watch.services.values())
    if (service.lightHeld && service.row !== null) noteLight(watch, service, service.row, now)
}

/** Judges what has changed by its own pods; gives the services that need a new row. */
function judgeChanged(watch: Watch, now: EpochMs): Set<Watched> {
  const changed = new Set<Watched>()
  let matters = false
  for (const service of watch.services.values()) {
    // Without any answer a row changes when something in it grows stale.
    if (!service.dirty && now <= service.freshUntil) continue
    service.dirty = false
    service.freshUntil = freshUntil(service.pods.values(), now)
    changed.add(service)
    if (isFrozen(watch, service, now)) continue
    service.verdict = judgeAlone(watch, service, now)
    matters = noteTrouble(service, service.verdict, watch.names, now) || matters
  }
  if (!matters || watch.blind !== null) return changed
  for (const service of placeAnew(watch.services.values(), watch.fleet.external)) changed.add(service)
  return changed
}

/** The rows that are new since the last call: of services that changed, or that others made to stand elsewhere. */
export function judgeServices(watch: Watch, now: EpochMs): ServiceRow[] {
  const rows: ServiceRow[] = []
  const changed = judgeChanged(watch, now)
  watch.memory.lights.noteSeen(now)
  for (const service of watch.services.values()) {
    if (!changed.has(service)) continue
    const { row: was, verdict } = service
    const isOld = verdict === null || isFrozen(watch, service, now)
    const row = isOld && was !== null ? frozenRow(was) : verdict && rowOf(watch, service, verdict, now)
    if (row === null || (row === was && service.told)) continue
    service.row = row
    service.told = true
    noteLight(watch, service, row, now)
    if (row.light !== 'unknown') service.lastKnown = { light: row.light, at: row.observedAt ?? now }
    rows.push(row)
  }
  noteHeldLights(watch, now)
  return rows
}
