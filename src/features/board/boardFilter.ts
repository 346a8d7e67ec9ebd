import { actorToken } from '#src/domain/ticket/actorToken.ts'
import type { QueueGroupName } from '#src/domain/ticket/queueOf.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { getParam, setParams, useParam } from '#src/state/hashRoute.ts'

/** Kinds of tickets that can be asked for alone. */
export const KINDS = ['urgent', 'mine', 'nobody', 'hypercare'] as const
export type Kind = (typeof KINDS)[number]

/** What of the board is shown; it is part of the address. */
export type BoardFilter = {
  readonly find: string
  readonly kind: Kind | null
  readonly project: string
}

const asKind = (text: string): Kind | null => KINDS.find((kind) => kind === text) ?? null

/** What the address asks for; drawn again when it changes. */
export function useBoardFilter(): BoardFilter {
  const [find, kind, project] = [useParam('find'), useParam('only'), useParam('project')]
  return { find, kind: asKind(kind), project }
}

export const setFind = (find: string): void => setParams({ find }, 'replace')
export const toggleKind = (kind: Kind): void => setParams({ only: getParam('only') === kind ? null : kind })
export const setProject = (project: string): void => setParams({ project })

/** Shows all tickets again; false where nothing was hidden. */
export function showAll(): boolean {
  if (['find', 'only', 'project'].every((name) => getParam(name) === '')) return false
  setParams({ find: null, only: null, project: null })
  return true
}

/** What a wall screen shows: everything that wants somebody now (tickets, R12). */
const URGENT: ReadonlySet<QueueGroupName> = new Set(['unacknowledged', 'breached', 'at-risk'])

/** Whether somebody, by the name in which they sign, has it or is on it. */
const isAt = ({ assignee, ack, coResponders }: TicketRow, name: string | null): boolean =>
  name !== null && [assignee, ack?.by, ...coResponders].some((each) => actorToken(each ?? '') === name)

function isOf(kind: Kind, row: TicketRow, group: QueueGroupName, me: string): boolean {
  switch (kind) {
    case 'urgent':
      return URGENT.has(group)
    case 'mine':
      return isAt(row, actorToken(me))
    case 'nobody':
      return row.assignee === null
    case 'hypercare':
      return row.hypercare !== null
  }
}

/** Every word has to be somewhere in what the row says of itself. */
function matches(row: TicketRow, find: string): boolean {
  const { code, title, service, project, assignee, affected } = row
  const said = [code, title, service, project, assignee, ...affected].join(' ').toLowerCase()
  return find
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}

/** Whether a ticket of that part of the queue is one that was asked for; `me`: who looks, empty where that is not known. */
export const isShown = (
  row: TicketRow,
  group: QueueGroupName,
  { find, kind, project }: BoardFilter,
  me: string,
): boolean =>
  matches(row, find.trim()) &&
  (kind === null || isOf(kind, row, group, me)) &&
  (project === '' || row.project === project || row.assignee === project)
