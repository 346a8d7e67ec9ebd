import { QueryClientProvider } from '@tanstack/react-query'
import { act, screen as dom, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import type { Then } from '#src/state/drillActions.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import { type Detail, ScreenContext } from '#src/state/screen.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { stall } from '#src/state/watchStore.ts'
import { NIGHT, redMoment, sampleThen } from './testing/sampleThen.ts'
import { ThenAndNow } from './ThenAndNow.tsx'

const reading = (signal: 'memory' | 'gcCpu', value: number) => ({
  signal,
  value,
  bound: null,
  from: 'm',
  of: null,
})

const detail: Detail = {
  name: 'orders',
  holdsUntil: NOW,
  pods: [
    {
      name: 'orders-1',
      url: 'http://orders-1.test',
      endpoints: [],
      health: null,
      version: null,
      signals: [reading('memory', 3e9), reading('gcCpu', 0.003)],
      startedAt: null,
      recent: [],
    },
  ],
}

const values = [
  { pod: 'orders-1', signal: 'memory', value: 1e9 },
  { pod: 'orders-1', signal: 'gcCpu', value: 0.001 },
] as const

const LEVEL = {
  kind: 'level',
  light: 'red',
  since: NIGHT,
  text: 'memory is at its limit',
  pods: ['orders-1'],
} as const

type AsOf = (service: string, at: number) => Promise<Then | null>

/** The screen, and how another moment of it is looked at. */
async function draw(
  asOf: AsOf,
): Promise<{ page: TestScreen; lookAt: (service: string, at: number) => void }> {
  const page = testScreen({ detail: () => Promise.resolve(detail), drill: { ...idleDrill, asOf } })
  page.show([sampleRow('orders', 'red', { reasons: [silentPod('orders-1')] }), sampleRow('billing')])
  const queries = createQueries()
  const node = (service: string, at: number) => (
    <QueryClientProvider client={queries}>
      <ThenAndNow service={service} at={at} />
    </QueryClientProvider>
  )
  const { rerender } = renderWith(page, node('orders', NIGHT))
  await dom.findByRole('region', { name: /^Then, / }, { timeout: 4000 })
  await act(async () => {})
  return {
    page,
    lookAt: (service, at) => rerender(<ScreenContext value={page}>{node(service, at)}</ScreenContext>),
  }
}

const text = (): string => dom.getByRole('region', { name: englishThen.title }).textContent
const rowOf = (signal: RegExp): HTMLElement => dom.getByRole('row', { name: signal })

describe('beside a watch that fell silent', () => {
  const level = sampleThen({
    moment: { ...redMoment, reasons: [LEVEL] },
    values,
  })

  it('nothing is said of what is different now', async () => {
    const { page } = await draw(() => Promise.resolve(level))
    expect(text()).toContain(englishThen.ended)
    expect(text()).toContain(englishThen.begun)
    expect(text()).not.toContain(englishThen.change.unseen)
    act(() => stall(page.watch))
    expect(text()).not.toContain(englishThen.ended)
    expect(text()).not.toContain(englishThen.begun)
    const changes = dom.getByRole('heading', { name: englishThen.change.title }).closest('section')
    expect(within(changes ?? document.body).getAllByRole('listitem')).toHaveLength(1)
    expect(changes?.textContent).toContain(englishThen.change.unseen)
  })

  it('what was known last is dated and grey, and no reading is one of now', async () => {
    const { page } = await draw(() => Promise.resolve(level))
    expect(rowOf(/^memory/).textContent).toContain(englishThen.values.times('3'))
    act(() => stall(page.watch))
    const now = dom.getByRole('region', { name: englishThen.now })
    expect(now.textContent).toContain(englishThen.lastSeen('ACT', '09:00'))
    expect(now.querySelector('li [data-light]')?.getAttribute('data-light')).toBe('unknown')
    expect(rowOf(/^memory/).textContent).toContain(englishThen.values.missing)
  })
})

describe('while another moment is asked for', () => {
  it('the words of the one before stand under its own time', async () => {
    const { lookAt } = await draw((_service, at) =>
      at === NIGHT ? Promise.resolve(sampleThen()) : new Promise(() => {}),
    )
    lookAt('orders', NIGHT + minutes(12))
    expect(dom.getByRole('region', { name: 'Then, 04:00' }).textContent).toContain('does not answer')
    expect(dom.queryByRole('region', { name: 'Then, 04:12' })).toBeNull()
    expect(text()).toContain(englishThen.asking('04:12'))
  })

  it('those of another service do not stay', async () => {
    const { lookAt } = await draw((service) =>
      service === 'orders' ? Promise.resolve(sampleThen()) : new Promise(() => {}),
    )
    lookAt('billing', NIGHT)
    expect(text()).toContain(englishThen.loading)
    expect(text()).not.toContain('orders-2')
  })
})

it('sets bold what changed so much that it matters, not three times next to nothing', async () => {
  await draw(() => Promise.resolve(sampleThen({ values })))
  expect(rowOf(/^memory/).querySelector('[data-loud]')?.textContent).toBe(englishThen.values.times('3'))
  expect(rowOf(/^GC share/).querySelector('[data-loud]')).toBeNull()
})

it('says of what was nothing then that it was', async () => {
  await draw(() => Promise.resolve(sampleThen({ values: [{ pod: 'orders-1', signal: 'memory', value: 0 }] })))
  expect(rowOf(/^memory/).querySelector('[data-loud]')?.textContent).toBe(englishThen.values.fromNothing)
})
