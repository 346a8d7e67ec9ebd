import { days, type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { isKind } from './isKind.ts'
import type { Pattern } from './pattern.ts'
import type { Seen } from './seen.ts'

/** Requests fail within these minutes before the next process begins, which is how long most grace periods are at most, */
const BEFORE: DurationMs = minutes(5)

/** and what is counted in bins of two minutes may end a little after it began. */
const AFTER: DurationMs = minutes(2)

/** How far back is looked: bins are that fine for a day. */
const LOOKED_AT: DurationMs = days(1)

/** One may be chance. */
const LEAST_STARTS = 2

/** Errors elsewhere that are still no objection. */
const NEARLY_ALL = 0.8

type Bad = { readonly pod: string; readonly at: EpochMs; readonly ratio: number }

/** The minutes in which a pod's requests failed. */
const badOf = ({ binsOf, policy, now }: Seen, pod: string): readonly Bad[] =>
  binsOf(pod, 'errorRatio', now - LOOKED_AT, now + 1)
    .filter(({ mean }) => mean > policy.errorsOrange)
    .map(({ t, mean }) => ({ pod, at: t, ratio: mean }))

/**
 * Requests fail on pods that are about to end, at one start after another, and hardly anywhere else: the process is killed
 * before it has finished what it was given, or still gets requests. Null with fewer than two such starts within a day.
 * Failures of the last minutes, whose start may be still to come, count neither way.
 */
export function terminating(seen: Seen): Pattern<'terminating'> | null {
  if (!seen.reasons.some((reason) => isKind(reason, 'errors'))) return null
  const starts = seen.pods.flatMap(({ pod }) =>
    seen
      .startsOf(pod.name)
      .filter(({ at }) => at >= seen.now - LOOKED_AT)
      .map(({ at }) => ({ pod: pod.name, at })),
  )
  const bad = seen.pods.flatMap(({ pod }) => badOf(seen, pod.name))
  const isBefore = (start: (typeof starts)[number], one: Bad): boolean =>
    one.pod === start.pod && one.at >= start.at - BEFORE && one.at <= start.at + AFTER
  const hit = starts.filter((start) => bad.some((one) => isBefore(start, one)))
  const there = bad.filter((one) => starts.some((start) => isBefore(start, one)))
  const settled = bad.filter((one) => there.includes(one) || one.at < seen.now - BEFORE)
  if (hit.length < LEAST_STARTS || there.length < NEARLY_ALL * settled.length) return null
  return {
    kind: 'terminating',
    pods: [...new Set(hit.map(({ pod }) => pod))],
    ofPods: seen.pods.length,
    starts: hit.length,
    ofStarts: starts.length,
    ratio: Math.max(...there.map(({ ratio }) => ratio)),
  }
}
