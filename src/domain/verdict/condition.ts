import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part } from '#src/domain/verdict/reason.ts'

/** What a rule found in one pod's newest answer. */
export type Finding = { readonly light: Light; readonly part: Part }

/**
 * One thing that is, or may be, wrong with a pod, damped against flapping: it worsens after `worsenAfter`
 * bad answers in a row, and recovers after `recoverAfter` better ones.
 */
export type Condition = {
  /** The newest facts of the confirmed light; of the pending one while there is none. */
  readonly part: Part
  /** Confirmed; `green` while the first bad answers wait for confirmation. */
  readonly light: Light
  readonly since: EpochMs
  /** Answers in a row that were worse, or better, than `light`. */
  readonly worse: number
  readonly better: number
  /** When the run of worse answers began. */
  readonly worseSince: EpochMs
}

const NEW: Omit<Condition, 'part'> = { light: 'green', since: 0, worse: 0, better: 0, worseSince: 0 }

function worsen(was: Condition, found: Finding, policy: Policy, now: EpochMs): Condition {
  const worse = was.worse + 1
  const worseSince = was.worse === 0 ? now : was.worseSince
  if (worse < policy.worsenAfter) {
    return { ...was, part: was.light === 'green' ? found.part : was.part, worse, better: 0, worseSince }
  }
  return {
    ...NEW,
    part: found.part,
    light: found.light,
    since: was.light === 'green' ? worseSince : was.since,
  }
}

function recover(was: Condition, found: Finding | null, policy: Policy): Condition | null {
  if (was.light === 'green') return null
  const better = was.better + 1
  if (better < policy.recoverAfter) return { ...was, worse: 0, better }
  return found === null ? null : { ...NEW, part: found.part, light: found.light, since: was.since }
}

/**
 * The next state of a condition after one more answer. `found` null: the answer was fine.
 * Null when nothing is wrong, or no longer.
 */
export function nextCondition(
  was: Condition | null,
  found: Finding | null,
  policy: Policy,
  now: EpochMs,
): Condition | null {
  if (was === null) {
    return found === null ? null : worsen({ ...NEW, part: found.part }, found, policy, now)
  }
  const difference = found === null ? 1 : lightRank(found.light) - lightRank(was.light)
  if (found !== null && difference < 0) return worsen(was, found, policy, now)
  if (found !== null && difference === 0) return { ...was, part: found.part, worse: 0, better: 0 }
  return recover(was, found, policy)
}
