import type { TicketEvent } from './ticketEvent.ts'

/** Reasons and names, beside which an event says something that is not hidden. */
function hideReason(event: TicketEvent): TicketEvent {
  switch (event.kind) {
    case 'signal_added':
      return { ...event, data: { ...event.data, title: '' } }
    case 'external_ack':
      return { ...event, data: { ...event.data, comment: '' } }
    case 'requalified':
      return { ...event, data: { ...event.data, reason: '' } }
    case 'reopened':
      return { ...event, data: { reason: '' } }
    case 'policy_changed':
      return { ...event, data: { ...event.data, reason: '' } }
    default:
      return event
  }
}

/** An event without the texts that people wrote into it. What it does to clocks and states stays. */
export function hideText(event: TicketEvent): TicketEvent {
  switch (event.kind) {
    case 'opened':
      return { ...event, data: { ...event.data, title: '', description: '', links: [] } }
    case 'paused':
      return { ...event, data: { ...event.data, note: '' } }
    case 'resolved':
      return { ...event, data: { ...event.data, note: '' } }
    case 'commented':
      return { ...event, data: { text: '' } }
    case 'linked':
      return { ...event, data: { label: '', url: '' } }
    case 'edited':
      return { ...event, data: { ...event.data, value: '' } }
    case 'postmortem':
      return { ...event, data: { whys: [], markdown: '' } }
    default:
      return hideReason(event)
  }
}
