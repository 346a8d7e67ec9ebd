import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import type { TileRank } from './tileRank.ts'
import { pageAt, untilNextPage, wallPages } from './wallPages.ts'

type Tile = { readonly rank: TileRank; readonly name: string }

const tiles = (rank: TileRank, n: number): readonly Tile[] =>
  Array.from({ length: n }, (_, i) => ({ rank, name: `${rank}-${i}` }))

const upTo =
  (n: number) =>
  (some: readonly Tile[]): boolean =>
    some.length <= n

const table = [
  { name: 'nothing is one empty page', red: 0, green: 0, room: 10, sizes: [0] },
  { name: 'what fits is one page', red: 3, green: 7, room: 10, sizes: [10] },
  { name: 'more is dealt out evenly', red: 0, green: 21, room: 10, sizes: [7, 7, 7] },
  { name: 'red is on every page', red: 2, green: 20, room: 10, sizes: [9, 9, 8] },
  { name: 'red that fills a page is dealt out too', red: 10, green: 20, room: 10, sizes: [10, 10, 10] },
  {
    name: 'and so is red that leaves next to nothing',
    red: 9,
    green: 40,
    room: 10,
    sizes: [10, 10, 10, 10, 9],
  },
  { name: 'a room for nothing shows them one by one', red: 0, green: 3, room: 0, sizes: [1, 1, 1] },
]

describe('pages', () => {
  for (const { name, red, green, room, sizes } of table) {
    it(name, () => {
      const pages = wallPages([...tiles('root', red), ...tiles('green', green)], upTo(room))
      expect(pages.map((page) => page.length).toSorted((a, b) => b - a)).toEqual(sizes)
    })
  }

  it('leave nobody out, and no red one of any page where there is room', () => {
    const counts = fc.record({
      red: fc.integer({ min: 0, max: 6 }),
      green: fc.integer({ min: 0, max: 60 }),
      room: fc.integer({ min: 12, max: 30 }),
    })
    fc.assert(
      fc.property(counts, ({ red, green, room }) => {
        const all = [...tiles('root', red), ...tiles('green', green)]
        const pages = wallPages(all, upTo(room))
        expect(new Set(pages.flat().map(({ name }) => name)).size).toBe(all.length)
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(room)
          expect(page.filter(({ rank }) => rank === 'root')).toHaveLength(red)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('turning', () => {
  const turn = { from: 1, at: 1000, turns: true }
  const every = seconds(20)
  const turns = [
    { name: 'stays at first', turn, now: 1000, rotate: every, pages: 3, page: 1, left: seconds(20) },
    {
      name: 'goes on with time',
      turn,
      now: 1000 + seconds(21),
      rotate: every,
      pages: 3,
      page: 2,
      left: seconds(19),
    },
    {
      name: 'begins anew after the last',
      turn,
      now: 1000 + seconds(45),
      rotate: every,
      pages: 3,
      page: 0,
      left: seconds(15),
    },
    {
      name: 'waits for a hand',
      turn: { ...turn, turns: false },
      now: 1e6,
      rotate: every,
      pages: 3,
      page: 1,
      left: null,
    },
    {
      name: 'never turns where that was asked for',
      turn,
      now: 1e6,
      rotate: 0,
      pages: 3,
      page: 1,
      left: null,
    },
    { name: 'has nothing to turn', turn, now: 1e6, rotate: every, pages: 1, page: 0, left: null },
    {
      name: 'goes back from the first to the last',
      turn: { ...turn, from: -1, turns: false },
      now: 0,
      rotate: every,
      pages: 3,
      page: 2,
      left: null,
    },
    {
      name: 'stays while the clock is set back',
      turn,
      now: 0,
      rotate: every,
      pages: 3,
      page: 1,
      left: seconds(20),
    },
  ]
  for (const { name, turn: given, now, rotate, pages, page, left } of turns) {
    it(name, () => {
      expect(pageAt(given, now, rotate, pages)).toBe(page)
      expect(untilNextPage(given, now, rotate, pages)).toBe(left)
    })
  }
})
