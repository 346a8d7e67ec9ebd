import { describe, expect, it } from 'vitest'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { napGuard } from './napGuard.ts'

describe('napGuard', () => {
  const rows: readonly { name: string; turns: readonly number[]; naps: readonly boolean[] }[] = [
    { name: 'is awake', turns: [0.5, 1, 3, 6], naps: [false, false, false, false] },
    {
      name: 'slept a moment ago',
      turns: [1, 61, 62, 64, 65.9, 66],
      naps: [false, true, true, true, true, false],
    },
    { name: 'is only slow', turns: [1, 6, 12, 18], naps: [false, true, false, false] },
    { name: 'sleeps again and again', turns: [1, 61, 62, 122, 123], naps: [false, true, true, true, true] },
  ]
  const between: readonly { name: string; turns: readonly number[]; at: number; nap: boolean }[] = [
    { name: 'just had its turn', turns: [1], at: 2, nap: false },
    { name: 'wakes before its next turn', turns: [1], at: 61, nap: true },
    { name: 'woke a moment ago', turns: [1, 61], at: 63, nap: true },
    { name: 'has its turns far apart', turns: [6, 12, 18], at: 23, nap: false },
  ]
  for (const { name, turns, at, nap } of between) {
    it(`tells between turns of a worker that ${name}`, () => {
      let now: DurationMs = 0
      const guard = napGuard(() => now)
      for (const turn of turns) {
        now = seconds(turn)
        guard.turn()
      }
      now = seconds(at)
      expect([guard.isNap(), guard.isNap()]).toEqual([nap, nap])
    })
  }
  for (const { name, turns, naps } of rows) {
    it(`knows of a worker that ${name}`, () => {
      let now: DurationMs = 0
      const guard = napGuard(() => now)
      const told = turns.map((at) => {
        now = seconds(at)
        return guard.turn()
      })
      expect(told).toEqual(naps)
    })
  }
})
