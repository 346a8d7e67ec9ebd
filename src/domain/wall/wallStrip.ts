import type { FleetStrip, LightCounts, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { countLights } from '#src/domain/digest/fleetStrip.ts'
import { type ClockName, faceAt } from '#src/domain/sla/clockFace.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import { isOpen } from '#src/domain/ticket/queueOf.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** What the page knows of the fleet: `saved` and `stalled` are of the past. */
export type WallSight = {
  readonly source: 'none' | 'saved' | 'live' | 'stalled'
  readonly strip: FleetStrip | null
  /** When what is shown was last vouched for, and when the watch last completed a turn. */
  readonly heardAt: EpochMs | null
  readonly beatAt: EpochMs | null
  /** What lately broke off the watch's work. */
  readonly fault: string | null
}

/** How old the oldest of all readings is; null where some service was never seen. */
export type WallAge = { readonly age: DurationMs | null; readonly isOld: boolean }

/**
 * The age of what is on the wall. While the watch is silent, or blind, it is that of its last word or sight, and old
 * however short a while ago that was.
 */
export function wallAge({ source, strip, heardAt }: WallSight, now: EpochMs): WallAge {
  const since = (at: EpochMs | null | undefined): DurationMs | null =>
    at === null || at === undefined ? null : Math.max(0, now - at)
  if (source !== 'live') return { age: since(strip?.observedAt ?? heardAt), isOld: true }
  return { age: since(strip?.observedAt), isOld: strip?.blind !== null }
}

/** Whether nothing on the wall is of the present. */
export const isOldSight = ({ source, strip }: Pick<WallSight, 'source' | 'strip'>): boolean =>
  source !== 'live' || (strip?.blind ?? null) !== null

/** A clock that is to run out next. */
export type NextBreach = {
  readonly due: EpochMs
  readonly left: DurationMs
  readonly clock: ClockName
  readonly code: string
  readonly service: string | null
  readonly priority: Priority
  readonly isAtRisk: boolean
}

/** What the board asks for. */
export type WallTickets = {
  readonly next: NextBreach | null
  readonly breached: number
  readonly p1: number
}

type Due = { readonly row: TicketRow; readonly clock: ClockName; readonly due: EpochMs }

function duesOf(row: TicketRow, now: EpochMs): readonly Due[] {
  return [row.tta, row.trs].flatMap(({ clock, state, due }) =>
    state === 'stopped' || due === null || due < now ? [] : [{ row, clock, due }],
  )
}

const isBreached = (row: TicketRow, now: EpochMs): boolean =>
  [row.tta, row.trs].some((face) => faceAt(face, now).standing === 'breached')

/** The board at a glance: which clock runs out next, how many have, and how many P1 nobody has acknowledged. */
export function wallTickets(rows: Iterable<TicketRow>, now: EpochMs): WallTickets {
  const open = [...rows].filter(isOpen)
  const first = open
    .flatMap((row) => duesOf(row, now))
    .toSorted((a, b) => a.due - b.due || a.row.priority - b.row.priority)[0]
  return {
    next: first === undefined ? null : nextOf(first, now),
    breached: open.filter((row) => isBreached(row, now)).length,
    p1: open.filter(({ priority, state }) => priority === 1 && state === 'new').length,
  }
}

function nextOf({ row, clock, due }: Due, now: EpochMs): NextBreach {
  const { code, service, priority } = row
  const isAtRisk = faceAt(row[clock], now).standing === 'at-risk'
  return { due, left: due - now, clock, code, service, priority, isAtRisk }
}

/** How the polling goes. */
export type WallHealth =
  | { readonly kind: 'starting' }
  | { readonly kind: 'silent'; readonly since: EpochMs }
  | { readonly kind: 'blind'; readonly since: EpochMs }
  | { readonly kind: 'fault'; readonly words: string }
  | { readonly kind: 'looking'; readonly seen: number; readonly of: number }
  | { readonly kind: 'polling'; readonly pods: number }

/** Whether the fleet is being asked, and if not, what stands in the way: the gravest of it. */
export function wallHealth({ source, strip, heardAt, beatAt, fault }: WallSight): WallHealth {
  if (source === 'stalled') return { kind: 'silent', since: heardAt ?? beatAt ?? 0 }
  if (source !== 'live' || strip === null) return { kind: 'starting' }
  if (strip.blind !== null) return { kind: 'blind', since: strip.blind.since }
  if (fault !== null) return { kind: 'fault', words: fault }
  if (strip.looking !== null) return { kind: 'looking', ...strip.looking }
  return { kind: 'polling', pods: strip.podCount }
}

/** What a filter leaves of a fleet: a wall of one team must not hide that another's service is down. */
export type WallShare = { readonly shown: LightCounts; readonly hidden: LightCounts }

/** Counts what is shown, and what is not. */
export const wallShare = (all: Iterable<ServiceRow>, isShown: (row: ServiceRow) => boolean): WallShare => {
  const rows = [...all]
  return {
    shown: countLights(rows.filter(isShown)),
    hidden: countLights(rows.filter((row) => !isShown(row))),
  }
}
