import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAlarmSound } from './alarmSound.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const settle = async (time = 10_000): Promise<void> => void (await vi.advanceTimersByTimeAsync(time))

const param = () => ({ value: 0, setValueAtTime: () => {}, linearRampToValueAtTime: () => {} })
const node = () => ({ connect: (to: unknown) => to })

/** A browser's sound: `allowed` says whether it may be heard by now. */
function rig(allowed: boolean) {
  const heard: number[] = []
  const device = { allowed, state: 'suspended', made: 0 }
  class HandContext {
    currentTime = 0
    destination = node()
    constructor() {
      device.made += 1
    }
    get state() {
      return device.state
    }
    async resume() {
      await Promise.resolve()
      if (device.allowed) device.state = 'running'
    }
    async suspend() {
      await Promise.resolve()
      device.state = 'suspended'
    }
    createGain() {
      return { ...node(), gain: param() }
    }
    createOscillator() {
      const frequency = param()
      return { ...node(), frequency, start: () => void heard.push(frequency.value), stop: () => {} }
    }
  }
  const sound = createAlarmSound(() => new HandContext() as unknown as AudioContext)
  return { sound, heard, device }
}

describe('sound', () => {
  it('is heard where the browser allows it, and sleeps afterwards', async () => {
    const { sound, heard, device } = rig(true)
    void sound.play(1, false)
    await settle(100)
    expect(heard).toHaveLength(10)
    expect(device.state).toBe('running')
    await settle()
    expect([sound.store.getState(), device.state, device.made]).toEqual(['ready', 'suspended', 1])
  })

  it('is blocked until somebody presses a key; then a soft note says that it works', async () => {
    const { sound, heard, device } = rig(false)
    void sound.probe()
    await settle()
    expect(sound.store.getState()).toBe('blocked')
    device.allowed = true
    void sound.allow()
    await settle()
    expect([sound.store.getState(), heard.length]).toEqual(['ready', 1])
    void sound.allow()
    await settle()
    expect(heard).toHaveLength(1)
  })

  it('is none where a key press does not help either', async () => {
    const { sound } = rig(false)
    void sound.allow()
    await settle()
    expect(sound.store.getState()).toBe('silent')
  })

  it('is none where the browser has none', async () => {
    const sound = createAlarmSound(null)
    await sound.play(1, false)
    expect(sound.store.getState()).toBe('silent')
  })

  it('of many calls at once is the first, and then the most urgent of the others', async () => {
    const { sound, heard } = rig(true)
    for (const priority of [4, 5, 2, 3] as const) void sound.play(priority, false)
    await settle()
    // Two notes of P4, six of P2.
    expect(heard).toHaveLength(8)
  })
})
