import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sampleRow } from '#src/state/testing/sampleRow.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { App } from './App.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'

// Screens come in chunks of their own, which take a while to be read for the first time.
beforeAll(
  () =>
    Promise.all([
      import('#src/features/digest/DigestScreen.tsx'),
      import('#src/features/drill/DrillScreen.tsx'),
      import('./LaterRoutes.tsx'),
    ]),
  60_000,
)
afterEach(() => vi.restoreAllMocks())

const nothing = (): void => {}

function Broken(): never {
  throw new Error('rows is undefined')
}

describe('App', () => {
  it('opens the digest', async () => {
    const page = testScreen()
    page.show([sampleRow('orders')])
    render(<App screen={page} onReload={nothing} onForget={nothing} />)
    expect(await screen.findByRole('heading', { level: 1, name: /Sample shop/ })).toBeTruthy()
  })

  it('says of an address without a screen that there is none, with a way home', async () => {
    const page = testScreen()
    page.show([sampleRow('orders')])
    history.replaceState(null, '', '#/nowhere?x=1')
    render(<App screen={page} onReload={nothing} onForget={nothing} />)
    expect(await screen.findByRole('heading', { name: 'No such page' })).toBeTruthy()
    expect(screen.getByText('Nothing is at #/nowhere.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'To the digest' }).getAttribute('href')).toBe('#/')
    act(() => {
      history.replaceState(null, '', '#/')
      dispatchEvent(new HashChangeEvent('hashchange'))
    })
    expect(await screen.findByRole('heading', { level: 1, name: /Sample shop/ })).toBeTruthy()
  })
})

/** A chunk of many modules is read one by one here. */
const PATIENT = { timeout: 10_000 }

describe('an address of a service', () => {
  it.each([
    { hash: '#/s/orders', heading: 'orders' },
    { hash: '#/s/orders/p/orders-1', heading: 'orders-1' },
    { hash: '#/alert?service=orders', heading: 'orders' },
  ])(
    '$hash has a screen of its own',
    async ({ hash, heading }) => {
      const page = testScreen()
      page.show([sampleRow('orders')])
      history.replaceState(null, '', hash)
      render(<App screen={page} onReload={nothing} onForget={nothing} />)
      expect(
        await screen.findByRole('heading', { level: 1, name: new RegExp(heading) }, PATIENT),
      ).toBeTruthy()
    },
    15_000,
  )

  it('that the fleet does not have leads to the nearest', async () => {
    const page = testScreen()
    page.show([sampleRow('orders'), sampleRow('user-sync')])
    history.replaceState(null, '', '#/s/oders')
    render(<App screen={page} onReload={nothing} onForget={nothing} />)
    const [nearest] = await screen.findAllByRole('link', { name: /orders/ }, PATIENT)
    expect(nearest?.getAttribute('href')).toBe('#/s/orders')
  })
})

describe('ErrorBoundary', () => {
  it('says what stopped the screen, and two ways on', () => {
    vi.spyOn(console, 'error').mockImplementation(nothing)
    const ways: string[] = []
    renderWith(
      testScreen(),
      <ErrorBoundary onReload={() => ways.push('reload')} onForget={() => ways.push('forget')}>
        <Broken />
      </ErrorBoundary>,
    )
    expect(screen.getByRole('heading', { name: 'This screen stopped drawing' })).toBeTruthy()
    expect(screen.getByText('rows is undefined')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Reload' }))
    fireEvent.click(screen.getByRole('button', { name: 'Forget the saved digest and reload' }))
    expect(ways).toEqual(['reload', 'forget'])
  })
})
