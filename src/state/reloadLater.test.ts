import { describe, expect, it, vi } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { reloadLater } from './reloadLater.ts'
import { memoryStorage } from './testing/testScreen.ts'

const NOW = 1_732_176_000_000

function rig(storage = memoryStorage()) {
  let now = NOW
  let isServed = true
  let due: { readonly at: number; readonly call: () => void } | null = null
  const told: number[] = []
  const reload = vi.fn<() => void>()
  const stop = reloadLater(
    {
      storage,
      now: () => now,
      after: (pause, call) => {
        due = { at: now + pause, call }
        return () => {
          due = null
        }
      },
      isServed: () => Promise.resolve(isServed),
      reload,
    },
    (at) => told.push(at - NOW),
  )
  return {
    told,
    reload,
    stop,
    serve: (served: boolean) => {
      isServed = served
    },
    /** Lets the pause pass. */
    pass: async () => {
      now = due?.at ?? now
      due?.call()
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

describe('a page that a fault stopped is loaded anew', () => {
  it('after a pause', async () => {
    const { pass, reload, told } = rig()
    expect(told).toEqual([seconds(15)])
    expect(reload).not.toHaveBeenCalled()
    await pass()
    expect(reload).toHaveBeenCalledOnce()
  })

  it('after a longer one, the oftener that was in vain', () => {
    const storage = memoryStorage()
    expect([rig(storage), rig(storage), rig(storage)].map(({ told }) => told[0])).toEqual(
      [15, 30, 60].map(seconds),
    )
  })

  it('once the server answers: the browser’s own error page has no way back', async () => {
    const { pass, serve, reload, told } = rig()
    serve(false)
    await pass()
    expect(reload).not.toHaveBeenCalled()
    expect(told).toEqual([seconds(15), seconds(30)])
    serve(true)
    await pass()
    expect(reload).toHaveBeenCalledOnce()
  })

  it('not, where somebody has left it meanwhile', async () => {
    const { pass, stop, reload } = rig()
    stop()
    await pass()
    expect(reload).not.toHaveBeenCalled()
  })
})
