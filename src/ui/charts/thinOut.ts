import type { ExplainedPoint } from '#src/domain/slope/explainFit.ts'

/** What several points of one use come to: mean of means, lowest low, highest high. */
type Group = {
  readonly use: ExplainedPoint['use']
  n: number
  t: number
  mean: number
  low: number
  high: number
}

/** Points of one use in one slot of time as one. */
function bySlots(points: readonly ExplainedPoint[], slots: number): readonly ExplainedPoint[] {
  const [first, last] = [points[0]?.t ?? 0, points.at(-1)?.t ?? 0]
  const width = (last - first) / slots || 1
  const groups = new Map<string, Group>()
  for (const { t, mean, low, high, use } of points) {
    const key = `${Math.min(slots - 1, Math.floor((t - first) / width))} ${use}`
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, { use, n: 1, t, mean, low, high })
      continue
    }
    group.n += 1
    group.t += (t - group.t) / group.n
    group.mean += (mean - group.mean) / group.n
    group.low = Math.min(group.low, low)
    group.high = Math.max(group.high, high)
  }
  return [...groups.values()]
    .map(({ t, mean, low, high, use }) => ({ t, mean, low, high, use }))
    .sort((a, b) => a.t - b.t)
}

/**
 * At most so many points for a picture: what lies in one stretch of time becomes one point for each use, so that a single
 * sample that was left out is still drawn as one, and low and high are those of all.
 * @param points in order of time.
 * @param atMost at least as many as there are uses; fewer points come back as they are.
 */
export function thinOut(points: readonly ExplainedPoint[], atMost: number): readonly ExplainedPoint[] {
  let [thin, slots] = [points, atMost]
  while (thin.length > atMost && slots > 0) {
    thin = bySlots(points, slots)
    slots = Math.floor(slots * 0.8)
  }
  return thin
}
