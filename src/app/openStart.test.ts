import { afterEach, describe, expect, it } from 'vitest'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { openStart } from './openStart.ts'

afterEach(() => history.replaceState(null, '', '/'))

describe('openStart', () => {
  it.each([
    { name: 'the digest, where nothing was chosen', start: 'digest', address: '/', opened: '/' },
    { name: 'the screen that was chosen', start: 'board', address: '/', opened: '/#/board' },
    {
      name: 'it of the fleet that is asked for',
      start: 'wall',
      address: '/?fleet=a.json',
      opened: '/?fleet=a.json#/wall',
    },
    { name: 'the digest, where the address names it', start: 'board', address: '/#/', opened: '/#/' },
    {
      name: 'whatever else the address names',
      start: 'board',
      address: '/#/s/orders',
      opened: '/#/s/orders',
    },
  ] as const)('opens $name', ({ start, address, opened }) => {
    const { preferences } = testScreen()
    preferences.setState({ start })
    history.replaceState(null, '', address)
    const before = history.length
    openStart(preferences)
    expect(`${location.pathname}${location.search}${location.hash}`).toBe(opened)
    expect(history.length).toBe(before)
  })
})
