import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NOW, sampleRow, sampleStrip } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { createWatchStore, type FileState, receive, stall } from '#src/state/watchStore.ts'
import { DigestScreen } from './DigestScreen.tsx'

const URL_OF_FILE = 'http://127.0.0.1:8080/fleet.json'

const invalid = (lastGoodInUse: boolean): FileState => ({
  kind: 'invalid',
  url: URL_OF_FILE,
  since: NOW,
  lastGoodInUse,
  issues: [
    {
      path: 'services[2].url',
      found: '"htp://x"',
      expected: 'an http or https address',
      repair: 'Write "http://x".',
    },
    { path: '', found: '[]', expected: 'an object', repair: 'Write { "services": [] }.' },
  ],
})

function draw(page: TestScreen = testScreen()): TestScreen {
  renderWith(page, <DigestScreen />)
  return page
}

const say = (page: TestScreen, state: FileState): void => act(() => page.say({ kind: 'fleet-file', state }))

describe('before the first digest', () => {
  it('starts, and says so when the watch does not answer', () => {
    const page = draw()
    expect(screen.getByText('Starting the watch')).toBeTruthy()
    act(() => page.wait(6000))
    expect(screen.getByText('The watch has not answered for 6 s: reload the page')).toBeTruthy()
  })

  it('reads the fleet file, then waits for answers', () => {
    const page = draw()
    say(page, { kind: 'loading', url: URL_OF_FILE })
    expect(screen.getByText(`Reading ${URL_OF_FILE}`)).toBeTruthy()
    say(page, { kind: 'good', url: URL_OF_FILE, readAt: NOW })
    expect(screen.getByText('Waiting for the first answers')).toBeTruthy()
  })

  it('says how to start a gateway that does not answer', () => {
    const page = draw()
    say(page, {
      kind: 'unreachable',
      url: URL_OF_FILE,
      detail: 'Failed to fetch',
      since: NOW,
      lastGoodInUse: false,
    })
    expect(screen.getByText('The gateway at http://127.0.0.1:8080 does not answer')).toBeTruthy()
    expect(screen.getByText('npm start')).toBeTruthy()
  })

  it('lists every fault of a fleet file with its repair', () => {
    const page = draw()
    say(page, invalid(false))
    expect(screen.getByText('The fleet file has 2 faults')).toBeTruthy()
    const [, first, second] = screen.getAllByRole('row').map((row) => row.textContent)
    expect(first).toBe('services[2].url"htp://x"an http or https addressWrite "http://x".')
    expect(second).toContain('the whole file')
  })

  it('shows a fleet without services what a service is', () => {
    const page = draw()
    act(() => page.show([]))
    expect(screen.getByText('The fleet has no service yet')).toBeTruthy()
    expect(screen.getByText(/"name": "orders"/)).toBeTruthy()
  })
})

describe('banners over the rows', () => {
  it('a faulty file while the last good one is in use', () => {
    const page = draw()
    act(() => page.show([sampleRow('orders')]))
    say(page, invalid(true))
    const banner = screen.getByRole('status')
    expect(banner.textContent).toContain('The last good one stays in use.')
    expect(screen.getByRole('article', { name: 'orders' })).toBeTruthy()
    expect(within(screen.getByRole('group', { name: '' })).getByText('Show the faults')).toBeTruthy()
  })

  it('blind: the dashboard says that it is the one that cannot see', () => {
    const page = draw()
    const rows = [sampleRow('orders', 'unknown', { lastKnown: { light: 'green', at: NOW } })]
    const blind = { since: NOW, cause: 'most-failed', failed: 38, of: 40 } as const
    act(() => page.say({ kind: 'digest', full: true, rows, gone: [], strip: sampleStrip(rows, { blind }) }))
    expect(screen.getByRole('status').textContent).toContain('This dashboard is blind since 09:00')
    expect(screen.getByRole('status').textContent).toContain('38 of 40 pods failed in the same cycle')
  })

  it('an earlier visit: dated, and nothing green', () => {
    const rows = [sampleRow('orders'), sampleRow('mailer', 'red')]
    const saved = { fleetUrl: 'u', at: NOW - 3_600_000, rows, strip: sampleStrip(rows) }
    draw(testScreen({ watch: createWatchStore(saved) }))
    expect(screen.getByRole('status').textContent).toContain('Last seen 08:00, on an earlier visit')
    expect(screen.queryByRole('img', { name: 'OK' })).toBeNull()
    expect(screen.getByText('2 services cannot be seen')).toBeTruthy()
  })

  it('a fault of the program: in its own words, above whatever stands there', () => {
    const page = draw()
    const beat = { kind: 'beat', at: NOW, holdsUntil: null, fault: 'rows of undefined' } as const
    act(() => receive(page.watch, beat, NOW))
    expect(screen.getByRole('status').textContent).toContain('“rows of undefined”')
  })

  it('a watch that fell silent: dated, and nothing green', () => {
    const page = draw()
    act(() => page.show([sampleRow('orders')]))
    act(() => stall(page.watch))
    expect(screen.getByRole('status').textContent).toContain('No word from the watch since 09:00')
    expect(screen.getByText('was OK at 09:00')).toBeTruthy()
  })
})
