import type { Person } from '#src/domain/fleet/ticketSettings.ts'
import { oneLine } from '#src/domain/health/cutText.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { codeIn, isAck } from './ackComment.ts'
import type { Alert } from './alert.ts'
import { alertKey } from './alertKey.ts'
import { personCalled } from './personCalled.ts'
import type { Silence } from './silence.ts'

/** Somebody silenced an alert with words of acknowledgement. */
export type AlertAcknowledgement = {
  /** Of the alarm. */
  readonly key: string
  /** The person's name here where that is known, else what the silence calls them. */
  readonly by: string
  readonly known: boolean
  readonly comment: string
  /** The id of the silence. */
  readonly silence: string
  /** When it began, and when it ends. */
  readonly at: EpochMs
  readonly until: EpochMs
  /**
   * The code of the ticket that its comment names, as silences from this dashboard do: whoever made one of those has
   * acknowledged the ticket as well, in the log that this browser may or may not share.
   */
  readonly code: string | null
}

const TEXT_CAP = 300

/**
 * Who acknowledged which alert by a silence `ACK! …`, in order of alerts. A silence that silences several alerts is a row
 * for each; one that silences none of these, or has another comment, is none.
 */
export function acknowledgementsOf(
  alerts: readonly Alert[],
  silences: readonly Silence[],
  people: readonly Person[],
): readonly AlertAcknowledgement[] {
  const acks = new Map(silences.filter(({ comment }) => isAck(comment)).map((ack) => [ack.id, ack]))
  return alerts.flatMap((alert) =>
    alert.silencedBy.flatMap((id) => {
      const ack = acks.get(id)
      if (ack === undefined) return []
      const person = personCalled(ack.createdBy, people)
      return [
        {
          key: alertKey(alert.fingerprint),
          by: person ?? oneLine(ack.createdBy, TEXT_CAP),
          known: person !== null,
          comment: oneLine(ack.comment, TEXT_CAP),
          silence: id,
          at: ack.startsAt,
          until: ack.endsAt,
          code: codeIn(ack.comment),
        },
      ]
    }),
  )
}
