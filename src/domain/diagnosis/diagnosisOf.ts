import { patternsOf } from '#src/domain/pattern/patterns.ts'
import type { Neighbour, Seen, Sibling } from '#src/domain/pattern/seen.ts'
import { historyBetween } from '#src/domain/series/history.ts'
import { seriesName } from '#src/domain/series/historyBook.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { deploysNow } from '#src/domain/watch/deploying.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { Watched } from '#src/domain/watch/watched.ts'
import { diagnose } from './diagnose.ts'
import type { Finding } from './finding.ts'

const NOWHERE: Seen['place'] = { root: null, via: [], redDependencies: [] }

function neighbourOf(watch: Watch, { service, row, pods }: Watched): Neighbour {
  const marks = [...pods.keys()].flatMap((pod) => watch.memory.marks.marksOf(service.name, pod))
  return {
    service: service.name,
    light: row?.light ?? 'unknown',
    since: row?.reasons[0]?.since ?? null,
    kinds: (row?.reasons ?? []).map(({ kind }) => kind),
    starts: marks.toSorted((a, b) => a.at - b.at),
  }
}

const neededBy = ({ service, needed }: Watched): readonly string[] => needed?.names ?? service.dependsOn

function siblingOf(watch: Watch, other: Watched, needs: readonly string[]): Sibling[] {
  const shared = neededBy(other).filter((name) => needs.includes(name))
  return shared.length === 0 ? [] : [{ ...neighbourOf(watch, other), shared }]
}

function seenOf(watch: Watch, watched: Watched, now: EpochMs): Seen {
  const { service, row, pods, place } = watched
  const { histories, marks } = watch.memory
  const others = [...watch.services.values()].filter((other) => other !== watched)
  const needs = neededBy(watched)
  return {
    pods: [...pods.values()],
    reasons: row?.reasons ?? [],
    deploys: deploysNow(watched, watch.memory),
    needs: others
      .filter((other) => needs.includes(other.service.name))
      .map((other) => neighbourOf(watch, other)),
    callers: others
      .filter((other) => neededBy(other).includes(service.name))
      .map((other) => neighbourOf(watch, other)),
    siblings: others.flatMap((other) => siblingOf(watch, other, needs)),
    place: place ?? NOWHERE,
    binsOf: (pod, quantity, from, to) => {
      const history = histories.get(seriesName(service.name, pod, quantity))
      return history === null ? [] : historyBetween(history, from, to)
    },
    startsOf: (pod) => marks.marksOf(service.name, pod),
    lives: marks.livesOf(service.name),
    policy: service.policy,
    timeZone: service.mornings.timeZone,
    now,
  }
}

/**
 * What a runbook's decision tree makes of a service now; none of one that the fleet does not have, that is well, or that
 * cannot be seen. It is made when somebody asks, of all that is remembered: not with every answer.
 */
export function diagnosisOf(watch: Watch, name: string, now: EpochMs): readonly Finding[] {
  const watched = watch.services.get(name)
  const light = watched?.row?.light ?? 'unknown'
  if (watched === undefined || (light !== 'red' && light !== 'orange')) return []
  const seen = seenOf(watch, watched, now)
  const patterns = patternsOf(seen)
  const all = neededBy(watched)
  const needed = all.filter((name) => watch.services.has(name))
  const unwatched = all.filter((name) => !watch.services.has(name))
  return diagnose({ ...seen, service: watched.service, light, needed, unwatched, patterns })
}
