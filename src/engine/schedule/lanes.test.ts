import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanes } from './lanes.ts'

/** Who wants in: `h` healthy or `s` suspect, and an origin's name; `h:a*4` is four of them. */
type Step = { readonly at: number; readonly wants: string; readonly enter: number }

const rows: readonly { name: string; concurrency: number; steps: readonly Step[] }[] = [
  {
    name: 'four healthy ones an origin',
    concurrency: 25,
    steps: [{ at: 0, wants: 'h:a*9', enter: 4 }],
  },
  {
    name: 'two suspects an origin',
    concurrency: 25,
    steps: [{ at: 0, wants: 's:a*9', enter: 2 }],
  },
  {
    name: 'suspects take no place of the healthy, nor the other way round',
    concurrency: 25,
    steps: [
      { at: 0, wants: 's:a*9', enter: 2 },
      { at: 0, wants: 'h:a*9', enter: 4 },
    ],
  },
  {
    name: 'another origin has places of its own',
    concurrency: 25,
    steps: [
      { at: 0, wants: 'h:a*9', enter: 4 },
      { at: 0, wants: 'h:b*9', enter: 4 },
    ],
  },
  {
    name: 'at 999 ms a healthy one still holds its place',
    concurrency: 25,
    steps: [
      { at: 0, wants: 'h:a*4', enter: 4 },
      { at: 999, wants: 'h:a*4', enter: 0 },
    ],
  },
  {
    name: 'after a second the late ones count no more, but six sockets are all there are',
    concurrency: 25,
    steps: [
      { at: 0, wants: 'h:a*4', enter: 4 },
      { at: 1000, wants: 'h:a*4', enter: 2 },
      { at: 1000, wants: 's:a*4', enter: 0 },
    ],
  },
  {
    name: 'the fleet has a budget over all origins',
    concurrency: 5,
    steps: [
      { at: 0, wants: 'h:a*4', enter: 4 },
      { at: 0, wants: 'h:b*4', enter: 1 },
    ],
  },
  {
    name: 'late ones go on taking part of it: no more are ever under way',
    concurrency: 4,
    steps: [
      { at: 0, wants: 'h:a*4', enter: 4 },
      { at: 1000, wants: 'h:b*4', enter: 0 },
    ],
  },
  {
    name: 'suspects leave half of all places to the healthy',
    concurrency: 4,
    steps: [
      { at: 0, wants: 's:a*2', enter: 2 },
      { at: 0, wants: 's:b*2', enter: 0 },
      { at: 0, wants: 'h:c*4', enter: 2 },
    ],
  },
  {
    name: 'where there is one place only, suspects get it too',
    concurrency: 1,
    steps: [
      { at: 0, wants: 's:a*2', enter: 1 },
      { at: 0, wants: 'h:a*2', enter: 0 },
    ],
  },
]

function ask(wants: string): { suspect: boolean; origin: string; times: number } {
  const [, kind, origin = '', times = '1'] = /^([hs]):(\w+)(?:\*(\d+))?$/.exec(wants) ?? []
  return { suspect: kind === 's', origin, times: Number(times) }
}

describe('lanes', () => {
  for (const { name, concurrency, steps } of rows) {
    it(name, () => {
      const places = lanes(() => concurrency)
      const entered = steps.map(({ at, wants }) => {
        const { suspect, origin, times } = ask(wants)
        return Array.from({ length: times }, () => places.enter(origin, suspect, at)).filter((leave) => leave)
          .length
      })
      expect(entered).toEqual(steps.map((step) => step.enter))
    })
  }

  it('gives a place that was left to the next one', () => {
    const places = lanes(() => 25)
    const leaves = ['a', 'a', 'a', 'a'].map((origin) => places.enter(origin, false, 0))
    expect(places.enter('a', false, 0)).toBeNull()
    leaves[2]?.()
    expect(places.enter('a', false, 0)).not.toBeNull()
    expect(places.enter('a', false, 0)).toBeNull()
  })

  it('follows a budget that changes', () => {
    let budget = 1
    const places = lanes(() => budget)
    const times = (): boolean[] => ['a', 'b', 'c'].map((origin) => places.enter(origin, false, 0) !== null)
    expect(times()).toEqual([true, false, false])
    budget = 3
    expect(times()).toEqual([true, true, false])
  })

  it('keeps every limit, whoever comes and goes', () => {
    const visit = fc.record({
      origin: fc.constantFrom('a', 'b', 'c'),
      suspect: fc.boolean(),
      stay: fc.nat(9000),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.array(visit, { maxLength: 120 }),
        (concurrency, visits) => {
          const places = lanes(() => concurrency)
          const inside = new Map<() => void, { origin: string; suspect: boolean; until: number }>()
          for (const [i, { origin, suspect, stay }] of visits.entries()) {
            const now = i * 100
            for (const [leave, guest] of inside) if (guest.until <= now && inside.delete(leave)) leave()
            const leave = places.enter(origin, suspect, now)
            if (leave !== null) inside.set(leave, { origin, suspect, until: now + stay })
            const guests = [...inside.values()]
            const here = guests.filter((guest) => guest.origin === origin)
            expect(here.length).toBeLessThanOrEqual(6)
            expect(here.filter((guest) => guest.suspect).length).toBeLessThanOrEqual(2)
            expect(guests.filter((guest) => guest.suspect).length).toBeLessThanOrEqual(
              Math.max(1, concurrency / 2),
            )
            expect(guests.length).toBeLessThanOrEqual(concurrency)
          }
        },
      ),
    )
  })
})
