import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Span } from '#src/domain/chart/span.ts'
import { CHART_NOW as NOW, driftTo160, historyOf } from '#src/domain/chart/testing/historyOf.ts'
import { hours } from '#src/domain/time/units.ts'
import { ChartGrid } from './ChartGrid.tsx'
import type { SignalView } from './signalView.ts'

beforeEach(() => {
  // jsdom holds no pointer.
  Element.prototype.setPointerCapture = () => {}
})
afterEach(cleanup)

const SPAN = { from: NOW - hours(24), to: NOW }
/** A day, an hour a place: 0, 1, … 23, with a gap at 06:00. */
const DAY = Array.from({ length: 24 }, (_, i) => (i === 22 ? Number.NaN : i))

const drifting: SignalView = {
  history: historyOf(DAY, {
    bound: 160,
    slope: driftTo160(),
    marks: [{ at: NOW - hours(3), kind: 'deploy', version: '2.4.1' }],
  }),
  beside: null,
  light: 'orange',
}
const plain: SignalView = { history: historyOf(DAY, { signal: 'fds' }), beside: null, light: null }

type Drawn = { readonly zooms: (Span | null)[]; readonly renders: () => number }

const actions = ({ history }: SignalView) => <button type="button">{`pin ${history.signal}`}</button>

function draw(views: readonly SignalView[] = [drifting, plain], isZoomed = false): Drawn {
  const zooms: (Span | null)[] = []
  let renders = 0
  const onZoom = (span: Span | null): void => void zooms.push(span)
  render(
    <Profiler id="charts" onRender={() => (renders += 1)}>
      <ChartGrid
        views={views}
        span={SPAN}
        at={null}
        now={NOW}
        timeZone="UTC"
        isZoomed={isZoomed}
        onZoom={onZoom}
        actions={actions}
      />
    </Profiler>,
  )
  return { zooms, renders: () => renders }
}

const chart = (name: string): HTMLElement => screen.getByRole('slider', { name: `${name}: point in time` })
const figureOf = (name: string): HTMLElement => {
  const figure = chart(name).closest('figure')
  if (figure === null) throw new Error(`${name} is in no figure`)
  return figure
}
const told = (name: string): string => chart(name).getAttribute('aria-valuetext') ?? ''
const press = (name: string, ...keys: readonly string[]): void => {
  for (const key of keys) {
    const shiftKey = key.startsWith('Shift+')
    fireEvent.keyDown(chart(name), { key: key.replace('Shift+', ''), shiftKey })
  }
}

describe('ChartGrid', () => {
  it('names each signal, tells its value now, its slope and what becomes of its limit', () => {
    draw()
    expect(within(figureOf('goroutines')).getByRole('heading').textContent).toBe('goroutines')
    expect(within(figureOf('goroutines')).getByRole('img', { name: 'WATCH' })).toBeTruthy()
    expect(figureOf('goroutines').querySelector('figcaption')?.textContent).toContain(
      '+10/h (5 to 15), since yesterday 22:00, reaches its 160 limit about 14:00 (between 12:00 and 20:00)',
    )
    expect(told('goroutines')).toBe('now: 23')
    expect(figureOf('open files').textContent).toContain('23now')
  })

  it('explains once what lines and shapes mean, those that are there', () => {
    draw()
    const legend = screen.getByRole('list', { name: 'What the charts show' })
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'mean, lowest to highest',
      'limit',
      'fitted slope',
      'forecast, 95 % sure',
      'deploy',
      'Drag, or Shift with ← and →, selects, at least 4 min; Enter zooms, Esc goes back',
    ])
  })

  it('is pointed at by keys, all charts at once', () => {
    draw()
    chart('goroutines').focus()
    press('goroutines', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    expect(told('goroutines')).toBe('06:00: no reading')
    press('goroutines', 'ArrowLeft', 'ArrowLeft')
    expect(told('goroutines')).toBe('04:00: 20')
    expect(figureOf('open files').textContent).toContain('2004:00')
  })

  it('tells what is expected, where it is', () => {
    draw()
    chart('goroutines').focus()
    press('goroutines', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    expect(told('goroutines')).toBe('10:00: 120 expected')
    expect(figureOf('open files').textContent).toContain('no reading10:00')
  })

  it('names a start of the process where one points at it', () => {
    draw()
    chart('goroutines').focus()
    press('goroutines', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')
    expect(told('goroutines')).toBe('deploy of 2.4.1 05:00: 21')
    expect(figureOf('open files').textContent).toContain('2105:00')
  })

  it('forgets where one pointed when one goes away', () => {
    draw()
    chart('goroutines').focus()
    press('goroutines', 'ArrowLeft', 'ArrowLeft')
    chart('open files').focus()
    expect(told('goroutines')).toBe('now: 23')
  })

  it('zooms by keys, and says how it is used', () => {
    const { zooms } = draw()
    const hint = chart('goroutines').getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(hint)?.textContent).toContain('Enter zooms')
    press('goroutines', 'ArrowLeft', 'Shift+PageUp', 'Enter')
    expect(zooms).toEqual([{ from: NOW - hours(10), to: NOW }])
  })

  it('lets go of a selection before it goes back to the whole range', () => {
    const { zooms } = draw(undefined, true)
    press('goroutines', 'ArrowLeft', 'Shift+PageUp', 'Escape', 'Enter')
    expect(zooms).toEqual([])
    press('goroutines', 'Escape')
    expect(zooms).toEqual([null])
  })

  it('zooms by dragging, and not by a click', () => {
    const { zooms } = draw([plain])
    const pad = chart('open files')
    // The picture is 560 pixels wide where no width can be told.
    const point = { button: 0, isPrimary: true, pointerId: 1 }
    fireEvent.pointerDown(pad, { ...point, clientX: 140 })
    fireEvent.pointerUp(pad, { ...point, clientX: 142 })
    expect(zooms).toEqual([])
    fireEvent.pointerDown(pad, { ...point, clientX: 420 })
    fireEvent.pointerMove(pad, { ...point, clientX: 280 })
    fireEvent.pointerUp(pad, { ...point, clientX: 280 })
    expect(zooms).toEqual([{ from: NOW - hours(12), to: NOW - hours(6) }])
  })

  it('draws nothing anew when a hand moves over it', () => {
    const { renders } = draw()
    const before = renders()
    for (let clientX = 0; clientX < 500; clientX += 10)
      fireEvent.pointerMove(chart('goroutines'), { clientX })
    expect(figureOf('goroutines').textContent).not.toContain('23now')
    expect(renders()).toBe(before)
  })

  it('is a table on demand, the newest first, with what it is compared with', () => {
    const beside = {
      name: 'a day before',
      history: historyOf([5], { from: NOW - hours(25) }),
      later: hours(24),
    }
    draw([{ ...plain, beside }])
    expect(screen.queryByRole('table')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Data of open files', expanded: false }))
    const table = screen.getByRole('table', { name: 'open files of orders-1' })
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent))
    expect(rows[0]).toEqual(['from', 'mean', 'lowest to highest', 'a day before'])
    expect(rows[1]).toEqual(['07:00', '23', '22 to 24', '5'])
    expect(rows[2]).toEqual(['06:00', 'no reading', '', 'no reading'])
    expect(rows).toHaveLength(25)
    fireEvent.click(screen.getByRole('button', { name: 'Data of open files', expanded: true }))
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('offers what else can be done with each chart', () => {
    draw()
    expect(screen.getAllByRole('button', { name: /^pin / }).map(({ textContent }) => textContent)).toEqual([
      'pin goroutines',
      'pin fds',
    ])
  })

  it('draws all of many charts in the end', async () => {
    const signals = [
      'memory',
      'heap',
      'cpu',
      'goroutines',
      'threads',
      'fds',
      'disk',
      'gcCpu',
      'queueDepth',
    ] as const
    draw(signals.map((signal) => ({ ...plain, history: historyOf(DAY, { signal }) })))
    await screen.findByRole('slider', { name: 'queue: point in time' })
    expect(screen.getAllByRole('slider')).toHaveLength(signals.length)
  })
})
