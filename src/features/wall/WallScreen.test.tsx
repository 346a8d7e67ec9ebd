import { act, fireEvent, screen } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW, sampleRow, sampleStrip, silentPod } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'
import { createWatchStore, stall } from '#src/state/watchStore.ts'
import { WallScreen } from './WallScreen.tsx'

// jsdom tells nothing of that.
beforeAll(() => vi.stubGlobal('isSecureContext', true))
afterAll(() => vi.unstubAllGlobals())

function draw(hash = '#/wall', page: TestScreen = testScreen()): TestScreen {
  history.replaceState(null, '', hash)
  renderWith(page, <WallScreen />)
  return page
}

// Asking by role looks at every element's style, and a wall has many.
const articles = (): readonly Element[] => [...document.querySelectorAll('article')]
const tiles = (): readonly string[] => articles().map((tile) => tile.getAttribute('aria-label') ?? '')
const links = (): readonly string[] =>
  articles().map((tile) => tile.querySelector('a')?.getAttribute('aria-label') ?? '')

const ROWS = [
  sampleRow('billing'),
  sampleRow('orders', 'red', { reasons: [silentPod('orders-1')], team: 'shop' }),
  sampleRow('mail', 'unknown'),
  sampleRow('search', 'orange', { team: 'shop' }),
]

const here = (): string | null => document.activeElement?.getAttribute('data-tile') ?? null
const said = (): string => screen.getByText(/^page \d/).textContent ?? ''

describe('the wall', () => {
  it('says what it waits for before there is a service', () => {
    const page = draw()
    expect(screen.getByText('Starting the watch')).toBeTruthy()
    act(() =>
      page.say({ kind: 'fleet-file', state: { kind: 'good', url: 'http://x/fleet.json', readAt: NOW } }),
    )
    act(() => page.wait(seconds(1)))
    expect(screen.getByText('Waiting for the first answers')).toBeTruthy()
  })

  it('says that a fleet has no service, and what to write', () => {
    const page = draw()
    act(() => page.show([]))
    expect(screen.getByText('The fleet has no service yet')).toBeTruthy()
  })

  it('says what is wrong with a fleet file', () => {
    const page = draw()
    const state = { kind: 'unreachable', url: 'http://x/fleet.json', detail: 'HTTP 404', since: NOW } as const
    act(() => page.say({ kind: 'fleet-file', state: { ...state, lastGoodInUse: false } }))
    expect(screen.getByText(/http:\/\/x\/fleet\.json cannot be read/)).toBeTruthy()
  })

  it('shows each service once, the worst first, with its light in words for who hears it', () => {
    const page = draw()
    act(() => page.show(ROWS))
    expect(tiles()).toEqual(['orders', 'search', 'mail', 'billing'])
    expect(links()[0]).toBe(
      'orders, ACT, orders-1 does not answer: timed out after 2 s, all 2 pods out · since 09:00',
    )
    expect(links()[3]).toBe('billing, OK')
  })

  it('shows only what its address asks for, and says what that hides', () => {
    const page = draw('#/wall?team=web')
    act(() => page.show([...ROWS, sampleRow('shop-front', 'green', { team: 'web' })]))
    expect(tiles()).toEqual(['shop-front'])
    expect(screen.getByText('1 of 5 services: team web')).toBeTruthy()
    expect(screen.getByText('1 not shown needs action')).toBeTruthy()
  })

  it('says that nothing is of what its address asks for, and shows all by a key', () => {
    const page = draw('#/wall?team=nobody&tier=9')
    act(() => page.show(ROWS))
    expect(tiles()).toEqual([])
    expect(screen.getByText(/It asks for team nobody and tier 9/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Show all services' }))
    expect(tiles()).toHaveLength(4)
  })

  it('says what of its address it does not understand', () => {
    draw('#/wall?theme=pink&columns=many')
    expect(screen.getByText('2 parts of this address are not understood')).toBeTruthy()
    expect(screen.getByText(/theme=pink: write auto, light, dark, contrast/)).toBeTruthy()
  })

  it('shows nothing as well once the watch falls silent, and each where it stood', () => {
    const page = draw()
    act(() => page.show(ROWS))
    act(() => stall(page.watch))
    expect(tiles()[0]).toBe('orders')
    expect(links().every((label) => label.includes('CANNOT SEE'))).toBe(true)
    expect(screen.getByText(/No word from the watch since 09:00/)).toBeTruthy()
    expect(screen.getByText('OLD')).toBeTruthy()
  })

  it('shows an earlier visit as old', () => {
    const rows = [sampleRow('billing')]
    const saved = { fleetUrl: '/fleet.json', at: NOW - seconds(3600), strip: sampleStrip(rows), rows }
    draw('#/wall', testScreen({ watch: createWatchStore(saved) }))
    expect(links()).toEqual(['billing, CANNOT SEE, was OK 08:00'])
    expect(screen.getByText('OLD')).toBeTruthy()
  })

  it('says that it is blind, and what the fleet looked like before', () => {
    const page = draw()
    act(() => page.show(ROWS))
    const blind = {
      since: NOW,
      cause: 'offline',
      failed: 0,
      of: 0,
      before: sampleStrip(ROWS).counts,
    } as const
    act(() =>
      page.say({ kind: 'digest', full: false, rows: [], gone: [], strip: sampleStrip(ROWS, { blind }) }),
    )
    expect(screen.getByText(/Blind since 09:00; before: 1 need action/)).toBeTruthy()
  })

  it('goes from tile to tile by j and k, and leaves them by Escape', () => {
    const page = draw()
    act(() => page.show(ROWS))
    fireEvent.keyDown(document.body, { key: 'j' })
    fireEvent.keyDown(document.body, { key: 'j' })
    expect(here()).toBe('search')
    fireEvent.keyDown(document.body, { key: 'k' })
    expect(here()).toBe('orders')
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
    expect(here()).toBeNull()
  })

  it('turns pages by time and by hand where one does not hold all', () => {
    const page = draw('#/wall?zoom=300&rotate=10')
    act(() => page.show(Array.from({ length: 140 }, (_, i) => sampleRow(`service-${i}`))))
    const first = tiles()
    expect(said()).toMatch(/^page 1 of/)
    act(() => page.wait(seconds(10)))
    expect(said()).toMatch(/^page 2 of/)
    expect(tiles()[0]).not.toBe(first[0])
    fireEvent.keyDown(document.body, { key: 'PageUp' })
    expect(said()).toMatch(/^page 1 of/)
    act(() => page.wait(seconds(60)))
    expect(said()).toMatch(/^page 1 of/)
    expect(screen.getByText(/held; space bar goes on/)).toBeTruthy()
  })
})
