import { AUTOMATIC } from '#src/domain/ticket/ticketEvent.ts'
import type { CheckTicket } from './checkLog.ts'
import { personName } from './personName.ts'

/**
 * A ticket whose doers are called as they call themselves, where one of `names` is theirs: the log has them as tokens. What
 * was done by itself stays so.
 */
export function withNames({ row, deeds }: CheckTicket, names: readonly string[]): CheckTicket {
  const known = [row.assignee, ...names]
  const called = (actor: string): string => (actor === AUTOMATIC ? actor : personName(actor, known))
  return {
    row: {
      ...row,
      ack: row.ack === null ? null : { ...row.ack, by: called(row.ack.by) },
      coResponders: row.coResponders.map(called),
    },
    deeds: deeds.map((deed) => ({ ...deed, event: { ...deed.event, actor: called(deed.event.actor) } })),
  }
}
