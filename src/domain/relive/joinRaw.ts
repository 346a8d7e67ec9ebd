import type { RawSeries } from '#src/domain/prometheus/readRaw.ts'
import { usualStep } from './upTrail.ts'

type Samples = Pick<RawSeries, 'at' | 'values'>

const NOTHING: Samples = { at: new Float64Array(), values: new Float64Array() }

/** So many scrapes are missed before it is a hole: a word on a target holds for as long. */
const HOLE = 3

/** What of the others lies before, after, or in a hole of the samples, each of them in order of time. */
function fill(samples: Samples, other: Samples, hole: number): Samples {
  const joined: (readonly [at: number, value: number])[] = []
  let [i, last] = [0, Number.NEGATIVE_INFINITY]
  for (const [n, t] of other.at.entries()) {
    for (; (samples.at[i] ?? Infinity) <= t; i += 1) {
      last = samples.at[i] ?? last
      joined.push([last, samples.values[i] ?? Number.NaN])
    }
    if ((samples.at[i] ?? Infinity) - last > hole) joined.push([t, other.values[n] ?? Number.NaN])
  }
  for (; i < samples.at.length; i += 1) joined.push([samples.at[i] ?? 0, samples.values[i] ?? Number.NaN])
  return {
    at: Float64Array.from(joined, ([at]) => at),
    values: Float64Array.from(joined, ([, value]) => value),
  }
}

/**
 * Several series of one target as one. What two replicas of a server noted is told by the one that noted more, and where it
 * missed more than three scrapes by the other; what a pod told under the address that it had before, or after, is added.
 */
export function joinRaw(series: readonly Samples[]): Samples {
  const [most = NOTHING, ...others] = series.toSorted((a, b) => b.at.length - a.at.length)
  const hole = HOLE * usualStep(most.at)
  return others.reduce((joined, other) => fill(joined, other, hole), most)
}
