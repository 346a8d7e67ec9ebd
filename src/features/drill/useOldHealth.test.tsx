import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { type Detail, ScreenContext } from '#src/state/screen.ts'
import { NOW, sampleRow, sampleStrip } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { stall } from '#src/state/watchStore.ts'
import { useOldHealth } from './useOldHealth.ts'

type Endpoint = Detail['pods'][number]['endpoints'][number]

const AT = NOW - 2000

const podOf = (health: Partial<Endpoint> | null, healthAt: number | null): Detail['pods'][number] => ({
  name: 'a',
  url: 'http://a.test/',
  endpoints:
    health === null
      ? []
      : [{ endpoint: 'health', path: '/', at: AT, took: 1, failure: null, nextAt: null, ...health }],
  health: null,
  version: null,
  signals: [],
  startedAt: null,
  recent: [],
  healthAt,
})

const failure = { kind: 'timeout', after: 2000 } as const
const fresh = { holdsUntil: NOW + 9000 }
const goBlind = (page: TestScreen): void => {
  const blind = { since: NOW, cause: 'offline', failed: 9, of: 9 } as const
  page.say({ kind: 'digest', full: true, rows: [], gone: [], strip: sampleStrip([], { blind }) })
}
const goSilent = (page: TestScreen): void => stall(page.watch)
const ofNow = null

it.each([
  { name: 'of an answer that holds', health: fresh, expected: ofNow },
  { name: 'of one of which nobody tells how long it holds', health: {}, expected: ofNow },
  { name: 'of what has no health page', health: null, expected: ofNow },
  { name: 'of a failure', health: { ...fresh, failure }, expected: { why: 'failed', at: null } },
  {
    name: 'of an answer that is too old',
    health: { holdsUntil: NOW - 1 },
    expected: { why: 'unheard', at: AT },
  },
  {
    name: 'of a failure after an answer',
    health: { ...fresh, failure },
    readAt: AT - 9000,
    expected: { why: 'failed', at: AT - 9000 },
  },
  { name: 'of a silent watch', health: fresh, by: goSilent, expected: { why: 'unheard', at: AT } },
  {
    name: 'of a failure, of a silent watch',
    health: { ...fresh, failure },
    by: goSilent,
    expected: { why: 'unheard', at: null },
  },
  { name: 'of an answer that holds while blind', health: fresh, by: goBlind, expected: ofNow },
  {
    name: 'of a failure while blind, which is none of the pod',
    health: { ...fresh, failure },
    by: goBlind,
    expected: { why: 'unheard', at: null },
  },
] as const)('tells $name whether it is of now', ({ health, expected, ...and }) => {
  const page = testScreen()
  page.show([sampleRow('orders')])
  if ('by' in and) and.by(page)
  const { result } = renderHook(() => useOldHealth(), {
    wrapper: ({ children }) => <ScreenContext value={page}>{children}</ScreenContext>,
  })
  expect(result.current(podOf(health, 'readAt' in and ? and.readAt : null))).toEqual(expected)
})
