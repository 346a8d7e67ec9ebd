import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { drawService } from './testing/drawService.tsx'
import { rowOfPods, serviceScreen } from './testing/sampleService.ts'

const press = (key: string): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key })

describe('the keyboard', () => {
  it('goes from pod to pod, and back to the digest', async () => {
    await drawService(serviceScreen(rowOfPods(2)))
    const visited = ['j', 'j', 'j', 'k'].map((key) => {
      press(key)
      return document.activeElement?.getAttribute('href')
    })
    expect(visited).toEqual([
      '#/s/orders/p/orders-1',
      '#/s/orders/p/orders-2',
      '#/s/orders/p/orders-2',
      '#/s/orders/p/orders-1',
    ])
    expect(press('t')).toBe(true)
    press('Escape')
    expect(location.hash).toBe('#/')
  })

  it('lists its keys, and does without single letters where they are switched off', async () => {
    const page = await drawService(serviceScreen(rowOfPods(2)))
    press('?')
    expect(
      within(screen.getByRole('dialog', { name: 'Keys' })).getByText('open the first ticket'),
    ).toBeTruthy()
    act(() => page.preferences.setState({ singleKeys: false }))
    fireEvent.keyDown(document.body, { key: 'j' })
    expect(document.activeElement?.getAttribute('data-pod') ?? null).toBeNull()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(location.hash).toBe('#/')
  })
})

describe('a name that no service has', () => {
  it('gets the nearest ones', async () => {
    await drawService(serviceScreen(rowOfPods(2)), '#/s/order')
    expect(screen.getByRole('heading', { name: 'The fleet has no service “order”' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'orders' }).getAttribute('href')).toBe('#/s/orders')
  })

  it.each(['%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E', '__proto__', 'constructor', '%E0%A4%A'])(
    'is only ever text: %s',
    async (name) => {
      await drawService(serviceScreen(rowOfPods(2)), `#/s/${name}`)
      expect(screen.getByRole('heading', { name: /^The fleet has no service/ })).toBeTruthy()
      expect(document.querySelector('img')).toBeNull()
    },
  )

  it('is waited for until the fleet is known', async () => {
    const page = await drawService(testScreen())
    expect(screen.getByText('Asking the watch for this service')).toBeTruthy()
    await act(async () => page.show([sampleRow('orders')]))
    expect(screen.getByRole('heading', { name: /^Verdict/ })).toBeTruthy()
  })
})

it('tells who is on RUN duty, and links only to the web', async () => {
  const links = {
    runbook: 'https://runs.test/orders',
    dashboard: 'javascript:alert(1)',
    logs: null,
    channel: null,
  }
  const page = serviceScreen(rowOfPods(2, { team: 'checkout', tier: 1, links }))
  page.board.setState({ desk: sampleDesk({ duty: { who: 'Anna', until: NOW + 3_600_000, next: 'Boris' } }) })
  await drawService(page)
  expect(screen.getByText('RUN duty: Anna')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Runbook' }).getAttribute('href')).toBe('https://runs.test/orders')
  expect(screen.queryByRole('link', { name: 'Dashboard' })).toBeNull()
})
