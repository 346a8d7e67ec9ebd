import { seriesName } from '#src/domain/series/historyBook.ts'
import type { MarkBook } from '#src/domain/series/markBook.ts'
import type { LifeSign } from '#src/domain/series/startLife.ts'
import type { DriftStore } from '#src/domain/slope/driftStore.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { DRIFT_SIGNALS } from './driftSignals.ts'
import { withoutDeploys } from './withoutDeploys.ts'

/** What a start is remembered in, and what it puts an end to. */
type Remembered = { readonly marks: MarkBook; readonly drifts: DriftStore }

/** The version, where it is news: two endpoints may name one release in two ways, and the other one of them was asked. */
function newVersion(was: PodFacts, { version, versionChangedAt }: PodFacts): string | null {
  const isFirst = (was.version?.version ?? null) === null || was.version?.from === version?.from
  return isFirst || versionChangedAt !== was.versionChangedAt ? (version?.version ?? null) : null
}

/** Two releases may take turns behind one address: each is a deploy once a week, unless a start tells otherwise. */
const TAKES_TURNS: DurationMs = days(7)

function takesTurns(
  { marks }: Remembered,
  was: PodFacts,
  { service, pod, startedAt, version }: PodFacts,
  at: EpochMs,
) {
  const known = marks.marksOf(service.name, pod.name)
  if (startedAt !== was.startedAt || known.at(-1)?.kind !== 'deploy') return false
  return known.some((mark) => mark.version === version?.version && at - mark.at < TAKES_TURNS)
}

const namesVersion = (pod: { readonly version: string | null } | null | undefined): boolean =>
  (pod?.version ?? null) !== null

/** The first start that may have come with the version that was read now; see `LifeSign`. */
function cameWith(was: PodFacts, { restarts }: PodFacts): EpochMs | null | undefined {
  const start = was.restarts.find((at) => !restarts.includes(at)) ?? was.awaits?.start
  return start ?? (namesVersion(was.version) ? null : undefined)
}

function signOf(memory: Remembered, was: PodFacts, facts: PodFacts, at: EpochMs): LifeSign {
  return {
    startedAt: facts.startedAt,
    version: takesTurns(memory, was, facts, at) ? null : newVersion(was, facts),
    versionFrom: facts.versionChangedAt === was.versionChangedAt ? (facts.version?.from ?? null) : null,
    cameWith: cameWith(was, facts),
    at,
  }
}

/**
 * Remembers that a pod's process was started anew, or with another version, as soon as an answer tells of it. A restart
 * since the last time that anybody looked is known by nothing else; it waits for its version as any other. What drifted
 * before it does so no more.
 */
export function followStart(memory: Remembered, was: PodFacts, facts: PodFacts, at: EpochMs): PodFacts {
  const { marks, drifts } = memory
  const [service, pod] = [facts.service.name, facts.pod.name]
  const hadVersion = namesVersion(marks.livesOf(service).get(pod))
  const mark = marks.note(service, pod, signOf(memory, was, facts, at))
  const restarts = withoutDeploys(facts.restarts, marks.marksOf(service, pod))
  if (mark === null) return restarts === facts.restarts ? facts : { ...facts, restarts }
  for (const signal of DRIFT_SIGNALS) drifts.restart(seriesName(service, pod, signal), mark.at)
  if (mark.kind === 'deploy' || restarts.some((known) => known >= mark.at))
    return { ...facts, restarts, drifts: [] }
  const mayBeDeploy = hadVersion && !namesVersion(facts.version)
  const awaits = facts.awaits ?? (mayBeDeploy ? { start: mark.at, since: at } : null)
  return { ...facts, restarts: [...restarts, mark.at], awaits, drifts: [] }
}
