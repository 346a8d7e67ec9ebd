import { ok } from '#src/domain/result.ts'
import { boundedPin } from './boundedPin.ts'
import { type Decision, type Deed, refuse, tooLong } from './decision.ts'
import { MOST_PINS } from './pin.ts'
import { MOST_MARKDOWN, MOST_NAME, MOST_TEXT, MOST_TITLE, MOST_URL, WEB_ADDRESS } from './textSchema.ts'
import type { TicketCommand } from './ticketCommand.ts'
import type { EditedField, TicketLink } from './ticketEvent.ts'
import { MOST_WHYS, pinsOf, type Why, withPins } from './why.ts'

/** What only writes something down: possible in every state, of a resolved or a merged ticket as well. */
export type WritingCommand = Extract<
  TicketCommand,
  { readonly do: 'comment' | 'link' | 'edit' | 'postmortem' | 'redact' }
>

const MOST_OF: Readonly<Record<EditedField, number>> = {
  title: MOST_TITLE,
  description: MOST_TEXT,
  project: MOST_NAME,
}

function comment({ head }: Deed, said: string): Decision {
  const text = said.trim()
  if (text === '') return refuse({ kind: 'needs-text' })
  const fault = tooLong(text)
  return fault === null ? ok([{ ...head(), kind: 'commented', data: { text } }]) : refuse(fault)
}

function link({ head }: Deed, { label, url: said }: TicketLink): Decision {
  const url = said.trim()
  if (!WEB_ADDRESS.test(url)) return refuse({ kind: 'needs-link' })
  const fault = tooLong(url, MOST_URL) ?? tooLong(label, MOST_TITLE)
  if (fault !== null) return refuse(fault)
  const data = { label: label.trim() || url.slice(0, MOST_TITLE), url }
  return ok([{ ...head(), kind: 'linked', data }])
}

function edit({ head }: Deed, field: EditedField, said: string): Decision {
  const value = said.trim()
  if (value === '' && field === 'title') return refuse({ kind: 'needs-text' })
  const fault = tooLong(value, MOST_OF[field])
  return fault === null ? ok([{ ...head(), kind: 'edited', data: { field, value } }]) : refuse(fault)
}

/** An answer whose pins are within their bounds: a log holds nothing that it could not read again. */
const bounded = (why: Why): Why => withPins(why, pinsOf(why).slice(0, MOST_PINS).map(boundedPin))

function postmortem({ head }: Deed, whys: readonly Why[], markdown: string): Decision {
  const asked = whys.slice(0, MOST_WHYS).map(bounded)
  const [fault = null] = [
    ...asked.flatMap(({ answer, evidence }) => tooLong(answer) ?? tooLong(evidence) ?? []),
    ...[tooLong(markdown, MOST_MARKDOWN) ?? []].flat(),
  ]
  if (fault !== null) return refuse(fault)
  return ok([{ ...head(), kind: 'postmortem', data: { whys: asked, markdown } }])
}

const redact = ({ ticket, head }: Deed, id: string): Decision =>
  ticket.timeline.some(({ event }) => event.id === id)
    ? ok([{ ...head(), kind: 'redacted', data: { event: id } }])
    : refuse({ kind: 'unknown-event' })

/** What is written down, or what is wrong with it. */
export function decideText(command: WritingCommand, deed: Deed): Decision {
  switch (command.do) {
    case 'comment':
      return comment(deed, command.text)
    case 'link':
      return link(deed, command.link)
    case 'edit':
      return edit(deed, command.field, command.value)
    case 'postmortem':
      return postmortem(deed, command.whys, command.markdown)
    case 'redact':
      return redact(deed, command.event)
  }
}
