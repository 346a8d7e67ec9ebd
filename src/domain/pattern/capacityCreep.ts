import type { Bin } from '#src/domain/series/binRing.ts'
import { days, type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { driftOf, spread, valueOf } from './drifting.ts'
import { median } from './median.ts'
import type { Pattern } from './pattern.ts'
import type { Deployed, Seen } from './seen.ts'

/** A day before and a day after a deploy: both have seen every hour of it. */
const COMPARED: DurationMs = days(1)

/** While pods are replaced nothing is usual. */
const AROUND: DurationMs = minutes(15)

/** Work that takes so much longer after a deploy than before it does so for the deploy, not by chance. */
const STEP = 1.05

/** A few hours of each: less is too little to compare. */
const LEAST_BINS = 4

const typical = (bins: readonly Bin[]): number | null =>
  bins.length < LEAST_BINS ? null : median(bins.map(({ mean }) => mean))

type Step = NonNullable<Pattern<'capacity-creep'>['step']>

/** What one piece of work took before and after a deploy; null where that is not known, or made no difference. */
function stepAt({ binsOf }: Pick<Seen, 'binsOf'>, pod: PodFacts, deploy: Deployed): Step | null {
  const name = pod.pod.name
  const before = typical(binsOf(name, 'processing', deploy.at - COMPARED, deploy.at - AROUND))
  const after = typical(binsOf(name, 'processing', deploy.at + AROUND, deploy.at + COMPARED))
  if (before === null || after === null || after < STEP * before) return null
  return { before, after, deploy }
}

const utilisationOf = (pod: PodFacts): number => valueOf(pod, 'utilisation') ?? 0

/**
 * The workers come near what they can do: their busy share rises for good, or is above its threshold. With the newest
 * deploy at which each piece of work began to take longer, and with the queue where that rises too. Null where no pod
 * shows it.
 */
export function capacityCreep(seen: Omit<Seen, 'timeZone' | 'now'>): Pattern<'capacity-creep'> | null {
  const { pods, deploys, policy } = seen
  const found = pods
    .filter((pod) => driftOf(pod, 'utilisation') !== null || utilisationOf(pod) > policy.utilisationOrange)
    .toSorted((a, b) => utilisationOf(b) - utilisationOf(a))
  const [worst] = found
  if (worst === undefined) return null
  const steps = deploys.flatMap((deploy) => stepAt(seen, worst, deploy) ?? [])
  const rises = found.flatMap((pod) => driftOf(pod, 'utilisation')?.perHour ?? [])
  const queues = found.flatMap((pod) => driftOf(pod, 'queueDepth')?.perHour ?? [])
  return {
    kind: 'capacity-creep',
    ...spread(found, pods),
    utilisation: utilisationOf(worst),
    perHour: rises.length === 0 ? null : Math.max(...rises),
    saturation: worst.signals?.saturation ?? null,
    step: steps.at(-1) ?? null,
    queuePerHour: queues.length === 0 ? null : Math.max(...queues),
  }
}
