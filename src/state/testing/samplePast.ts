import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import { hours, mebibytes } from '#src/domain/time/units.ts'
import type { Past } from '#src/state/watchStore.ts'
import { NOW } from './sampleRow.ts'

type Ended = Extract<Past['backfill'], { readonly kind: 'ended' }>

/** What a source says that nobody has signed in to. */
export const NOT_SIGNED_IN = {
  kind: 'not-reached',
  failure: { kind: 'sign-in-needed', how: 'status' },
} as const

/** A past of 40 series since 18:00 of the day before in Paris, without a source unless `own` says otherwise. */
export const pastOf = (notices: readonly HistoryNotice[] = [], own: Partial<Past> = {}): Past => ({
  history: {
    from: NOW - hours(15),
    series: 40,
    memory: mebibytes(2),
    refused: 0,
    stored: mebibytes(1),
    notices,
  },
  source: null,
  backfill: null,
  ...own,
})

/** The same with a source at `https://prometheus.test/` that has had its turn. */
export const endedPast = (
  summary: Partial<Ended['summary']>,
  notices: readonly HistoryNotice[] = [],
  source: Partial<NonNullable<Past['source']>> = {},
): Past =>
  pastOf(notices, {
    source: {
      url: 'https://prometheus.test/',
      shownUrl: null,
      hasToken: false,
      takesToken: true,
      ...source,
    },
    backfill: {
      kind: 'ended',
      at: NOW,
      summary: {
        filled: 0,
        unmatched: [],
        series: 0,
        samples: 0,
        warnings: [],
        leftOut: [],
        refused: [],
        failure: null,
        ...summary,
      },
    },
  })
