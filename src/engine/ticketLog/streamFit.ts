import { boardSubjects } from '#src/domain/ticket/natsSubjects.ts'
import type { StreamFacts } from './engineLine.ts'

/** The setting of a stream without which an event might be written twice. */
export const WRITE_ONCE = 'max_msgs_per_subject: 1, discard: new, discard_new_per_subject: true'

/** Whether a stream takes all subjects of a board. */
export function coversBoard(board: string, { subjects }: StreamFacts): boolean {
  const wanted = boardSubjects(board)
  const [root] = wanted.split('.')
  return subjects.some((subject) => [wanted, `${root}.>`, '>'].includes(subject))
}

/** Why a stream will not do for a board; null where it does. */
export function differenceOf(board: string, facts: StreamFacts): string | null {
  if (!coversBoard(board, facts)) return boardSubjects(board)
  return facts.writeOnce ? null : WRITE_ONCE
}
