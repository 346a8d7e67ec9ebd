import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { WallCall } from '#src/domain/wall/wallAlarm.ts'
import { memoryStorage, testScreen, type TestScreen } from './testing/testScreen.ts'
import { sampleRow, sampleStrip } from './testing/sampleRow.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { wallCalls } from './wallCalls.ts'

const rows = (orders: Light, billing: Light = 'green') => [
  sampleRow('orders', orders),
  sampleRow('billing', billing),
]

/** A wall that has looked at a fleet that is well, and hears its calls. */
function wall(storage = memoryStorage(), first = rows('green')) {
  const screen = testScreen({ storage })
  const heard: (readonly [string, boolean])[] = []
  const calls = wallCalls(screen)
  const stop = calls.start((all: readonly WallCall[], isMuted) => {
    heard.push([all.map(({ name, priority }) => `${name} P${priority}`).join(), isMuted])
  })
  screen.show(first)
  screen.wait(seconds(11))
  return { screen, heard, stop, ...calls }
}

const show = (screen: TestScreen, orders: Light, billing?: Light): void => screen.show(rows(orders, billing))

describe('the calls of a wall', () => {
  it('are heard once, and the tiles call for ten seconds', () => {
    const { screen, heard, store } = wall()
    show(screen, 'red')
    expect(heard).toEqual([['orders P2', false]])
    expect([...store.getState().calling]).toEqual(['orders'])
    screen.wait(seconds(9))
    expect(store.getState().calling.size).toBe(1)
    screen.wait(seconds(1))
    expect(store.getState().calling.size).toBe(0)
    expect(heard).toHaveLength(1)
    expect(store.getState().newest?.calls).toEqual([{ name: 'orders', priority: 2 }])
  })

  it('wait for a digest that came in slices: what is not there yet has not gone', () => {
    const { screen, heard } = wall()
    show(screen, 'red')
    const all = rows('red')
    const strip = sampleStrip(all)
    screen.say({ kind: 'digest', full: true, rows: all.slice(1), gone: [], strip })
    screen.say({ kind: 'digest', full: false, rows: all.slice(0, 1), gone: [], strip })
    expect(heard).toHaveLength(1)
  })

  it('go on where the page before this one left off', () => {
    const storage = memoryStorage()
    const before = wall(storage)
    show(before.screen, 'red')
    before.stop()
    const { heard } = wall(storage, rows('red', 'red'))
    expect(heard).toEqual([['billing P2', false]])
  })

  it('are none any more after it was stopped', () => {
    const { screen, heard, stop } = wall()
    stop()
    show(screen, 'red')
    expect(heard).toEqual([])
  })
})

describe('a mute', () => {
  it('goes from step to step, and holds for its time', () => {
    const { screen, heard, store, nextMute } = wall()
    expect([nextMute(), nextMute(), nextMute()]).toEqual(['quarter', 'hour', 'off'])
    expect(store.getState().mute).toBeNull()
    nextMute()
    show(screen, 'red')
    expect(heard).toEqual([['orders P2', true]])
    screen.wait(minutes(15))
    show(screen, 'red', 'red')
    expect(heard.at(-1)).toEqual(['billing P2', false])
  })

  it('until acknowledged ends when what was red is well', () => {
    const { screen, store, nextMute } = wall()
    show(screen, 'red')
    expect([nextMute(), nextMute(), nextMute()]).toEqual(['quarter', 'hour', 'acknowledged'])
    screen.wait(minutes(90))
    expect(store.getState().mute?.waitsFor).toEqual(['orders'])
    show(screen, 'unknown')
    expect(store.getState().mute).not.toBeNull()
    show(screen, 'green')
    expect(store.getState().mute).toBeNull()
  })

  it('outlives the page', () => {
    const storage = memoryStorage()
    wall(storage).nextMute()
    expect(wall(storage).store.getState().mute).not.toBeNull()
  })
})
