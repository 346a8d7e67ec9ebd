import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deploy } from '#src/domain/deploy/deploysOf.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { at, seenAs, sourceOf, WEEK } from './testing/weekRig.ts'
import type { WeekService } from './week.ts'
import { weekService } from './weekService.ts'

const told = (lights: string): WeekService => weekService(sourceOf({ lights: seenAs(lights) }), WEEK)

/** Available, and for how many hours it was seen. */
const seen = ({ available, seenFor }: WeekService): readonly [number | null, number] => [
  available,
  seenFor / hours(1),
]

describe('availability', () => {
  it.each<{ name: string; lights: string; expected: readonly [number | null, number] }>([
    { name: 'of what nobody saw is not known', lights: '', expected: [null, 0] },
    { name: 'of less than an hour is not known', lights: 'r0~0.9', expected: [null, 0.9] },
    { name: 'of an hour is', lights: 'g0~1', expected: [1, 1] },
    { name: 'is the share that was not red', lights: 'g0~6 r6~8', expected: [0.75, 8] },
    { name: 'counts orange as available', lights: 'g0~6 o6~8', expected: [1, 8] },
    { name: 'counts no gap', lights: 'g0~6 r30~32', expected: [0.75, 8] },
    { name: 'counts no grey', lights: 'g0~6 r7~9', expected: [0.75, 8] },
    { name: 'counts only what lies within the week', lights: 'r-5~1 g1~4 r166~170', expected: [0.5, 6] },
  ])('$name', ({ lights, expected }) => {
    expect(seen(told(lights))).toEqual(expected)
  })

  it('has each light by itself', () => {
    const { greenFor, orangeFor, redFor } = told('g0~3 o3~5 r5~6')
    expect([greenFor, orangeFor, redFor].map((each) => each / hours(1))).toEqual([3, 2, 1])
  })

  it('is of what was seen, whatever that was: the lights add up and no share is out of bounds', () => {
    const lights = fc.array(
      fc.record({ light: fc.constantFrom('r', 'o', 'g'), gap: fc.nat(5), length: fc.nat(30) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(lights, (steps) => {
        let hour = -20
        const words = steps.map(({ light, gap, length }) => {
          const from = hour + gap
          hour = from + length
          return `${light}${from}~${hour}`
        })
        const { seenFor, greenFor, orangeFor, redFor, available } = told(words.join(' '))
        expect(greenFor + orangeFor + redFor).toBe(seenFor)
        expect(seenFor).toBeLessThanOrEqual(hours(168))
        expect(available === null).toBe(seenFor < hours(1))
        expect(available ?? 1).toBeGreaterThanOrEqual(0)
        expect(available === 1 && redFor > 0).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

describe('red spells', () => {
  it.each([
    { name: 'none', lights: 'g0~6 o6~8', spells: 0 },
    { name: 'two', lights: 'g0~6 r6~7 g7~8 r8~9 o9~10', spells: 2 },
    { name: 'one that went on while nobody watched', lights: 'r6~7 r20~21 g21~22', spells: 1 },
    { name: 'one that began before the week', lights: 'r-3~2 g2~3', spells: 1 },
    { name: 'one that was red before it only', lights: 'r-3~-1 g2~3', spells: 0 },
    { name: 'one that begins after it', lights: 'g0~3 r169~170', spells: 0 },
    { name: 'one that nobody saw end, weeks ago', lights: 'r-90~-80', spells: 0 },
  ])('$name', ({ lights, spells }) => {
    expect(told(lights).redSpells).toBe(spells)
  })
})

const deploy = (hour: number): Deploy => ({
  version: `v${hour}`,
  at: at(hour),
  lastAt: at(hour) + minutes(5),
  pods: ['orders-1'],
  isRollback: false,
})

describe('deploys', () => {
  it.each<{ name: string; lights: string; hours: readonly number[]; expected: readonly number[] }>([
    { name: 'none', lights: 'g0~168', hours: [], expected: [0, 0, 0] },
    { name: 'one that went well', lights: 'g0~168', hours: [10], expected: [1, 0, 0] },
    { name: 'one with red after it', lights: 'g0~10.5 r10.5~11 g11~168', hours: [10], expected: [1, 1, 0] },
    { name: 'one with red before it', lights: 'g0~9 r9~11 g11~168', hours: [10], expected: [1, 0, 0] },
    { name: 'one that nobody watched', lights: 'g0~5 g50~168', hours: [10], expected: [0, 0, 1] },
    { name: 'of the week before and after', lights: 'g0~168', hours: [-1, 168, 169], expected: [0, 0, 0] },
    { name: 'with red after the week', lights: 'g0~168.2 r168.2~169', hours: [167.5], expected: [1, 1, 0] },
    {
      name: 'red is put down to the newest',
      lights: 'g0~10.6 r10.6~11 g11~20',
      hours: [10, 10.5],
      expected: [2, 1, 0],
    },
  ])('$name', ({ lights, hours: begun, expected }) => {
    const service = weekService(sourceOf({ lights: seenAs(lights), deploys: begun.map(deploy) }), WEEK)
    expect([service.deploys, service.failedDeploys, service.unseenDeploys]).toEqual(expected)
  })
})
