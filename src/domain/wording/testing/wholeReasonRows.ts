import { hours } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import { SINCE } from './reasonOf.ts'
import type { ReasonRow } from './reasonRows.ts'

const common = { light: 'red', since: SINCE, ofPods: 2 } as const
const carrier = { pod: 'a', light: 'red', since: SINCE, fair: 0.5, perSecond: 120, busy: null } as const

const load = (
  about: NonNullable<Reason<'load'>['about']>,
  own: { readonly share: number; readonly drops: number | null; readonly busy?: number },
): Reason<'load'> => ({ kind: 'load', ...common, pods: [{ ...carrier, ...own }], about })

const needs = (...services: readonly string[]): Reason<'dependency'> => ({
  kind: 'dependency',
  ...common,
  pods: [],
  about: { on: services.map((service) => ({ service, since: SINCE })) },
})

const stale = (about: NonNullable<Reason<'stale-entry'>['about']>): Reason<'stale-entry'> => ({
  kind: 'stale-entry',
  ...common,
  pods: [],
  about,
})

const ticket = (...tickets: readonly TicketMention[]): Reason<'ticket'> => ({
  kind: 'ticket',
  ...common,
  pods: [],
  about: { tickets },
})

const late: TicketMention = {
  code: 'T-4KQ2M',
  priority: 1,
  trouble: 'breached',
  clock: 'trs',
  since: SINCE,
  due: SINCE,
}

const MEND = 'correct dependsOn, name it under external, or take the route out'

/** Reasons of a service as a whole. */
export const wholeRows: readonly ReasonRow[] = [
  {
    name: 'one of two pods is out, and the other cannot carry both',
    reason: load(
      { out: [{ pod: 'b', failure: { kind: 'timeout', after: 4000 } }], saturated: [] },
      { share: 1, drops: 0.2 },
    ),
    line: '1 of 2 pods is out: timed out after 4 s (b); a carries 100 % of the load and drops 20 % since 08:31',
    advice: 'bring the missing pods back, or add one: it is overload, not the code',
  },
  {
    name: 'a pod at its limit, and one that works for it',
    reason: load({ out: [], saturated: ['b'] }, { share: 0.9, drops: null, busy: 0.65 }),
    line: '1 of 2 pods is at the limit; a carries 90 % of the load and has 35 % of its capacity left since 08:31',
    advice: 'take the pods at their limit out one by one and restart them, or add one',
  },
  {
    name: 'a balancer that prefers one',
    reason: load({ out: [], saturated: [] }, { share: 0.9, drops: null }),
    line: 'a carries 90 % of the load, its fair share is 50 % since 08:31',
    advice: 'see why the balancer prefers it: long-lived connections, weights, a pod that is not in its list',
  },
  {
    name: 'a service that it needs is red',
    reason: needs('prices'),
    line: 'needs prices, which is red since 08:31',
    advice: 'look at prices first',
  },
  {
    name: 'several are',
    reason: needs('prices', 'stock'),
    line: 'needs prices and stock, which are red since 08:31',
    advice: 'look at prices first',
  },
  {
    name: 'it names what is not there, and what never answered',
    reason: stale({ missing: ['legacy-mail'], silent: ['old-search'] }),
    line: 'depends on legacy-mail, not in the fleet; depends on old-search, which has never answered since 08:31',
    advice: MEND,
  },
  {
    name: 'a ticket whose time is up, and another',
    reason: ticket(late, { ...late, code: 'T-7AAAA', trouble: 'at-risk' }),
    line: 'T-4KQ2M (P1) was to be restored by 08:31 and 1 more ticket waits',
    advice: 'see on the board what it waits for',
  },
  {
    name: 'a ticket whose time is about to be up',
    reason: ticket({ ...late, priority: 3, trouble: 'at-risk', clock: 'tta', due: SINCE + hours(1) }),
    line: 'T-4KQ2M (P3) has to be acknowledged by 09:31',
    advice: 'see on the board what it waits for',
  },
  {
    name: 'a P1 that nobody has',
    reason: ticket({ ...late, trouble: 'unacknowledged', clock: 'tta', due: SINCE + hours(1) }),
    line: 'nobody has acknowledged T-4KQ2M (P1) since 08:31',
    advice: 'take it on the board',
  },
]
