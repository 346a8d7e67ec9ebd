import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { NOW, samplePods, sampleRow, sampleStrip, silentPod } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { DigestScreen } from './DigestScreen.tsx'

// A row's panel comes in a chunk of its own, which takes a while to be read for the first time.
beforeAll(() => import('./RowPanel.tsx'), 60_000)

const ROWS = [
  sampleRow('orders', 'red', {
    reasons: [silentPod('orders-1')],
    pods: samplePods('orders', ['red']),
    links: { runbook: 'https://wiki.example.org/orders', dashboard: 'ftp://x', logs: null, channel: null },
  }),
  sampleRow('catalog', 'orange', { reasons: [silentPod('catalog-1', 'orange')] }),
  sampleRow('mailer'),
  sampleRow('billing'),
]

function draw(rows = ROWS): TestScreen {
  const page = testScreen()
  page.show(rows)
  renderWith(page, <DigestScreen />)
  return page
}

const headings = (): readonly (string | null)[] =>
  screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)

describe('the digest', () => {
  it('says the fleet in one sentence under its name', () => {
    draw()
    expect(screen.getByRole('heading', { level: 1, name: /Sample shop/ })).toBeTruthy()
    expect(screen.getByText('1 service needs action, 1 to watch, 2 well')).toBeTruthy()
  })

  it('has its sections worst first', () => {
    draw()
    expect(headings()).toEqual(['Act now', 'Watch', 'All well'])
  })

  it('says of each service what is the matter and what to do', () => {
    draw()
    const row = within(screen.getByRole('article', { name: 'orders' }))
    expect(row.getByText('orders-1 does not answer: timed out after 2 s')).toBeTruthy()
    expect(row.getByText('since 09:00')).toBeTruthy()
    expect(row.getByText(/see what it waits for/)).toBeTruthy()
    expect(row.getByRole('img', { name: 'ACT' })).toBeTruthy()
    expect(row.getByRole('button', { name: '1 pod: 1 ACT; orders-1: ACT' })).toBeTruthy()
  })

  it('links out only to web addresses', () => {
    draw()
    const row = within(screen.getByRole('article', { name: 'orders' }))
    expect(row.getByRole('link', { name: 'Runbook' }).getAttribute('rel')).toBe('noopener noreferrer')
    expect(row.queryByRole('link', { name: 'Dashboard' })).toBeNull()
  })

  it('narrows to the lights that are chosen, and keeps that in the address', () => {
    draw()
    fireEvent.click(screen.getByRole('button', { name: /^2\s*OK$/ }))
    expect(headings()).toEqual(['All well'])
    expect(location.hash).toBe('#/?show=green')
    expect(screen.getByRole('button', { name: /^2\s*OK$/ }).getAttribute('aria-pressed')).toBe('true')
  })

  it('finds by name, and says when nothing is found', () => {
    draw()
    const box = screen.getByRole('searchbox')
    fireEvent.change(box, { target: { value: 'mail' } })
    expect(screen.getAllByRole('article')).toHaveLength(1)
    fireEvent.change(box, { target: { value: 'nothing like it' } })
    expect(
      screen.getByText('No service, pod, team, version or reason matches “nothing like it”.'),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
    expect(screen.getAllByRole('article')).toHaveLength(4)
  })

  it('announces politely what got worse', () => {
    const page = draw()
    const worse = sampleRow('mailer', 'red', { reasons: [silentPod('mailer-1')] })
    act(() => page.say({ kind: 'digest', full: false, rows: [worse], gone: [], strip: sampleStrip([worse]) }))
    expect(screen.getByRole('log').textContent).toBe('mailer needs action now')
  })

  it('counts what a crowd has in common', () => {
    draw(Array.from({ length: 13 }, (_, i) => sampleRow(`s${i}`, 'red', { reasons: [silentPod(`s${i}-1`)] })))
    expect(screen.getByText('13 not answering')).toBeTruthy()
  })

  it('opens a row with all its reasons, and closes it', async () => {
    draw()
    const button = screen.getByRole('button', { name: 'orders, ACT' })
    fireEvent.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(location.hash).toBe('#/?open=orders')
    expect(await screen.findByText('The fleet file names no service orders any more.')).toBeTruthy()
    fireEvent.click(button)
    expect(button.getAttribute('aria-expanded')).toBe('false')
    expect(screen.queryByRole('region', { name: 'orders' })).toBeNull()
  })
})

describe('old rows', () => {
  it('say what they were and when', () => {
    draw([
      sampleRow('orders', 'unknown', {
        lastKnown: { light: 'red', at: NOW - 60_000 },
        reasons: [silentPod('o')],
      }),
      sampleRow('mailer', 'unknown', { lastKnown: { light: 'green', at: NOW - 60_000 } }),
    ])
    expect(within(screen.getByRole('article', { name: 'orders' })).getByText('was ACT at 08:59')).toBeTruthy()
    expect(within(screen.getByRole('article', { name: 'mailer' })).getByText('was OK at 08:59')).toBeTruthy()
    expect(headings()).toEqual(['Cannot see'])
  })
})
