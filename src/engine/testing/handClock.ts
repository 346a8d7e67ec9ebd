import { setImmediate as settled } from 'node:timers/promises'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

type Alarm = { at: DurationMs; readonly call: () => void }

/** A clock that stands still until the test moves it. */
export type HandClock = {
  readonly now: () => EpochMs
  readonly monotonic: () => DurationMs
  readonly every: (period: DurationMs, call: () => void) => () => void
  /** Calls once; answers how to take it back. */
  readonly after: (delay: DurationMs, call: () => void) => () => void
  /** Moves on, stopping at every timer on the way until all that it set off has run. */
  advance(by: DurationMs): Promise<void>
  /** Sets the time of day, as a person or a time server does; timers do not notice. */
  setBack(by: DurationMs): void
}

/** 2024-05-06T08:55:00Z: a Monday, just before the morning check. */
export const MONDAY: EpochMs = 1_714_985_700_000

/** A clock at `MONDAY`; its monotonic time begins at 0. */
export function handClock(): HandClock {
  const alarms = new Set<Alarm>()
  let time: DurationMs = 0
  let dayOffset = 0

  const after = (delay: DurationMs, call: () => void): (() => void) => {
    const alarm: Alarm = { at: time + delay, call }
    alarms.add(alarm)
    return () => alarms.delete(alarm)
  }

  const next = (until: DurationMs): Alarm | null => {
    let first: Alarm | null = null
    for (const alarm of alarms) {
      if (alarm.at <= until && (first === null || alarm.at < first.at)) first = alarm
    }
    return first
  }

  return {
    now: () => MONDAY + time + dayOffset,
    monotonic: () => time,
    after,
    every: (period, call) => {
      let stopped = false
      const again = (): void => {
        after(period, () => {
          if (stopped) return
          again()
          call()
        })
      }
      again()
      return () => {
        stopped = true
      }
    },
    async advance(by) {
      const until = time + by
      await settled()
      for (let alarm = next(until); alarm !== null; alarm = next(until)) {
        alarms.delete(alarm)
        time = Math.max(time, alarm.at)
        alarm.call()
        await settled()
      }
      time = until
    },
    setBack: (by) => {
      dayOffset -= by
    },
  }
}
