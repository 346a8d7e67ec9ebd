import { describe, expect, it } from 'vitest'
import type { WatchClient } from '#src/engine/client.ts'
import type { Beat, ToPage } from '#src/engine/protocol.ts'
import { createBoardStore } from './boardStore.ts'
import { feedStore } from './feedStore.ts'
import { NOW, sampleRow, sampleStrip } from './testing/sampleRow.ts'
import { createTicker } from './ticker.ts'
import { createWatchStore, SILENT_AFTER } from './watchStore.ts'

/** A worker's line, a clock and a job queue that do what the test says. */
function bench() {
  let now = NOW
  let monotonic = 0
  const listeners = new Set<(message: ToPage) => void>()
  const jobs: (() => void)[] = []
  let asked = 0
  const client: WatchClient = {
    mode: 'shared',
    subscribe: (each) => {
      listeners.add(each)
      return () => listeners.delete(each)
    },
    refresh: () => void asked++,
    ask: ({ about }) => Promise.resolve({ about, found: null }),
  }
  const ticker = createTicker({ now: () => now, every: () => () => {} }, 1000)
  const store = createWatchStore(null)
  const ports = { now: () => now, monotonic: () => monotonic, soon: (job: () => void) => void jobs.push(job) }
  const stop = feedStore(client, { watch: store, board: createBoardStore() }, { ...ports, ticker })
  const say = (message: ToPage): void => {
    for (const listener of listeners) listener(message)
  }
  const beat = (own: Partial<Beat> = {}): void =>
    say({ kind: 'beat', at: now, holdsUntil: Number.POSITIVE_INFINITY, fault: null, ...own })
  const wait = (duration: number): void => {
    now += duration
    monotonic += duration
    ticker.tick()
  }
  beat()
  return {
    store,
    stop,
    say,
    beat,
    wait,
    turn: () => jobs.shift()?.(),
    jobs,
    asked: () => asked,
    setBack: (duration: number) => {
      now -= duration
    },
    light: () => store.getState().rows.get('orders')?.light,
    source: () => store.getState().source,
  }
}

const names = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from }, (_, i) => `service-${from + i}`)

function digest(rows: readonly string[], own: object = {}): ToPage {
  const all = rows.map((name) => sampleRow(name))
  return { kind: 'digest', full: false, rows: all, gone: [], strip: sampleStrip(all), ...own }
}

describe('feedStore', () => {
  it('takes a small digest at once', () => {
    const { say, store, jobs } = bench()
    say(digest(names(0, 200), { full: true }))
    expect(store.getState().rows.size).toBe(200)
    expect(jobs).toHaveLength(0)
  })

  it('takes a large one two hundred rows at a time, and lets the browser breathe between', () => {
    const { say, store, turn } = bench()
    say(digest(names(0, 450), { full: true }))
    const sizes = [store.getState().rows.size]
    for (let i = 0; i < 2; i++) {
      turn()
      sizes.push(store.getState().rows.size)
    }
    expect(sizes).toEqual([200, 400, 450])
  })

  it('keeps the order: what comes during a large digest waits for its end', () => {
    const { say, store, turn } = bench()
    say(digest(names(0, 450), { full: true }))
    say(digest([], { gone: ['service-449'] }))
    while (turn() === undefined && store.getState().rows.size !== 449) {
      expect(store.getState().rows.size).toBeLessThanOrEqual(450)
    }
    expect(store.getState().rows.has('service-449')).toBe(false)
  })

  it('forgets what is gone even where the rows come in slices', () => {
    const { say, store, turn } = bench()
    say(digest(['old'], { full: true }))
    say(digest(names(0, 250), { gone: ['old'] }))
    turn()
    expect(store.getState().rows.size).toBe(250)
  })

  it('believes a watch that beats, however little there is to say', () => {
    const { say, beat, wait, source, asked } = bench()
    say(digest(['orders'], { full: true }))
    for (let i = 0; i < 120; i++) {
      wait(1000)
      beat()
    }
    expect([source(), asked()]).toEqual(['live', 0])
  })

  it('shows nothing as known once no beat came for too long, and again with the whole digest', () => {
    const { say, beat, wait, source, light, asked, store } = bench()
    say(digest(['orders'], { full: true }))
    wait(SILENT_AFTER)
    expect(source()).toBe('live')
    wait(1)
    expect([source(), light(), store.getState().strip?.light]).toEqual(['stalled', 'unknown', 'unknown'])
    expect(store.getState().rows.get('orders')?.lastKnown).toEqual({ light: 'green', at: NOW })
    expect(asked()).toBe(1)
    beat()
    say(digest(['orders']))
    expect(light()).toBe('unknown')
    say(digest(['orders'], { full: true }))
    expect([source(), light()]).toEqual(['live', 'green'])
  })

  it('keeps asking while the watch is silent, but not more often than every three seconds', () => {
    const { say, wait, asked } = bench()
    say(digest(['orders'], { full: true }))
    wait(SILENT_AFTER)
    for (let i = 0; i < 30; i++) wait(1000)
    expect(asked()).toBe(10)
  })

  it('takes no answer for a beat: whose watch stands still, its rows are old', () => {
    const { say, beat, wait, light, source } = bench()
    say(digest(['orders'], { full: true }))
    for (let i = 0; i < 60; i++) {
      wait(60_000)
      beat({ at: NOW })
      say(digest(['orders'], { full: true }))
      expect([source(), light()]).toEqual(['stalled', 'unknown'])
    }
  })

  it('does not count on the time of day alone: set back, it makes no silence shorter', () => {
    const { say, wait, setBack, source } = bench()
    say(digest(['orders'], { full: true }))
    setBack(3_600_000)
    wait(SILENT_AFTER)
    expect(source()).toBe('live')
    wait(1)
    expect(source()).toBe('stalled')
  })

  it('is not told by a beat of the time before a sleep that old rows are the present', () => {
    const { say, beat, wait, source } = bench()
    say(digest(['orders'], { full: true }))
    const at = NOW + 1000
    wait(3_600_000)
    beat({ at })
    wait(0)
    expect(source()).toBe('stalled')
  })

  it('leaves no row on the screen for longer than the word on it holds, though the watch still beats', () => {
    const { say, beat, wait, source, light } = bench()
    say(digest(['orders'], { full: true }))
    for (let i = 0; i < 5; i++) {
      wait(1000)
      beat({ holdsUntil: NOW + 3000 })
    }
    expect(light()).toBe('green')
    wait(1000)
    expect([source(), light()]).toEqual(['stalled', 'unknown'])
  })

  it('is not vouched for by another watch that has told nothing yet', () => {
    const { say, beat, light } = bench()
    say(digest(['orders'], { full: true }))
    beat({ holdsUntil: null })
    expect(light()).toBe('unknown')
  })

  it('stops when it is told', () => {
    const { say, store, stop, wait, source } = bench()
    say(digest(['orders'], { full: true }))
    stop()
    say(digest(['mailer']))
    wait(SILENT_AFTER * 2)
    expect([...store.getState().rows.keys()]).toEqual(['orders'])
    expect(source()).toBe('live')
  })
})
