import type { Watch } from '#src/domain/watch/watch.ts'
import type { DrillAnswer, DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { HeardBook } from './heardBook.ts'
import type { LookedAt } from './lookedAt.ts'
import type { PastLine } from './pastLine.ts'

/** What is noted down while pods are asked, and how the journal is filled with what was not seen here. */
export type DrillNotes = {
  readonly heard: HeardBook
  readonly lookedAt: LookedAt
  readonly past: PastLine
}

/** What is kept of services and pods beyond what the digest needs, and the answers that are made of it. */
export type Drill = {
  /** To be called with every turn of the watch, after its rows were judged. */
  turn(watch: Watch): void
  /** Stores how things stand at once: the page may be left any moment. */
  saveNow(watch: Watch): void
  answer(watch: Watch, question: DrillQuestion): Promise<DrillAnswer>
  stop(): void
}
