import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { HistoryNotice } from '#src/domain/series/historyNotice.ts'
import { endedPast, NOT_SIGNED_IN, pastOf } from '#src/state/testing/samplePast.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { historyWindow } from './historyWindow.ts'
import {
  drawHistory as draw,
  forgetHistory,
  historyButton as button,
  openHistory as open,
  sayPast as say,
} from './testing/historyPage.tsx'

// The window comes in a chunk of its own, which takes a while to be read for the first time.
beforeAll(() => import('./HistoryPanel.tsx'), 60_000)

const DAMAGED: HistoryNotice = { kind: 'records-unusable', why: 'damaged', records: 2, at: NOW }
const PAUSED: HistoryNotice = { kind: 'storage-full', hours: 3, days: 0, paused: true, at: NOW }
const PRIVATE: HistoryNotice = { kind: 'memory-only', why: 'refused', detail: '', at: NOW }

beforeEach(forgetHistory)

describe('the foot', () => {
  it('says nothing while nothing is known', () => {
    draw(null)
    expect(screen.queryByRole('button', { name: /history/ })).toBeNull()
  })

  it.each([
    { past: pastOf(), says: 'history since yesterday 18:00' },
    { past: pastOf([], { history: { ...pastOf().history, from: null } }), says: 'no history yet' },
    { past: pastOf([PRIVATE]), says: 'history: 1 notice, since yesterday 18:00' },
    {
      past: endedPast({ failure: NOT_SIGNED_IN }, [DAMAGED]),
      says: 'history: 2 notices, since yesterday 18:00',
    },
  ])('says $says', ({ past, says }) => {
    draw(past)
    expect(button().textContent).toBe(says)
  })
})

describe('the banner', () => {
  it.each([{ notices: [] }, { notices: [PRIVATE] }])('is not there for nothing: $notices', ({ notices }) => {
    draw(pastOf(notices))
    expect(screen.queryByText(/put away/i)).toBeNull()
  })

  it('names one thing at a time, and not again what was put away', () => {
    const page = draw(pastOf([DAMAGED, PAUSED]))
    expect(screen.getByText('What is seen is not stored: the disk is full')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Put away' }))
    expect(screen.getByText('A part of the stored history was damaged and is gone')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Put away' }))
    say(page, pastOf([DAMAGED, PAUSED]))
    expect(screen.queryByRole('button', { name: 'Put away' })).toBeNull()
    expect(button().textContent).toBe('history: 2 notices, since yesterday 18:00')
  })

  it('leads to the window, and the focus to the foot when the banner is gone meanwhile', async () => {
    const page = draw(endedPast({ failure: NOT_SIGNED_IN }))
    fireEvent.click(screen.getByRole('button', { name: 'What is remembered' }))
    await screen.findByLabelText('Token')
    say(page, endedPast({ filled: 2 }))
    const dialog = screen.getByRole('dialog')
    act(() => historyWindow.setState({ open: false }))
    fireEvent(dialog, new Event('close'))
    expect(document.activeElement).toBe(button())
  })
})

describe('the window', () => {
  it('tells since when, how much, and how to have a source', async () => {
    draw(pastOf())
    const dialog = await open()
    const facts = [...dialog.querySelectorAll('dl > div')].map((row) => row.textContent)
    expect(facts).toEqual([
      'Sinceyesterday 18:00',
      'Series40',
      'In memory2 MiB',
      'Stored1 MiB, with all else that this address stores',
    ])
    expect(dialog.textContent).toContain('The fleet file names no source of the past.')
    expect(within(dialog).queryByText('Notices')).toBeNull()
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('tells every notice, what it means and what to do', async () => {
    const history = { ...pastOf([PRIVATE, DAMAGED]).history, refused: 1200, stored: null }
    draw(pastOf([], { history }))
    const dialog = await open()
    const items = within(dialog).getAllByRole('listitem')
    expect(items.map((item) => item.querySelector('b')?.textContent)).toEqual([
      'Nothing is stored: this browser gives the page no storage',
      '2 stored records were damaged and are gone',
    ])
    for (const item of items) expect(item.querySelectorAll('p')).toHaveLength(2)
    expect(dialog.textContent).toContain('1,200 values found no room there')
    expect(dialog.textContent).toContain('Storednothing for now')
  })

  const source = endedPast({}).source
  it.each([
    { backfill: null, says: 'It is about to be asked.' },
    { backfill: { kind: 'running', done: 0, of: 0 } as const, says: 'Looking which pods it knows.' },
    {
      backfill: { kind: 'running', done: 12, of: 40 } as const,
      says: 'Fetching the past: 12 of 40 pods.',
    },
  ])('tells how far the source is: $says', async ({ backfill, says }) => {
    draw(pastOf([], { source, backfill }))
    expect((await open()).textContent).toContain(says)
  })

  it('tells what the source gave, and what it did not', async () => {
    const refusal = {
      kind: 'refused',
      status: 422,
      errorType: 'execution',
      error: 'too many samples',
    } as const
    draw(
      endedPast({
        filled: 38,
        series: 512,
        samples: 120_300,
        unmatched: [
          { service: 'a', pod: 'a-1', why: 'none', jobs: [] },
          { service: 'a', pod: 'a-2', why: 'none', jobs: [] },
          { service: 'b', pod: 'b-1', why: 'several', jobs: ['x', 'y'] },
        ],
        warnings: ['store p-2 did not answer'],
        leftOut: ['http_requests_total'],
        refused: [
          { service: 'orders', failure: refusal },
          { service: 'search', failure: refusal },
        ],
      }),
    )
    const { textContent } = await open()
    for (const words of [
      'Asked at 09:00: it gave the past of 38 pods, 120,300 samples of 512 series.',
      '3 pods it does not know',
      'a-1, a-2: No target has its name',
      'b-1: More than one job scrapes it (x, y)',
      'It warns: store p-2 did not answer',
      'too many series of them: http_requests_total.',
      'It gave nothing for orders, search: refused the query (execution: too many samples). A limit of',
    ])
      expect(textContent).toContain(words)
    expect(screen.queryByLabelText('Token')).toBeNull()
  })

  it('tells a failure and what mends it', async () => {
    draw(endedPast({ failure: { kind: 'not-reached', failure: { kind: 'unreadable' } } }))
    const { textContent } = await open()
    expect(textContent).toContain('Asked at 09:00, it could not be read: CORS headers missing. Let it send')
    expect(textContent).not.toContain('it gave nothing')
  })

  it('tells of a source that answers and knows nobody', async () => {
    draw(endedPast({}))
    expect((await open()).textContent).toContain('Asked at 09:00: it gave nothing of the pods of this fleet.')
  })
})
