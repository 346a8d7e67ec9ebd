import type { DeskQuestion } from '#src/engine/deskProtocol.ts'

/** What a page asks of morning checks. */
export type CheckQuestion = Extract<
  DeskQuestion,
  {
    readonly about: 'check-log' | 'sign-off' | 'end-watch' | 'handover-events' | 'preview-import'
  }
>

const OF_CHECKS: Readonly<Record<CheckQuestion['about'], true>> = {
  'check-log': true,
  'sign-off': true,
  'end-watch': true,
  'handover-events': true,
  'preview-import': true,
}

/** Whether a question is about morning checks: what answers it comes in a chunk of its own. */
export const isCheckQuestion = (question: DeskQuestion): question is CheckQuestion =>
  Object.hasOwn(OF_CHECKS, question.about)
