import { momentOfRow } from '#src/domain/journal/momentOfRow.ts'
import type { ServiceNight } from '#src/domain/night/night.ts'
import { reasonSignal } from '#src/domain/verdict/reasonSignal.ts'
import { limitAt } from '#src/domain/verdict/reason.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { changeOf } from './changeOf.ts'
import type { CheckInput, CheckRow } from './checkInput.ts'
import type { CheckTicket } from './checkLog.ts'
import type { CheckChange, CheckDrift, CheckItem, StandingWatch } from './morningCheck.ts'
import { personName } from './personName.ts'
import { isNews, isOpen } from './ticketsSince.ts'
import { standingSince } from './standingSince.ts'
import { isCovered } from './watchOver.ts'

/** The key of a service's item, and of one of a ticket that belongs to no service of the fleet. */
export const serviceKey = (service: string): string => `s/${service}`
export const ticketKey = (id: string): string => `t/${id}`

/** What of a service's surroundings its item needs. */
export type ItemPlace = {
  readonly night: ServiceNight | null
  readonly tickets: readonly CheckTicket[]
  readonly watch: StandingWatch | null
  /** The row that it is shown under. */
  readonly root: string | null
}

function driftsOf({ reasons }: CheckRow, { now, timeZone }: CheckInput): readonly CheckDrift[] {
  return reasons.flatMap((reason): CheckDrift[] => {
    const signal = reasonSignal(reason)
    if (reason.kind !== 'drift' || signal === null) return []
    const reachedAt = Math.min(...reason.pods.map(limitAt))
    return [
      {
        signal,
        text: reasonLine(reason, now, timeZone),
        since: reason.since,
        reachedAt: Number.isFinite(reachedAt) ? reachedAt : null,
      },
    ]
  })
}

/** The acknowledgement that stands for longest, of tickets that are still open. */
function ackOf(tickets: readonly CheckTicket[], { log }: CheckInput): CheckItem['ackedRed'] {
  const signers = log.signOffs.map(({ by }) => by)
  const [first] = tickets
    .filter(isOpen)
    .flatMap(({ row: { ack, assignee } }) =>
      ack === null ? [] : [{ at: ack.at, by: personName(ack.by, [assignee, ...signers]) }],
    )
    .toSorted((a, b) => a.at - b.at)
  return first ?? null
}

/** A service that is well and was: what else there is to say of it. */
function quietChange({ tickets, watch }: Pick<ItemPlace, 'tickets' | 'watch'>): CheckChange {
  if (tickets.length > 0) return 'ticket'
  return watch === null ? 'well' : 'watch'
}

/** Whether anything of it wants a person, new or not. A restart may be too long ago, or unseen: nothing else tells of it. */
function asks({ change, tickets, night }: Omit<CheckItem, 'isToWalk'>): boolean {
  const isQuiet = change === 'ticket' || change === 'watch' || change === 'well'
  return !isQuiet || tickets.some(isOpen) || (night?.restarts.length ?? 0) > 0
}

function isToWalk(item: Omit<CheckItem, 'isToWalk'>, from: number): boolean {
  const { tickets, watch, night, light, kinds } = item
  if (watch?.isOver === true || tickets.some((ticket) => isNews(ticket, from))) return true
  return asks(item) && (watch === null || !isCovered({ light: light ?? 'unknown', kinds, night }, watch))
}

const walked = (item: Omit<CheckItem, 'isToWalk'>, from: number): CheckItem => ({
  ...item,
  isToWalk: isToWalk(item, from),
})

/** The item of a service of the fleet, as its row and its night tell. */
export function serviceItem(row: CheckRow, place: ItemPlace, input: CheckInput): CheckItem {
  const { name, light, reasons } = row
  const { night, tickets, watch, root } = place
  const marked = input.last?.marks.find(({ item }) => item === serviceKey(name))?.light ?? null
  const change = changeOf({ light, night, marked })
  return walked(
    {
      key: serviceKey(name),
      title: name,
      service: name,
      change: change === 'well' ? quietChange(place) : change,
      light,
      root,
      reasons: momentOfRow({ ...row, pods: [] }, input.now, input.timeZone).reasons,
      kinds: [...new Set(reasons.map(({ kind }) => kind))].toSorted(),
      since: light === 'green' ? null : standingSince(row, night),
      night,
      drifts: driftsOf(row, input),
      tickets,
      ackedRed: light === 'red' ? ackOf(tickets, input) : null,
      watch,
    },
    input.from,
  )
}

const NOTHING_NOW = {
  light: null,
  root: null,
  reasons: [],
  kinds: [],
  since: null,
  drifts: [],
  ackedRed: null,
} as const

/** It was not well when it was last seen, or for a while before. */
function leftInTrouble({ stretches, spells, before }: ServiceNight): boolean {
  const last = stretches.at(-1)?.light ?? before?.light ?? 'green'
  return last !== 'green' || spells.length > 0
}

/** The item of a service that the fleet names no more. Whoever took it out while it was in trouble should say so. */
export function goneItem(
  night: ServiceNight,
  { tickets, watch }: Pick<ItemPlace, 'tickets' | 'watch'>,
  from: number,
): CheckItem {
  const { name } = night
  const item = { ...NOTHING_NOW, key: serviceKey(name), title: name, service: name, night, tickets, watch }
  const isKnown = watch !== null || tickets.some((ticket) => isOpen(ticket) || isNews(ticket, from))
  return { ...item, change: 'gone', isToWalk: isKnown || leftInTrouble(night) }
}

/** The item of a watch on something that is not there any more: nothing ends it but a word. */
export const orphanItem = (watch: StandingWatch): CheckItem => ({
  ...NOTHING_NOW,
  key: watch.item,
  title: watch.title,
  service: watch.service,
  night: null,
  tickets: [],
  watch,
  change: watch.service === null ? 'watch' : 'gone',
  isToWalk: true,
})

/** The item of a ticket that belongs to no service of the fleet. */
export function ticketItem(ticket: CheckTicket, watch: StandingWatch | null, from: number): CheckItem {
  const { id, title } = ticket.row
  const item = { ...NOTHING_NOW, key: ticketKey(id), title, service: null, night: null, watch }
  return walked({ ...item, change: 'ticket', tickets: [ticket] }, from)
}

/**
 * The row that a row is shown under: its suspected root, where that is at least as bad and stands for itself. A ticket of its
 * own that waits for somebody is no matter of its root.
 */
export function rootAmong(row: CheckRow, rows: ReadonlyMap<string, CheckRow>): string | null {
  const root = rows.get(row.cascade?.root ?? '')
  if (root === undefined || root.light === 'unknown' || row.light === 'unknown') return null
  if ((root.cascade?.root ?? null) !== null) return null
  if (row.reasons.some(({ kind, light }) => kind === 'ticket' && light === 'red')) return null
  return lightRank(root.light) <= lightRank(row.light) && row.light !== 'green' ? root.name : null
}
