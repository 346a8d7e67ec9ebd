import type { RowCascade } from '#src/domain/digest/digestRow.ts'
import type { Priority } from '#src/domain/sla/priority.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** A service as far as its calls go. */
export type WallRow = {
  readonly name: string
  readonly light: Light
  readonly tier: number | null
  readonly cascade?: RowCascade
}

/** A ticket as far as the calls of its service go. */
export type WallTicket = {
  readonly service: string | null
  readonly priority: Priority
  readonly state: 'new' | 'acknowledged' | 'paused' | 'resolved' | 'merged'
}

/** What a wall sees at one moment. */
export type WallLook = {
  /** True while the watch vouches for the rows. */
  readonly live: boolean
  /** The dashboard cannot see, or has not looked at all services yet. */
  readonly blind: boolean
  readonly looking: boolean
  readonly rows: Iterable<WallRow>
  readonly tickets: Iterable<WallTicket>
}

/** A service that became red, and how urgent that is. */
export type WallCall = { readonly name: string; readonly priority: Priority }

/** What a wall remembers from look to look. */
export type WallMemory = {
  /** Services that are known to be red: called, or red when this wall was opened. What cannot be seen stays among them. */
  readonly red: ReadonlySet<string>
  /** When all had been looked at once; null before. Until a moment later red is how things stand, and no news … */
  readonly lookedAt: EpochMs | null
  /** … but of these, which were seen well by then. Of no matter afterwards. */
  readonly well: ReadonlySet<string>
}

/** Of a wall that was just opened. */
export const NO_MEMORY: WallMemory = { red: new Set(), lookedAt: null, well: new Set() }

/** A bad first answer is asked about again before it is red: what comes of it belongs to the first look. */
const FIRST_LOOK: DurationMs = seconds(10)

const TIER_UNTOLD = 2

const isOpen = ({ state }: WallTicket): boolean => state !== 'resolved' && state !== 'merged'

/**
 * How urgent a red service is: as its most urgent open ticket says, else as its tier does (1 to 4; 2 where none is told), as
 * if all its pods were out. The ticket comes with the red or up to its patience later, and knows better.
 */
export function callPriority({ name, tier }: WallRow, tickets: Iterable<WallTicket>): Priority {
  let most: Priority | null = null
  for (const ticket of tickets) {
    if (ticket.service !== name || !isOpen(ticket)) continue
    if (most === null || ticket.priority < most) most = ticket.priority
  }
  if (most !== null) return most
  const rounded = Math.round(tier ?? TIER_UNTOLD)
  return rounded <= 1 ? 1 : rounded === 2 ? 2 : rounded === 3 ? 3 : 4
}

/** Red by itself: what stands under a root is not announced apart from it. */
const standsRed = ({ light, cascade }: WallRow): boolean =>
  light === 'red' && (cascade?.root ?? null) === null

/** Seen, and not red by itself any more. Red under a root stays what it was: called before, or not yet. */
const isOver = ({ light }: WallRow): boolean => light === 'green' || light === 'orange'

function redAfter(before: ReadonlySet<string>, rows: readonly WallRow[]): ReadonlySet<string> {
  const red = new Set<string>()
  for (const row of rows) {
    if (standsRed(row) || (before.has(row.name) && !isOver(row))) red.add(row.name)
  }
  return red
}

function wellAfter({ well }: WallMemory, rows: readonly WallRow[]): ReadonlySet<string> {
  const seen = rows.filter(isOver).map(({ name }) => name)
  return seen.every((name) => well.has(name)) ? well : new Set([...well, ...seen])
}

function lookedAfter({ lookedAt }: WallMemory, { looking }: WallLook, now: EpochMs): EpochMs | null {
  if (lookedAt !== null) return lookedAt
  return looking ? null : now
}

/** Whether red is news by now. A clock that was set back ends the first look. */
const isSettled = ({ lookedAt }: WallMemory, now: EpochMs): boolean =>
  lookedAt !== null && (now - lookedAt >= FIRST_LOOK || now < lookedAt)

/**
 * Which services became red since the last look, the most urgent first. Nothing is called while the dashboard is blind or
 * the watch silent, nothing that is folded under a root, and nothing that was red as soon as the wall saw it. A service that
 * grows grey in between and comes back red is the same red; one that was well in between is a new one.
 */
export function nextCalls(
  memory: WallMemory,
  look: WallLook,
  now: EpochMs,
): { readonly memory: WallMemory; readonly calls: readonly WallCall[] } {
  if (!look.live || look.blind) return { memory, calls: [] }
  const rows = [...look.rows]
  const tickets = [...look.tickets]
  const isNewsOf = isSettled(memory, now) ? () => true : (name: string) => memory.well.has(name)
  const next = {
    red: redAfter(memory.red, rows),
    lookedAt: lookedAfter(memory, look, now),
    well: isSettled(memory, now) ? NO_MEMORY.well : wellAfter(memory, rows),
  }
  const calls = rows
    .filter((row) => standsRed(row) && !memory.red.has(row.name) && isNewsOf(row.name))
    .map((row) => ({ name: row.name, priority: callPriority(row, tickets) }))
    .toSorted((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1))
  return { memory: next, calls }
}

/** Which red services nobody has acknowledged: their ticket is new, or they have none. What cannot be seen counts as it did. */
export function unanswered(memory: WallMemory, tickets: Iterable<WallTicket>): ReadonlySet<string> {
  const answered = new Set<string | null>()
  const asking = new Set<string | null>()
  for (const { service, state } of tickets) {
    if (state === 'new') asking.add(service)
    else if (state === 'acknowledged' || state === 'paused') answered.add(service)
  }
  return new Set([...memory.red].filter((name) => asking.has(name) || !answered.has(name)))
}
