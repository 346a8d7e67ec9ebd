import { cutText, oneLine } from '#src/domain/health/cutText.ts'
import { MOST_NAME, MOST_TEXT, MOST_TITLE } from '#src/domain/ticket/textSchema.ts'
import type { TicketDraft } from '#src/domain/ticket/ticketCommand.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishAlertLink } from '#src/domain/wording/englishAlertLink.ts'
import { alertKey } from './alertKey.ts'
import type { AlertLink } from './alertLink.ts'
import type { AlertSubject } from './alertSubject.ts'

const { ticket: words } = englishAlertLink

/** The brackets around the service, which stands beside the title anyway. */
const PREFIX = /^\s*\[[^\]\n]*\][\s:]*/

function titleOf({ message, labels }: AlertLink, { service, called }: AlertSubject): string {
  const told = service === null ? (message ?? '') : (message ?? '').replace(PREFIX, '')
  const title = oneLine(told === '' ? (labels['alertname'] ?? '') : told, MOST_TITLE)
  return title === '' ? words.untitled(oneLine(service ?? called ?? '', MOST_NAME)) : title
}

/**
 * The ticket that an alert link is for, began when the alert did and P3 where it says nothing of its urgency. An alert with
 * a fingerprint has the key by which an Alertmanager's alert joins it, and two people who open the same link have one ticket.
 */
export function alertDraft(link: AlertLink, subject: AlertSubject, now: EpochMs): TicketDraft {
  const { message, priority, at, fingerprint, runbook } = link
  const title = titleOf(link, subject)
  return {
    title,
    description: cutText(message ?? '', MOST_TEXT),
    service: subject.service,
    project: null,
    priority: priority ?? 3,
    source: 'link',
    dedupKey:
      fingerprint === null
        ? `link|${subject.service ?? subject.called ?? ''}|${title}`
        : alertKey(fingerprint),
    openedAt: at ?? now,
    links: runbook === null ? [] : [{ label: words.runbook, url: runbook }],
  }
}
