import { describe, expect, it } from 'vitest'
import { createTicker } from './ticker.ts'

function bench() {
  let now = 1000
  let running: (() => void) | null = null
  const ticker = createTicker(
    {
      now: () => now,
      every: (_step, job) => {
        running = job
        return () => {
          running = null
        }
      },
    },
    1000,
  )
  return {
    ticker,
    isRunning: () => running !== null,
    pass: (duration: number) => {
      now += duration
      running?.()
    },
    jump: (duration: number) => {
      now += duration
    },
  }
}

describe('createTicker', () => {
  it('stands still between two ticks', () => {
    const { ticker, jump, pass } = bench()
    ticker.subscribe(() => {})
    jump(700)
    expect(ticker.now()).toBe(1000)
    pass(300)
    expect(ticker.now()).toBe(2000)
  })

  it('runs only while somebody listens', () => {
    const { ticker, isRunning } = bench()
    expect(isRunning()).toBe(false)
    const [one, two] = [ticker.subscribe(() => {}), ticker.subscribe(() => {})]
    one()
    expect(isRunning()).toBe(true)
    two()
    expect(isRunning()).toBe(false)
  })

  it('begins with the right time after a pause', () => {
    const { ticker, jump } = bench()
    jump(60_000)
    ticker.subscribe(() => {})
    expect(ticker.now()).toBe(61_000)
  })

  it('ticks at once when asked, as after a hidden tab', () => {
    const { ticker, jump } = bench()
    const seen: number[] = []
    ticker.subscribe(() => seen.push(ticker.now()))
    jump(60_000)
    ticker.tick()
    expect(seen).toEqual([61_000])
  })
})
