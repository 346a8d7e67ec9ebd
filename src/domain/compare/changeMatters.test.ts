import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import { mebibytes } from '#src/domain/time/units.ts'
import { changeMatters } from './changeMatters.ts'

describe('changeMatters', () => {
  it.each<{ name: string; signal: Signal; was: number; is: number; expected: boolean }>([
    { name: 'ten times next to nothing', signal: 'gcCpu', was: 0.0001, is: 0.001, expected: false },
    { name: 'garbage collection that takes a tenth', signal: 'gcCpu', was: 0.01, is: 0.1, expected: true },
    {
      name: 'half as much memory again',
      signal: 'memory',
      was: mebibytes(100),
      is: mebibytes(150),
      expected: true,
    },
    {
      name: 'a little of much',
      signal: 'memory',
      was: mebibytes(4096),
      is: mebibytes(5120),
      expected: false,
    },
    { name: 'errors from nothing', signal: 'errorRatio', was: 0, is: 0.3, expected: true },
    { name: 'errors over what is watched', signal: 'errorRatio', was: 0.002, is: 0.015, expected: true },
    { name: 'a queue that was worked off', signal: 'queueDepth', was: 400, is: 0, expected: true },
    { name: 'an older process', signal: 'uptime', was: 60, is: 90_000, expected: false },
  ])('says of $name: $expected', ({ signal, was, is, expected }) => {
    expect(changeMatters(signal, was, is)).toBe(expected)
  })

  it('is the same both ways, and never so where nothing changed', () => {
    const value = fc.double({ min: 0, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...SIGNALS), value, value, (signal, a, b) => {
        expect(changeMatters(signal, a, b)).toBe(changeMatters(signal, b, a))
        expect(changeMatters(signal, a, a)).toBe(false)
      }),
    )
  })
})
