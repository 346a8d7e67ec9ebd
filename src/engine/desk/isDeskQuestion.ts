import type { DeskQuestion } from '#src/engine/deskProtocol.ts'
import type { Question } from '#src/engine/protocol.ts'

const OF_THE_DESK: Readonly<Record<DeskQuestion['about'], true>> = {
  ticket: true,
  command: true,
  'open-ticket': true,
  statistics: true,
  'tickets-csv': true,
  'sign-in': true,
  'check-store': true,
  'export-tickets': true,
  'import-tickets': true,
  'check-log': true,
  'sign-off': true,
  'end-watch': true,
  'handover-events': true,
  'preview-import': true,
  'week-tickets': true,
}

/** Whether the board of tickets answers a question. */
export const isDeskQuestion = (question: Question): question is DeskQuestion =>
  Object.hasOwn(OF_THE_DESK, question.about)
