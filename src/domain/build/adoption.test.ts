import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import {
  type Adoption,
  adoptionOf,
  type BuildsTried,
  readTried,
  type Standing,
  withTried,
} from './adoption.ts'

const NOW = 1_732_176_000_000

const standing = (own: Partial<Standing> = {}): Standing => ({
  own: 'a',
  served: 'b',
  tried: {},
  touchedAt: Number.NEGATIVE_INFINITY,
  isBusy: false,
  ...own,
})

describe('another build is', () => {
  const rows: readonly { name: string; is: Partial<Standing>; kind: Adoption['kind'] }[] = [
    { name: 'taken up at once where nobody is', is: {}, kind: 'now' },
    { name: 'none while the server has the same', is: { served: 'a' }, kind: 'none' },
    { name: 'none while the server does not answer', is: { served: null }, kind: 'none' },
    { name: 'put off while a window is open', is: { isBusy: true }, kind: 'busy' },
    { name: 'put off within a minute of the last touch', is: { touchedAt: NOW - seconds(59) }, kind: 'busy' },
    { name: 'taken up a minute after the last touch', is: { touchedAt: NOW - seconds(60) }, kind: 'now' },
    {
      name: 'taken up where a clock that was ahead noted the touch',
      is: { touchedAt: NOW + hours(1) },
      kind: 'now',
    },
    { name: 'not tried twice within an hour', is: { tried: { b: NOW - minutes(59) } }, kind: 'failed' },
    { name: 'tried anew after an hour', is: { tried: { b: NOW - minutes(60) } }, kind: 'now' },
    { name: 'tried where another one was tried', is: { tried: { c: NOW } }, kind: 'now' },
    {
      name: 'tried where a clock that was ahead noted it',
      is: { tried: { b: NOW + hours(1) } },
      kind: 'now',
    },
  ]
  for (const { name, is, kind } of rows) it(name, () => expect(adoptionOf(standing(is), NOW).kind).toBe(kind))

  it('says when it is tried again', () => {
    expect(adoptionOf(standing({ tried: { b: NOW - minutes(10) } }), NOW)).toEqual({
      kind: 'failed',
      at: NOW + minutes(50),
    })
  })
})

it('two builds that take turns behind one address cost each one reload an hour', () => {
  const answers = fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(answers, (served) => {
      let own = 'a'
      let tried: BuildsTried = {}
      const loaded: string[] = []
      for (const [i, one] of served.entries()) {
        // All within an hour: a look every minute.
        const now = NOW + minutes(i)
        if (one === null || adoptionOf(standing({ own, served: one, tried }), now).kind !== 'now') continue
        tried = withTried(tried, one, now)
        own = one
        loaded.push(one)
      }
      expect(new Set(loaded).size).toBe(loaded.length)
    }),
    { numRuns: 50 },
  )
})

describe('what was tried', () => {
  it('is forgotten after an hour', () => {
    expect(withTried({ a: NOW - hours(2), c: NOW - minutes(1) }, 'b', NOW)).toEqual({
      c: NOW - minutes(1),
      b: NOW,
    })
  })

  it.each([null, '', '{', '[]', '7', '{"a":"x"}'])('is nothing where %s was stored', (text) => {
    expect(readTried(text)).toEqual({})
  })

  it('is read as it was written', () => {
    const tried = withTried({}, 'b', NOW)
    expect(readTried(JSON.stringify(tried))).toEqual(tried)
  })
})
