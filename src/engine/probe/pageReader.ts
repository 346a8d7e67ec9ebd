import type { BodySink, HttpHead } from '#src/engine/ports.ts'

/** Reads one kind of page: takes its bytes, then makes a result of what came. */
export type PageReader<R> = {
  readonly sink: BodySink
  read(head: HttpHead): R
  /** Whether the answer means that this endpoint is not at this path. */
  isAbsent(head: HttpHead, result: R): boolean
}
