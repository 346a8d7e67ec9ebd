import type { Policy } from '#src/domain/verdict/policy.ts'

/** How a threshold is drawn nearer to where all is well. Of a factor that is 1, of everything else 0. */
const halfTo =
  (well: number) =>
  (threshold: number): number =>
    threshold > well ? well + (threshold - well) / 2 : threshold

/**
 * What is judged more strictly during hypercare: what users feel first when a change is bad, and what is compared with the
 * time before it. Everything else stays. Counts and patience, since one bad answer is still no outage. Levels of memory,
 * files and pools, since a limit has not come nearer. Garbage collection, the event loop and the use of workers, since
 * processes that have just begun are busy with themselves.
 */
const STRICTER: { readonly [name in keyof Policy]?: (threshold: number) => number } = {
  // A bad change shows as errors first: a share of 0.5 % is worth a look, of 5 % worth a roll-back.
  errorsOrange: halfTo(0),
  errorsRed: halfTo(0),
  // Then as waiting: one and a half times the usual p99, and red from three times on. While a pod warms up it is told as that.
  latencyOrange: halfTo(1),
  latencyRed: halfTo(1),
  // A page that takes half as long as what is called slow is slower than it was.
  slowAnswer: halfTo(0),
}

const isThreshold = (name: string, policy: Policy): name is keyof Policy => Object.hasOwn(policy, name)

const strict = new WeakMap<Policy, Policy>()

/** The thresholds of a service in hypercare: none is laxer than in `policy`. The same object gets the same answer. */
export function strictPolicy(policy: Policy): Policy {
  const known = strict.get(policy)
  if (known !== undefined) return known
  const stricter: { -readonly [name in keyof Policy]: number } = { ...policy }
  for (const [name, change] of Object.entries(STRICTER)) {
    if (isThreshold(name, policy)) stricter[name] = change(policy[name])
  }
  strict.set(policy, stricter)
  return stricter
}
