import * as v from 'valibot'
import { joinSpans, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { JournalPiece } from './journalStretch.ts'
import { MOST_MOMENTS } from './plainMoments.ts'
import { readMoments, readSpans, saveMoments, saveSpans } from './savedMoments.ts'

/** What is known of one service from elsewhere: how it stood within some spans. */
export type FilledPage = { readonly pieces: readonly JournalPiece[]; readonly spans: readonly SeenSpan[] }

const TIME = v.pipe(v.number(), v.safeInteger())

/** Moments and spans as those of a journal are saved, and beside each moment when its piece begins and ends. */
const PAGE = v.object({
  words: v.pipe(v.array(v.object({ from: TIME, to: TIME, moment: v.unknown() })), v.maxLength(MOST_MOMENTS)),
  seen: v.unknown(),
})

/** What is known of one service from elsewhere as a value that JSON can hold. */
export const saveFilled = ({ pieces, spans }: FilledPage): unknown => ({
  words: pieces.map(({ from, to, moment }) => ({ from, to, moment: saveMoments([moment]) })),
  seen: saveSpans(spans),
})

/**
 * What `saveFilled` gave; null for any other value. A word that cannot be read, as of a newer build, is left out: its time
 * counts as one in which the service was not seen.
 */
export function readFilled(saved: unknown): FilledPage | null {
  const page = v.safeParse(PAGE, saved)
  const seen = page.success ? readSpans(page.output.seen) : null
  if (!page.success || seen === null) return null
  const spans = joinSpans(seen, 0)
  const pieces = page.output.words.flatMap(({ from, to, moment }) =>
    from < to ? (readMoments(moment) ?? []).slice(0, 1).map((read) => ({ from, to, moment: read })) : [],
  )
  return { pieces: pieces.toSorted((a, b) => a.from - b.from), spans }
}
