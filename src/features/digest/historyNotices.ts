import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import type { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Past } from '#src/state/watchStore.ts'

/** What about the remembered past needs a person. */
export type HistoryBannerKind = keyof (typeof screenTexts)['history']['banner']

type Backfill = Past['backfill']

const failureOf = (backfill: Backfill) => (backfill?.kind === 'ended' ? backfill.summary.failure : null)

/** Whether the source of the past gave nothing because nobody is signed in to it. */
export function needsSignIn(backfill: Backfill): boolean {
  const failure = failureOf(backfill)
  return failure?.kind === 'not-reached' && failure.failure.kind === 'sign-in-needed'
}

/** A source that knows not one pod of the fleet is of no use, however well it answers. */
function knowsNone(backfill: Backfill): boolean {
  if (backfill?.kind !== 'ended') return false
  const { filled, unmatched, failure } = backfill.summary
  return failure === null && filled === 0 && unmatched.length > 0
}

/** How many things there are to be read about the past: what the store says, and a source that gave none of it. */
export const countNotices = ({ history, backfill }: Past): number =>
  history.notices.length + (failureOf(backfill) !== null || knowsNone(backfill) ? 1 : 0)

function ofNotice(notice: HistoryNotice): readonly HistoryBannerKind[] {
  switch (notice.kind) {
    case 'storage-full':
      return notice.paused ? ['storage-full'] : []
    case 'records-unusable':
      return notice.why === 'unreadable' ? [] : [notice.why]
    case 'memory-only':
    case 'stored-again':
      return []
  }
}

const FIRST: readonly HistoryBannerKind[] = ['storage-full', 'sign-in', 'damaged', 'other-version']

/** What needs a person, the most pressing first. A private window needs none: that nothing is stored is its purpose. */
export function historyBanners({ history, backfill }: Past): readonly HistoryBannerKind[] {
  const found = new Set(history.notices.flatMap(ofNotice))
  if (needsSignIn(backfill)) found.add('sign-in')
  return FIRST.filter((kind) => found.has(kind))
}
