import { describe, expect, it } from 'vitest'
import type { WatchClient } from '#src/engine/client.ts'
import type { ToPage } from '#src/engine/protocol.ts'
import { ANSWER_WITHIN, ASK_AFTER, feedStore, SILENT_AFTER } from './feedStore.ts'
import { NOW, sampleRow, sampleStrip } from './testing/sampleRow.ts'
import { createTicker } from './ticker.ts'
import { createWatchStore } from './watchStore.ts'

/** A worker's line, a clock and a job queue that do what the test says. */
function bench() {
  let now = NOW
  const listeners = new Set<(message: ToPage) => void>()
  const jobs: (() => void)[] = []
  /** The questions that wait for an answer. */
  const asked: (() => void)[] = []
  const client: WatchClient = {
    mode: 'shared',
    subscribe: (each) => {
      listeners.add(each)
      return () => listeners.delete(each)
    },
    detail: () => new Promise((resolve) => asked.push(() => resolve(null))),
    close: () => {},
  }
  const ticker = createTicker({ now: () => now, every: () => () => {} }, 1000)
  const store = createWatchStore(null)
  const stop = feedStore(client, store, { now: () => now, soon: (job) => void jobs.push(job), ticker })
  return {
    store,
    stop,
    say: (message: ToPage) => {
      for (const listener of listeners) listener(message)
    },
    turn: () => jobs.shift()?.(),
    jobs,
    asked,
    wait: (duration: number) => {
      now += duration
      ticker.tick()
    },
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

  it('asks a worker that has nothing to say, and believes it when it answers', async () => {
    const { say, store, wait, asked } = bench()
    say(digest(['orders'], { full: true }))
    wait(ASK_AFTER + 1)
    expect(asked).toHaveLength(1)
    asked[0]?.()
    await Promise.resolve()
    wait(ASK_AFTER)
    expect(asked).toHaveLength(1)
    expect(store.getState().source).toBe('live')
  })

  it('shows nothing as known once it does not answer, and again when it is heard', () => {
    const { say, store, wait } = bench()
    say(digest(['orders'], { full: true }))
    wait(ASK_AFTER + 1)
    wait(ANSWER_WITHIN)
    expect(store.getState().source).toBe('live')
    wait(1)
    expect(store.getState().source).toBe('stalled')
    expect(store.getState().rows.get('orders')?.light).toBe('unknown')
    say(digest([]))
    expect(store.getState().rows.get('orders')?.light).toBe('green')
  })

  it('takes a digest for an answer', () => {
    const { say, store, wait } = bench()
    say(digest(['orders'], { full: true }))
    wait(ASK_AFTER + 1)
    wait(ANSWER_WITHIN + 1)
    wait(1000)
    say(digest([]))
    wait(1000)
    expect(store.getState().source).toBe('live')
  })

  it('waits for no answer after a sleep: what is shown is old', () => {
    const { say, store, wait } = bench()
    say(digest(['orders'], { full: true }))
    wait(SILENT_AFTER + 1)
    expect(store.getState().source).toBe('stalled')
  })

  it('is not told by a late answer that old rows are the present', async () => {
    const { say, store, wait, asked } = bench()
    say(digest(['orders'], { full: true }))
    wait(ASK_AFTER + 1)
    wait(SILENT_AFTER)
    asked[0]?.()
    await Promise.resolve()
    expect(store.getState().source).toBe('stalled')
  })

  it('stops when it is told', () => {
    const { say, store, stop, wait } = bench()
    say(digest(['orders'], { full: true }))
    stop()
    say(digest(['mailer']))
    wait(SILENT_AFTER * 2)
    expect([...store.getState().rows.keys()]).toEqual(['orders'])
    expect(store.getState().source).toBe('live')
  })
})
