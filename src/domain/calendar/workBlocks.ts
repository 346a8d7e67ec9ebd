import { knownZone } from '#src/domain/time/knownZone.ts'
import { daysFromCivil } from '#src/domain/time/parseTimestamp.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import type { Calendar } from './calendar.ts'
import { BLOCK_DAYS, type WorkBlock, workBlock, type WorkPlan } from './workBlock.ts'

type Table = { readonly plan: WorkPlan; readonly blocks: Map<number, WorkBlock> }

/** How far is looked for working time: ten years. A calendar that has none until then never opens again. */
export const MOST_BLOCKS = 57
/** What is kept of one calendar, and of how many. */
const MOST_KEPT = 3 * MOST_BLOCKS
const MOST_CALENDARS = 50
/** Of moments later than 9999-12-01 not all zones are told. */
const LATEST: EpochMs = 253_399_622_400_000

/** Every ticket has its policy in its own event, so the same calendar comes as many objects. */
const byObject = new WeakMap<Calendar, Table>()
const byContent = new Map<string, Table>()

/** Days since 1970-01-01 of a local date, `2026-12-25`; NaN, which no day is, for anything else. */
function dayOf(date: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date)
  return match === null ? Number.NaN : daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]))
}

function makeRoom<K>(map: Map<K, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size < most) return
    map.delete(oldest)
  }
}

function tableOf(calendar: Calendar): Table {
  const known = byObject.get(calendar)
  if (known !== undefined) return known
  const { timeZone, hours, holidays } = calendar
  const content = JSON.stringify([timeZone, hours.map(({ days, from, to }) => [days, from, to]), holidays])
  const same = byContent.get(content)
  const plan = { timeZone: knownZone(timeZone), hours, holidays: new Set(holidays.map(dayOf)) }
  const table = same ?? { plan, blocks: new Map() }
  if (same === undefined) {
    makeRoom(byContent, MOST_CALENDARS)
    byContent.set(content, table)
  }
  byObject.set(calendar, table)
  return table
}

function blockOf({ plan, blocks }: Table, number: number): WorkBlock {
  const known = blocks.get(number)
  if (known !== undefined) return known
  makeRoom(blocks, MOST_KEPT)
  const block = workBlock(number, plan)
  blocks.set(number, block)
  return block
}

/**
 * The block of a calendar's windows in which a moment lies: blocks follow each other without a gap. They are computed
 * once and kept by what the calendar says. Moments before 1970 and after 9999 count as the first and the last between.
 */
export function blockAt(calendar: Calendar, at: EpochMs): WorkBlock {
  const table = tableOf(calendar)
  const moment = Math.max(0, Math.min(at, LATEST))
  const guess = Math.floor(moment / days(BLOCK_DAYS))
  const block = blockOf(table, guess)
  if (moment < block.from) return blockOf(table, guess - 1)
  return moment < block.to ? block : blockOf(table, guess + 1)
}

/** The block `steps` after one, or before it where negative. */
export const blockBeside = (calendar: Calendar, { number }: WorkBlock, steps: number): WorkBlock =>
  blockOf(tableOf(calendar), number + steps)

/** Which window of a block is the first that ends after a moment; their number where none does. */
export function windowAfter({ ends }: WorkBlock, at: EpochMs): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}
