import { describe, expect, it, vi } from 'vitest'
import { type HeldLock, keepAwake, type WakeState } from './wakeLock.ts'

/** A browser that grants locks, until it is told otherwise. */
function rig(own: { readonly none?: boolean; readonly isSecure?: boolean } = {}) {
  const told: WakeState[] = []
  const held: { lost: () => void; isReleased: boolean }[] = []
  const calls = { visible: () => {}, again: () => {} }
  let isVisible = true
  let isRefused = false
  const request = async (): Promise<HeldLock> => {
    await Promise.resolve()
    if (isRefused) throw new Error('NotAllowedError')
    const lock = { lost: () => {}, isReleased: false }
    held.push(lock)
    return {
      onRelease: (call) => {
        lock.lost = call
      },
      release: () => {
        lock.isReleased = true
      },
    }
  }
  const stop = keepAwake(
    {
      request: own.none === true ? null : request,
      isSecure: own.isSecure ?? true,
      isVisible: () => isVisible,
      onVisible: (call) => {
        calls.visible = call
        return () => {
          calls.visible = () => {}
        }
      },
      every: (_period, call) => {
        calls.again = call
        return () => {
          calls.again = () => {}
        }
      },
    },
    (state) => told.push(state),
  )
  return {
    told,
    held,
    stop,
    refuse: (refused: boolean) => {
      isRefused = refused
    },
    hide: () => {
      isVisible = false
      held.at(-1)?.lost()
    },
    show: () => {
      isVisible = true
      calls.visible()
    },
    again: () => calls.again(),
  }
}

describe('a wall keeps the screen awake', () => {
  it('from the beginning, and again whenever it comes into view', async () => {
    const { told, held, hide, show } = rig()
    await vi.waitFor(() => expect(told).toEqual(['held']))
    hide()
    expect(told.at(-1)).toBe('none')
    show()
    await vi.waitFor(() => expect(told.at(-1)).toBe('held'))
    expect(held).toHaveLength(2)
  })

  it('again where the system took the lock away while it is in view', async () => {
    const { told, held } = rig()
    await vi.waitFor(() => expect(told).toEqual(['held']))
    held.at(-1)?.lost()
    await vi.waitFor(() => expect(told).toEqual(['held', 'none', 'held']))
  })

  it('and says that it is refused, and asks again', async () => {
    const { told, refuse, again, hide, show } = rig()
    await vi.waitFor(() => expect(told).toEqual(['held']))
    refuse(true)
    hide()
    show()
    await vi.waitFor(() => expect(told.at(-1)).toBe('refused'))
    refuse(false)
    again()
    await vi.waitFor(() => expect(told.at(-1)).toBe('held'))
  })

  it('with one lock, however often it is asked', async () => {
    const { told, held, again, show } = rig()
    again()
    show()
    await vi.waitFor(() => expect(told).toEqual(['held']))
    again()
    expect(held).toHaveLength(1)
  })

  it('until it is stopped', async () => {
    const { told, held, stop, again } = rig()
    await vi.waitFor(() => expect(told).toEqual(['held']))
    stop()
    expect(held[0]?.isReleased).toBe(true)
    held[0]?.lost()
    again()
    expect(told).toEqual(['held'])
    expect(held).toHaveLength(1)
  })

  it('and lets go of one that is granted after it was stopped', async () => {
    const { held, told, stop } = rig()
    stop()
    await vi.waitFor(() => expect(held[0]?.isReleased).toBe(true))
    expect(told).toEqual([])
  })

  it.each([
    { isSecure: false, says: 'insecure' },
    { isSecure: true, says: 'unsupported' },
  ])('or says that there is no such thing: $says', ({ isSecure, says }) => {
    expect(rig({ none: true, isSecure }).told).toEqual([says])
  })
})
