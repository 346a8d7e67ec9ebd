import { addMoment } from '#src/domain/journal/addMoment.ts'
import { alreadySo } from '#src/domain/journal/alreadySo.ts'
import { momentOfRow, rowKey } from '#src/domain/journal/momentOfRow.ts'
import { inOneSpan } from '#src/domain/journal/plainMoments.ts'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import { type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { allRows, type Watch } from '#src/domain/watch/watch.ts'
import type { PastService } from './pastService.ts'

/** Gathers how a service stood, moment by moment. */
export type Teller = {
  /** To be told after every look at the service, in order of time. */
  note(watch: Watch, at: EpochMs): void
  /** Oldest first. */
  moments(): readonly VerdictMoment[]
}

/** Nothing is told yet. A page is looked at up to a step late: what it tells may have been so already. */
export function tellMoments({ spans, span: { step }, timeZone }: PastService): Teller {
  let moments: readonly VerdictMoment[] = []
  /** Short greys of the last minutes, which one by one would be taken for well. */
  let doubts: readonly SeenSpan[] = []
  let told: { readonly span: SeenSpan; readonly key: string } | null = null

  const add = (next: VerdictMoment): boolean => {
    const last = moments.at(-1)
    const isLate = last !== undefined && inOneSpan(last, next, spans) && alreadySo(next, last, step + 1)
    const added = isLate
      ? addMoment(moments.slice(0, -1), { ...next, at: last.at }, spans, doubts)
      : addMoment(moments, next, spans, doubts)
    moments = added.moments
    doubts = added.doubts
    return added.waitsUntil === null
  }

  return {
    note(watch, at) {
      const span = spanAt(spans, at)
      const [row] = allRows(watch)
      if (span === null || row === undefined) return
      const key = rowKey(row)
      if (told?.span === span && told.key === key) return
      told = add(momentOfRow(row, at, timeZone)) ? { span, key } : null
    },
    moments: () => moments,
  }
}
