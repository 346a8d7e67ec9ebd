import { hurtsCallers } from '#src/domain/cascade/consequence.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Service } from '#src/domain/fleet/fleet.ts'
import { PRIORITIES, type Priority } from '#src/domain/sla/priority.ts'
import { nextMorning } from '#src/domain/time/nextMorning.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type Reason, type ReasonKind, soonestLimit } from '#src/domain/verdict/reason.ts'
import { englishAlarm as words } from '#src/domain/wording/englishAlarm.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatRatio } from '#src/domain/wording/formatNumber.ts'

/** How urgent a red verdict is, and why, in words with their numbers. */
export type VerdictPriority = { readonly priority: Priority; readonly why: string }

/** A service without a tier is as important as one of tier 2. */
const TIER_UNTOLD = 2

/** Kinds of reasons that put a pod out: those that the roll-up weighs by quorum. */
const OUT: ReadonlySet<ReasonKind> = new Set(['failing', 'health', 'target-down', 'not-ready'])

/** A pod of whose requests so many fail is as good as out. */
const OUT_BY_ERRORS = 0.5

/** Where whoever looks at it in the morning comes too late, it is one step more urgent than where they do not. */
const STEPS = { out: 0, felt: 1, soon: 1, later: 2, 'not-felt': 2 } as const

type Impact = { readonly step: number; readonly text: string }

function podsOut(reason: Reason): readonly string[] {
  if (reason.kind === 'load') return reason.about?.out.map(({ pod }) => pod) ?? []
  if (reason.kind === 'errors')
    return reason.pods.flatMap(({ pod, ratio }) => (ratio >= OUT_BY_ERRORS ? [pod] : []))
  return OUT.has(reason.kind) ? reason.pods.flatMap(({ pod, light }) => (light === 'red' ? [pod] : [])) : []
}

/** When the first of some reasons comes to a limit, be it that of a certificate; Infinity where none does. */
const limitOf = (reasons: readonly Reason[]): EpochMs =>
  Math.min(
    ...reasons.map((reason) =>
      reason.kind === 'certificate'
        ? Math.min(...reason.pods.map(({ endsAt }) => endsAt))
        : soonestLimit(reason),
    ),
  )

function outage(red: readonly Reason[], pods: number, quorum: number): Impact | null {
  const out = new Set(red.flatMap(podsOut)).size
  if (out === 0) return null
  if (out >= pods) return { step: STEPS.out, text: words.impact.allOut(pods) }
  if ((pods - out) / pods >= quorum) return null
  return { step: STEPS.out, text: words.impact.quorumLost(out, pods, formatRatio(quorum)) }
}

function threat(red: readonly Reason[], pods: string, { mornings }: Service, now: EpochMs): Impact {
  const limit = limitOf(red)
  if (limit === Infinity) return { step: STEPS['not-felt'], text: words.impact.notFelt(pods) }
  const moment = formatMoment(limit, now, mornings.timeZone)
  return limit < nextMorning(now, mornings)
    ? { step: STEPS.soon, text: words.impact.soon(moment) }
    : { step: STEPS.later, text: words.impact.later(moment) }
}

function impactOf(red: readonly Reason[], pods: number, service: Service, now: EpochMs): Impact {
  const out = outage(red, pods, service.policy.quorum)
  if (out !== null) return out
  const troubled = words.podsInTrouble(
    new Set(red.flatMap((one) => one.pods.map(({ pod }) => pod))).size,
    pods,
  )
  return red.some(hurtsCallers)
    ? { step: STEPS.felt, text: words.impact.felt(troubled) }
    : threat(red, troubled, service, now)
}

/**
 * How urgent the red verdict on a service is. Its tier (1 to 4; 2 where none is told) is the priority where all pods are
 * out, or so many that the quorum is lost (a pod of whose requests half or more fail counts as out):
 *
 * | tier | out | callers feel it, or at a limit before the next working morning | a limit later, or felt by nobody |
 * | ---- | --- | --- | --- |
 * | 1 | P1 | P2 | P3 |
 * | 2 | P2 | P3 | P4 |
 * | 3 | P3 | P4 | P5 |
 * | 4 | P4 | P5 | P5 |
 *
 * What the fleet file sets for the service is taken instead. `reasons`: those of the row that count. The table is this
 * project's own judgement; that tier, share of pods and time to the limit decide is the product's.
 */
export function verdictPriority(
  { reasons, pods }: Pick<ServiceRow, 'reasons' | 'pods'>,
  service: Service,
  now: EpochMs,
): VerdictPriority {
  const set = service.tickets.priority
  if (set !== null) return { priority: set, why: words.set(set) }
  const tier = Math.min(4, Math.max(1, Math.round(service.tier ?? TIER_UNTOLD)))
  const red = reasons.filter(({ light }) => light === 'red')
  const { step, text } = impactOf(red, pods.length, service, now)
  const priority = PRIORITIES[Math.min(5, tier + step) - 1] ?? 5
  return { priority, why: words.why(words.tier(tier, service.tier === null), text) }
}
