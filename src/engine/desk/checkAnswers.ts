import { handoverEvents } from '#src/domain/check/handoverEvents.ts'
import type { DeskAnswer } from '#src/engine/deskProtocol.ts'
import type { DeskSources } from './answerDesk.ts'
import { checkLogOf } from './checkLogOf.ts'
import type { CheckQuestion } from './isCheckQuestion.ts'
import { previewImport } from './previewImport.ts'
import { endWatch, signOff } from './signing.ts'

/** Answers what a page asks of morning checks, as of now by the clock of the team's engine where there is one. */
export async function answerCheck(sources: DeskSources, question: CheckQuestion): Promise<DeskAnswer> {
  const { shelf, ports } = sources
  const { about } = question
  const now = ports.now() + (shelf.log.status().skew ?? 0)
  switch (about) {
    case 'check-log':
      return { about, found: checkLogOf(sources, question.from, now) }
    case 'sign-off':
      return { about, found: await signOff(sources, question.check, question.by, now) }
    case 'end-watch':
      return { about, found: await endWatch(sources, question.watch, question.by, now) }
    case 'handover-events':
      return { about, found: handoverEvents(shelf.book, { from: question.from, to: now }) }
    case 'preview-import':
      return { about, found: previewImport(shelf.book, question.events, now) }
  }
}
