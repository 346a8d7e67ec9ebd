import type { EpochMs } from '#src/domain/time/units.ts'
import { type Light, lightRank, WORST_FIRST } from '#src/domain/verdict/light.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part } from '#src/domain/verdict/reason.ts'

/** What a rule found in one pod's newest answer. */
export type Finding = { readonly light: Light; readonly part: Part }

/**
 * One thing that is, or may be, wrong with a pod, damped against flapping: it becomes as bad as all of the
 * newest `worsenAfter` answers were at least, and as good as all of the newest `recoverAfter` were at least.
 */
export type Condition = {
  /** The newest facts of the confirmed light; of the pending one while there is none. */
  readonly part: Part
  /** Confirmed; `green` while the first bad answers wait for confirmation. */
  readonly light: Light
  /** When the first of the bad answers came that it was confirmed, or waits to be confirmed, by. */
  readonly since: EpochMs
  /** The first answer that told of it at all found it: it was so before, who knows since when. */
  readonly already?: true
  /** What was found in the newest answers, oldest first, as far back as damping looks; null: nothing. */
  readonly answers: readonly (Finding | null)[]
}

type Answers = Condition['answers']

/** The ranks of the newest `count` answers; null while there are not so many. */
function newestRanks(answers: Answers, count: number): number[] | null {
  if (answers.length < count) return null
  return answers.slice(-count).map((found) => lightRank(found?.light ?? 'green'))
}

function damped(light: Light, answers: Answers, policy: Policy): Light {
  const rank = lightRank(light)
  const mildest = Math.max(...(newestRanks(answers, policy.worsenAfter) ?? [rank]))
  const worst = Math.min(...(newestRanks(answers, policy.recoverAfter) ?? [rank]))
  if (mildest < rank) return WORST_FIRST[mildest] ?? light
  return worst > rank ? (WORST_FIRST[worst] ?? light) : light
}

function next(was: Condition, found: Finding | null, policy: Policy): Condition | null {
  const kept = Math.max(policy.worsenAfter, policy.recoverAfter)
  const answers = [...was.answers, found].slice(-kept)
  const light = damped(was.light, answers, policy)
  if (light === 'green' && (found === null || was.light !== 'green')) return null
  const shown = light === 'green' ? found : answers.findLast((answer) => answer?.light === light)
  return { ...was, part: shown?.part ?? was.part, light, answers }
}

/**
 * The next state of a condition after one more answer. `found` null: the answer was fine. `first`: no answer before
 * told of what it is about. `atOnce`: one answer is enough to believe it.
 * Null when nothing is wrong, or no longer; a pending condition vanishes with the first answer that is fine.
 */
export function nextCondition(
  was: Condition | null,
  found: Finding | null,
  policy: Policy,
  now: EpochMs,
  first = false,
  atOnce = false,
): Condition | null {
  if (was !== null) return next(was, found, policy)
  if (found === null) return null
  const answers = atOnce ? Array.from({ length: policy.worsenAfter - 1 }, () => found) : []
  const begun: Condition = { part: found.part, light: 'green', since: now, answers }
  return next(first ? { ...begun, already: true } : begun, found, policy)
}
