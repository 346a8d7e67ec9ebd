import { describe, expect, it } from 'vitest'
import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import { endedPast, NOT_SIGNED_IN, pastOf } from '#src/state/testing/samplePast.ts'
import type { Past } from '#src/state/watchStore.ts'
import { countNotices, historyBanners } from './historyNotices.ts'
import { travelsInTheOpen } from './travelsInTheOpen.ts'

const at = 0
const unusable = (why: 'damaged' | 'other-version' | 'unreadable'): HistoryNotice => ({
  kind: 'records-unusable',
  why,
  records: 1,
  at,
})
const full = (paused: boolean): HistoryNotice => ({ kind: 'storage-full', hours: 1, days: 0, paused, at })
const PRIVATE: HistoryNotice = { kind: 'memory-only', why: 'refused', detail: '', at }
const UNKNOWN = [{ service: 'orders', pod: 'orders-1', why: 'none', jobs: [] }] as const

const rows: readonly { name: string; past: Past; count: number; banners: readonly string[] }[] = [
  { name: 'nothing', past: pastOf(), count: 0, banners: [] },
  { name: 'a private window', past: pastOf([PRIVATE]), count: 1, banners: [] },
  { name: 'a full disk that gave way', past: pastOf([full(false)]), count: 1, banners: [] },
  { name: 'a full disk', past: pastOf([full(true)]), count: 1, banners: ['storage-full'] },
  { name: 'damaged', past: pastOf([unusable('damaged')]), count: 1, banners: ['damaged'] },
  { name: 'unreadable', past: pastOf([unusable('unreadable')]), count: 1, banners: [] },
  {
    name: 'a source that wants a sign-in',
    past: endedPast({ failure: NOT_SIGNED_IN }),
    count: 1,
    banners: ['sign-in'],
  },
  {
    name: 'a source that broke off',
    past: endedPast({ failure: { kind: 'cut-off' } }),
    count: 1,
    banners: [],
  },
  { name: 'a source that gave', past: endedPast({ filled: 3, unmatched: UNKNOWN }), count: 0, banners: [] },
  { name: 'a source of others', past: endedPast({ filled: 0, unmatched: UNKNOWN }), count: 1, banners: [] },
  {
    name: 'all of them',
    past: endedPast({ failure: NOT_SIGNED_IN }, [unusable('other-version'), unusable('damaged'), full(true)]),
    count: 4,
    banners: ['storage-full', 'sign-in', 'damaged', 'other-version'],
  },
]

describe('what there is to be read about the past', () => {
  it.each(rows)('$name', ({ past, count, banners }) => {
    expect(countNotices(past)).toBe(count)
    expect(historyBanners(past)).toEqual(banners)
  })
})

describe('travelsInTheOpen', () => {
  it.each([
    { url: 'https://p.test/', shownUrl: null, open: false },
    { url: 'http://p.test/', shownUrl: null, open: true },
    { url: 'http://localhost:9090/', shownUrl: null, open: false },
    { url: 'http://127.0.0.1:9090/', shownUrl: null, open: false },
    { url: 'http://[::1]:9090/', shownUrl: null, open: false },
    { url: 'https://home.test/sources/prometheus/', shownUrl: 'http://p.test:9090', open: true },
    { url: 'http://home.test/sources/prometheus/', shownUrl: 'https://p.test', open: true },
    { url: 'https://home.test/sources/prometheus/', shownUrl: 'p.test', open: false },
  ])('$url for $shownUrl: $open', ({ url, shownUrl, open }) => {
    expect(travelsInTheOpen({ url, shownUrl, hasToken: false, takesToken: true })).toBe(open)
  })
})
