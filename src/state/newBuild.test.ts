import { describe, expect, it, vi } from 'vitest'
import type { BuiltPage } from '#src/domain/build/builtPage.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { followBuild, type NewBuild } from './newBuild.ts'
import type { Storage } from './storage.ts'
import { memoryStorage } from './testing/testScreen.ts'

const NOW = 1_732_176_000_000
const page = (name: string): BuiltPage => ({ entry: name, assets: [name, `${name}.css`] })

const FORGETFUL: Storage = { read: () => null, write: () => {}, remove: () => {} }

/** A page of build `a`, and a server that has whatever it is told to have. */
function rig(own: { readonly storage?: Storage; readonly openedAt?: number } = {}) {
  let now = NOW
  let served: BuiltPage | null = page('a')
  let touchedAt = Number.NEGATIVE_INFINITY
  let isBusy = false
  let missing = ''
  const told: NewBuild[] = []
  const timers: { period: number; call: () => void; next: number }[] = []
  const counts = { looks: 0, reloads: 0 }
  const comebacks: (() => void)[] = []
  const stop = followBuild(
    {
      own: 'a',
      look: () => {
        counts.looks += 1
        return Promise.resolve(served)
      },
      isThere: (asset) => Promise.resolve(asset !== missing),
      storage: own.storage ?? memoryStorage(),
      now: () => now,
      openedAt: own.openedAt ?? NOW,
      touchedAt: () => touchedAt,
      isBusy: () => isBusy,
      reload: () => {
        counts.reloads += 1
      },
      every: (period, call) => {
        timers.push({ period, call, next: NOW + period })
        return () => {}
      },
      onComeback: (call) => {
        comebacks.push(call)
        return () => {}
      },
    },
    (state) => told.push(state),
  )
  return {
    told,
    counts,
    stop,
    serve: (next: BuiltPage | null) => {
      served = next
    },
    touch: () => {
      touchedAt = now
    },
    occupy: (busy: boolean) => {
      isBusy = busy
    },
    lose: (asset: string) => {
      missing = asset
    },
    comeBack: () => comebacks.forEach((call) => call()),
    /** Lets time pass in steps of five seconds; all that is due is done. */
    pass: async (time: number) => {
      for (const end = now + time; now < end;) {
        now += seconds(5)
        for (const timer of timers) {
          if (now < timer.next) continue
          timer.next += timer.period
          timer.call()
          await vi.waitFor(() => Promise.resolve())
        }
      }
    },
  }
}

describe('another build is taken up', () => {
  it('at the next look, where nobody is there', async () => {
    const { serve, pass, counts, told } = rig()
    serve(page('b'))
    await pass(minutes(5))
    expect(counts).toEqual({ looks: 1, reloads: 1 })
    expect(told.at(-1)).toEqual({ kind: 'adopting' })
  })

  it('a minute after the last touch, without another question to the server', async () => {
    const { serve, pass, touch, counts, told } = rig()
    serve(page('b'))
    await pass(minutes(4.5))
    touch()
    await pass(seconds(55))
    expect(told.at(-1)).toEqual({ kind: 'busy' })
    await pass(seconds(10))
    expect(counts).toEqual({ looks: 1, reloads: 1 })
  })

  it('once the window that is open is closed', async () => {
    const { serve, pass, occupy, counts } = rig()
    serve(page('b'))
    occupy(true)
    await pass(minutes(20))
    expect(counts.reloads).toBe(0)
    occupy(false)
    await pass(seconds(10))
    expect(counts.reloads).toBe(1)
  })

  it('soon after the server came back, but not asked again and again', async () => {
    const { serve, pass, comeBack, counts } = rig()
    await pass(seconds(30))
    serve(page('b'))
    comeBack()
    comeBack()
    await pass(seconds(5))
    expect(counts).toEqual({ looks: 1, reloads: 1 })
  })

  it('soon after the server came back a second time', async () => {
    const { serve, pass, comeBack, counts } = rig()
    await pass(seconds(30))
    comeBack()
    await pass(seconds(5))
    serve(page('b'))
    comeBack()
    await pass(seconds(10))
    expect(counts).toEqual({ looks: 2, reloads: 1 })
  })
})

describe('it is not taken up', () => {
  it('while it is the same, or the server does not answer', async () => {
    const { serve, pass, counts } = rig()
    await pass(minutes(10))
    serve(null)
    await pass(minutes(10))
    expect(counts).toEqual({ looks: 4, reloads: 0 })
  })

  it('before all of its files are there', async () => {
    const { serve, lose, pass, counts } = rig()
    serve(page('b'))
    lose('b.css')
    await pass(minutes(10))
    expect(counts.reloads).toBe(0)
    lose('')
    await pass(minutes(5))
    expect(counts.reloads).toBe(1)
  })

  it('a second time within an hour: this page is the old one still, or again', async () => {
    const storage = memoryStorage()
    const first = rig({ storage })
    first.serve(page('b'))
    await first.pass(minutes(5))
    const second = rig({ storage })
    second.serve(page('b'))
    await second.pass(minutes(10))
    expect(second.counts.reloads).toBe(0)
    expect(second.told.at(-1)?.kind).toBe('failed')
    await second.pass(minutes(60))
    expect(second.counts.reloads).toBe(1)
  })

  it('by a young page where nothing can be kept: it would go round in circles', async () => {
    const { serve, pass, counts } = rig({ storage: FORGETFUL })
    serve(page('b'))
    await pass(minutes(55))
    expect(counts.reloads).toBe(0)
    await pass(minutes(10))
    expect(counts.reloads).toBe(1)
  })

  it('after it was stopped', async () => {
    const { serve, pass, stop, counts } = rig()
    serve(page('b'))
    stop()
    await pass(minutes(10))
    expect(counts.reloads).toBe(0)
  })
})
