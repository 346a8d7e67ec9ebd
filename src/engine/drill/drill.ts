import type { Watch } from '#src/domain/watch/watch.ts'
import type { DrillAnswer, DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { HeardBook } from './heardBook.ts'
import type { LookedAt } from './lookedAt.ts'

/** What is noted down while pods are asked. */
export type DrillNotes = { readonly heard: HeardBook; readonly lookedAt: LookedAt }

/** What is kept of services and pods beyond what the digest needs, and the answers that are made of it. */
export type Drill = {
  /** To be called with every turn of the watch, after its rows were judged. */
  turn(watch: Watch): void
  answer(watch: Watch, question: DrillQuestion): Promise<DrillAnswer>
  stop(): void
}
