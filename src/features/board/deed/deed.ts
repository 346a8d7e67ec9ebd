import type { TicketCommand } from '#src/domain/ticket/ticketCommand.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import type { DeedForm } from './asking.ts'

type DirectDeed = 'take' | 'acknowledge' | 'silence' | 'resume' | 'unmerge'

/** What a key or a button does to a ticket. */
export type DeedName = DeedForm | DirectDeed

/** What is sent at once; the others ask first. */
export const DIRECT: Readonly<Record<DirectDeed, TicketCommand>> = {
  take: { do: 'take' },
  acknowledge: { do: 'acknowledge' },
  silence: { do: 'acknowledge' },
  resume: { do: 'resume' },
  unmerge: { do: 'unmerge' },
}

/** Whether nothing has to be asked before it is done. */
export const isDirect = (deed: DeedName): deed is DirectDeed => deed in DIRECT

/** The key of each, where it has one of its own. */
export const DEED_KEYS: readonly (readonly [key: string, deed: DeedName])[] = [
  ['t', 'take'],
  ['a', 'acknowledge'],
  ['A', 'silence'],
  ['o', 'assign'],
  ['p', 'requalify'],
  ['z', 'pause'],
  ['r', 'resolve'],
  ['R', 'reopen'],
  ['m', 'merge'],
  ['c', 'comment'],
]

/** The key that a button names. */
export const keyOf = (deed: DeedName): string =>
  DEED_KEYS.find(([, name]) => name === (deed === 'resume' ? 'pause' : deed))?.[0] ?? ''

/** What may be done to a ticket as it stands, by who calls themselves `me`, the likeliest first. What is not offered is refused in words. */
export function deedsFor(
  { state, source, mergedInto, assignee }: TicketRow,
  me: string,
): readonly DeedName[] {
  if (mergedInto !== null || state === 'merged') return ['unmerge', 'comment']
  if (state === 'resolved') return ['reopen', 'comment']
  const first: readonly DeedName[] =
    state === 'new'
      ? ['take', 'acknowledge', ...(source === 'alertmanager' ? (['silence'] as const) : [])]
      : assignee === me
        ? []
        : ['take']
  return [
    ...first,
    'resolve',
    'assign',
    state === 'paused' ? 'resume' : 'pause',
    'requalify',
    'comment',
    'merge',
  ]
}
