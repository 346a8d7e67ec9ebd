import type { DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { Question } from '#src/engine/protocol.ts'

const OF_THE_DRILL: Readonly<Record<DrillQuestion['about'], true>> = {
  record: true,
  history: true,
  families: true,
  pin: true,
  'as-of': true,
  surroundings: true,
  night: true,
  week: true,
}

/** Whether it is about one service or pod in depth, or about the past of the fleet. */
export const isDrillQuestion = (question: Question): question is DrillQuestion =>
  Object.hasOwn(OF_THE_DRILL, question.about)
