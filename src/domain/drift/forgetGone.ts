import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { COARSE } from '#src/domain/series/history.ts'
import { seriesParts } from '#src/domain/series/historyBook.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { Following } from './following.ts'

/** What is left of a pod is of use for the morning after: which one it was, and how it went. */
const KEPT_FOR: DurationMs = days(1)

/** What version it ran is of use for longer: that is all that is known of a deploy which brought pods of new names. */
const STARTS_KEPT_FOR: DurationMs = days(28)

const podKey = (service: string, pod: string): string => `${service}\n${pod}`

function* podKeysIn({ histories }: Following): Generator<string> {
  for (const name of histories.names()) {
    const parts = seriesParts(name)
    if (parts !== null) yield podKey(parts.service, parts.pod)
  }
}

/**
 * Forgets pods that the fleet does not name any more and of which nothing came for a day; of their starts and versions,
 * for 28 days. Where every deploy brings pods of new names, nothing else would ever make room.
 */
export function forgetGone(memory: Following, fleet: Fleet, now: EpochMs): void {
  const named = new Set(
    fleet.services.flatMap((service) => service.pods.map((pod) => podKey(service.name, pod.name))),
  )
  for (const name of memory.histories.names()) {
    const parts = seriesParts(name)
    const history = memory.histories.get(name)
    if (parts === null || history === null || named.has(podKey(parts.service, parts.pod))) continue
    if (history.coarse.newest * COARSE.width > now - KEPT_FOR) continue
    memory.histories.drop(name)
    memory.drifts.drop(name)
  }
  const services = new Set(fleet.services.map(({ name }) => name))
  memory.lights.forgetOthers((service) => services.has(service), now)
  const remembered = new Set(podKeysIn(memory))
  memory.marks.noteNamed(fleet.services, now)
  memory.marks.forgetOthers((service, pod, { gone, version }) => {
    if (gone === null || remembered.has(podKey(service, pod))) return true
    return gone.seenAt > now - (version === null ? KEPT_FOR : STARTS_KEPT_FOR)
  })
  // Where there was no room for a history, its slope was followed all the same.
  for (const name of memory.drifts.names()) {
    const parts = seriesParts(name)
    if (parts === null || named.has(podKey(parts.service, parts.pod))) continue
    if ((memory.drifts.lastAt(name) ?? 0) <= now - KEPT_FOR) memory.drifts.drop(name)
  }
}
