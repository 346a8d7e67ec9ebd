import { deploysOf } from '#src/domain/deploy/deploysOf.ts'
import type { JournalStretch } from '#src/domain/journal/journalStretch.ts'
import { lightPast } from '#src/domain/journal/lightPast.ts'
import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import { clipSorted } from '#src/domain/series/clipSorted.ts'
import type { LightStretch } from '#src/domain/series/lightStretches.ts'
import { joinSpans, outside, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { WeekSeen } from '#src/domain/week/week.ts'
import { weekSeen } from '#src/domain/week/weekSeen.ts'
import type { WeekSource } from '#src/domain/week/weekSource.ts'

/** Nothing older is kept. */
const KEPT_FOR: DurationMs = days(28)

/** What was asked for as far as it has been, and as far as anything is kept of it. */
function weekWithin({ from, to }: SeenSpan, now: EpochMs): SeenSpan {
  const end = Math.min(to, now)
  return { from: Math.min(Math.max(from, now - KEPT_FOR), end), to: end }
}

const ALWAYS: SeenSpan = { from: -Infinity, to: Infinity }

/** What only the fleet's Prometheus knows: what this browser saw itself goes before it. */
function filledIn(
  stretches: readonly JournalStretch[],
  filled: readonly SeenSpan[],
  own: readonly LightStretch[],
): readonly LightStretch[] {
  const told = stretches.flatMap(({ from, to, moment: { light } }) =>
    light === 'unknown' ? [] : [{ from, to, light }],
  )
  const within = clipSorted(told, filled)
  return within.length === 0 ? [] : clipSorted(within, outside(own, ALWAYS))
}

function sourceOf(watch: Watch, journal: VerdictJournal, name: string): WeekSource {
  const { marks, lights } = watch.memory
  const service = watch.services.get(name)?.service
  const policy = service?.policy ?? watch.fleet.policy
  const own = lightPast(lights, name, journal.seen())
  const stretches = journal.between(name, -Infinity, Infinity)
  const filled = filledIn(stretches, journal.filled(name), own)
  const restarts = [...marks.livesOf(name).keys()].flatMap((pod) =>
    marks.marksOf(name, pod).flatMap(({ kind, at }) => (kind === 'restart' ? [{ pod, at }] : [])),
  )
  return {
    name,
    isNamed: service !== undefined,
    lights: filled.length === 0 ? own : [...own, ...filled].toSorted((a, b) => a.from - b.from),
    stretches,
    deploys: deploysOf(marks, { name, policy }),
    restarts,
    hypercare: policy.hypercare,
  }
}

/** When anybody watched. What is older than the journal is known by the lights alone. */
function watchedIn(journal: VerdictJournal, sources: readonly WeekSource[]): readonly SeenSpan[] {
  const seen = journal.seen()
  const since = seen[0]?.from ?? Infinity
  const before = sources.flatMap(({ lights }) => lights.filter(({ from }) => from < since))
  return joinSpans([...before, ...journal.filled(), ...seen], 0)
}

/**
 * What is known of the fleet between two moments: which light each service was seen with, its deploys, its drifts. What lies
 * after `now`, or more than 28 days before it, is left out. Services that the fleet names no more are told as far as they
 * were seen. Pauses after each service: one with thousands of gaps takes some milliseconds.
 */
export function* weekOf(
  watch: Watch,
  journal: VerdictJournal,
  asked: SeenSpan,
  now: EpochMs,
): Generator<undefined, WeekSeen> {
  const names = new Set([...watch.services.keys(), ...journal.names()])
  const sources: WeekSource[] = []
  for (const name of names) {
    sources.push(sourceOf(watch, journal, name))
    yield
  }
  return weekSeen(sources, watchedIn(journal, sources), weekWithin(asked, now))
}
