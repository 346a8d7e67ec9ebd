import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { type Light, lightRank, WORST_FIRST } from '#src/domain/verdict/light.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Part } from '#src/domain/verdict/reason.ts'

/** For how long every answer has to be so bad before it is believed; at once (that is, damped) for a light not named. */
export type Lasting = { readonly [light in 'orange' | 'red']?: DurationMs }

/** What a rule found in one pod's newest answer. */
export type Finding = { readonly light: Light; readonly part: Part; readonly lasting?: Lasting }

/** Since when every answer was at least orange, or red, as far as that has to last; and when the newest of them came. */
type Runs = { readonly orange?: EpochMs; readonly red?: EpochMs; readonly until: EpochMs }

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
  /** Only where the newest answer is so bad that it has to last before it is believed. */
  readonly runs?: Runs
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

const LASTING = ['red', 'orange'] as const

/** After a longer silence nobody knows what lay in between, and a run begins anew. Pages may be minutes apart. */
const MOST_SILENCE: DurationMs = minutes(30)

function nextRuns(was: Runs | undefined, found: Finding | null, now: EpochMs): Runs | null {
  if (found?.lasting === undefined) return null
  const runs: { -readonly [light in 'orange' | 'red']?: EpochMs } = {}
  const goesOn = was !== undefined && now - was.until <= MOST_SILENCE
  for (const light of LASTING) {
    if (found.lasting[light] === undefined || lightRank(found.light) > lightRank(light)) continue
    runs[light] = Math.min((goesOn ? was[light] : undefined) ?? now, now)
  }
  return { ...runs, until: now }
}

/** The light that has lasted for long enough: as bad as `light`, or milder; never milder than what is confirmed. */
function lasted(light: Light, was: Light, found: Finding | null, runs: Runs | null, now: EpochMs): Light {
  for (const candidate of LASTING) {
    if (lightRank(candidate) < lightRank(light)) continue
    if (lightRank(candidate) >= lightRank(was)) return was
    const since = runs?.[candidate] ?? now
    if (now - since >= (found?.lasting?.[candidate] ?? 0)) return candidate
  }
  return was
}

function next(was: Condition, found: Finding | null, policy: Policy, now: EpochMs): Condition | null {
  const kept = Math.max(policy.worsenAfter, policy.recoverAfter)
  const answers = [...was.answers, found].slice(-kept)
  const runs = nextRuns(was.runs, found, now)
  const confirmed = damped(was.light, answers, policy)
  const worsens = lightRank(confirmed) < lightRank(was.light)
  const light = worsens && runs !== null ? lasted(confirmed, was.light, found, runs, now) : confirmed
  if (light === 'green' && (found === null || was.light !== 'green')) return null
  const isAsFound = light === 'green' || light !== confirmed
  const shown = isAsFound ? found : answers.findLast((answer) => answer?.light === light)
  const { runs: _, ...before } = was
  const after = { ...before, part: shown?.part ?? was.part, light, answers }
  return runs === null ? after : { ...after, runs }
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
  if (was !== null) return next(was, found, policy, now)
  if (found === null) return null
  const answers = atOnce ? Array.from({ length: policy.worsenAfter - 1 }, () => found) : []
  const begun: Condition = { part: found.part, light: 'green', since: now, answers }
  return next(first ? { ...begun, already: true } : begun, found, policy, now)
}
