import type { Service } from '#src/domain/fleet/fleet.ts'
import type { AgreedHypercare } from '#src/domain/fleet/ticketSettings.ts'
import { days, type DurationMs, type EpochMs } from '#src/domain/time/units.ts'
import type { Ticket } from './ticket.ts'

/** One point of the list by which people decide whether hypercare may end. `met` null: nothing here can tell. */
export type ExitPoint =
  /** No P1 or P2 is open; how many are. */
  | { readonly kind: 'none-urgent'; readonly met: boolean; readonly open: number }
  /** Without a P1 or P2 for long enough: since when there is none (null while one is open), and for how long it takes. */
  | {
      readonly kind: 'quiet'
      readonly met: boolean
      readonly since: EpochMs | null
      readonly need: DurationMs
    }
  /** No more tickets come than before: of the last week, and of a usual one; null where too little of that is known. */
  | {
      readonly kind: 'inflow'
      readonly met: boolean | null
      readonly lastWeek: number
      readonly usualWeek: number | null
    }
  /** Every service has a runbook; those that have none. */
  | { readonly kind: 'runbooks'; readonly met: boolean; readonly missing: readonly string[] }
  /** Whoever is responsible agrees: that is said between people. */
  | { readonly kind: 'owner'; readonly met: null }

/** A judgement: a working week without a fire. */
const QUIET: DurationMs = days(5)
const WEEK: DurationMs = days(7)
/** What is usual is told by so many weeks before hypercare began. */
const USUAL_WEEKS = 4

const isUrgent = ({ priority }: Ticket): boolean => priority <= 2

const counts = ({ state, resolution }: Ticket): boolean =>
  state !== 'merged' && (resolution === null || resolution.cause === 'incident')

const openedWithin = (tickets: readonly Ticket[], from: EpochMs, to: EpochMs): number =>
  tickets.filter(({ openedAt }) => from <= openedAt && openedAt < to).length

function quiet(urgent: readonly Ticket[], { from }: AgreedHypercare, now: EpochMs): ExitPoint {
  const ends = urgent.map(({ resolution }) => resolution?.restoredAt ?? Infinity)
  const last = Math.max(from, ...ends)
  const since = Number.isFinite(last) ? last : null
  return { kind: 'quiet', met: since !== null && now - since >= QUIET, since, need: QUIET }
}

function inflow(
  own: readonly Ticket[],
  all: readonly Ticket[],
  { from }: AgreedHypercare,
  now: EpochMs,
): ExitPoint {
  const lastWeek = openedWithin(own, now - WEEK, Infinity)
  const usualFrom = from - USUAL_WEEKS * WEEK
  const isKnown = all.some(({ openedAt }) => openedAt < usualFrom)
  const usualWeek = isKnown ? openedWithin(own, usualFrom, from) / USUAL_WEEKS : null
  return { kind: 'inflow', met: usualWeek === null ? null : lastWeek <= usualWeek, lastWeek, usualWeek }
}

/**
 * How far a hypercare has come to its end at `now`, by the list of rule R14: no open P1 or P2, five days without one, no
 * more tickets a week than in the four weeks before it began (known only where the board is older than that), a runbook
 * for each service, and the owner's word. Tickets are those of its services; merged ones, false positives and drills do
 * not count.
 */
export function hypercareExit(
  hypercare: AgreedHypercare,
  services: readonly Service[],
  tickets: readonly Ticket[],
  now: EpochMs,
): readonly ExitPoint[] {
  const { service, team } = hypercare
  const watched = services.filter((one) => one.name === service || (team !== null && one.team === team))
  const names = new Set(watched.map(({ name }) => name))
  const own = tickets.filter(
    (ticket) => ticket.service !== null && names.has(ticket.service) && counts(ticket),
  )
  const urgent = own.filter(isUrgent)
  const open = urgent.filter(({ resolution }) => resolution === null).length
  const missing = watched.flatMap(({ name, links }) => (links.runbook === null ? [name] : []))
  return [
    { kind: 'none-urgent', met: open === 0, open },
    quiet(urgent, hypercare, now),
    inflow(own, tickets, hypercare, now),
    { kind: 'runbooks', met: missing.length === 0, missing },
    { kind: 'owner', met: null },
  ]
}
