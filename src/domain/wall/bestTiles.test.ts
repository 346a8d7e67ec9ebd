import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTiles, holds } from './bestTiles.ts'
import { demandsOf } from './demandsOf.ts'
import type { MeasuredTile, Room } from './fitTiles.ts'
import { sightOf } from './legibility.ts'
import type { TilePlace } from './placeTiles.ts'
import { badDayOf, sampleTiles } from './testing/sampleTiles.ts'
import { isRedRank, TILE_RANKS } from './tileRank.ts'

const AS_BY_DEFAULT = { zoom: 1, columns: null }

/** What the strip and the foot leave of a screen. */
const roomOf = ({ width, height }: Room): Room => ({
  width: width - 16,
  height: Math.floor(height * 0.86) - 16,
})

const demandsFor = (screen: Room, options: { zoom: number; columns: number | null } = AS_BY_DEFAULT) =>
  demandsOf(sightOf(screen.width, screen.height, null), screen, options)

const isWithin = ({ x, y, width, height }: TilePlace, room: Room): boolean =>
  x >= 0 && y >= 0 && x + width <= room.width && y + height <= room.height + 1e-6

const areApart = (a: TilePlace, b: TilePlace): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y

/** All faults of a layout: each tile once, within the room, apart from the others, in type that may be. */
function faultsOf(
  places: readonly TilePlace[],
  tiles: readonly MeasuredTile[],
  room: Room,
  least: number,
): string[] {
  const names = places.map(({ name }) => name).toSorted()
  const wanted = tiles.map(({ measured }) => measured.name).toSorted()
  return [
    ...(names.join() === wanted.join() ? [] : ['not each tile once']),
    ...places.flatMap((a, i) => [
      ...(isWithin(a, room) ? [] : [`${a.name} is out of the room`]),
      ...(a.size < least - 1e-6 ? [`${a.name} is too small`] : []),
      ...places.slice(i + 1).flatMap((b) => (areApart(a, b) ? [] : [`${a.name} lies over ${b.name}`])),
    ]),
  ]
}

const screens: readonly Room[] = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 2160, height: 3840 },
]

for (const screen of screens) {
  const demands = demandsFor(screen)
  const room = roomOf(screen)
  describe(`on ${screen.width} × ${screen.height}`, () => {
    for (const n of [1, 8, 50, 200]) {
      for (const [day, tiles] of [
        ['bad', badDayOf(n)],
        ['good', sampleTiles({ green: n })],
        ['black', sampleTiles({ root: n })],
      ] as const) {
        it(`shows all of ${n} services on a ${day} day`, () => {
          expect(holds(tiles, room, demands)).toBe(true)
          const places = bestTiles(tiles, room, demands) ?? []
          expect(faultsOf(places, tiles, room, demands.least)).toEqual([])
        })
      }
    }

    it('sets the letters of all that is not green to be read from the seats, up to fifty services', () => {
      const places = bestTiles(badDayOf(50), room, demands) ?? []
      const letters = places.filter(({ rank }) => rank !== 'green').map(({ capital }) => capital)
      expect(Math.min(...letters)).toBeGreaterThanOrEqual(demands.capital)
    })

    it('does so for what is red up to two hundred', () => {
      const places = bestTiles(badDayOf(200), room, demands) ?? []
      const letters = places.filter(({ rank }) => isRedRank(rank)).map(({ capital }) => capital)
      expect(Math.min(...letters)).toBeGreaterThanOrEqual(demands.capital)
    })

    for (const { n, ranks } of [
      { n: 8, ranks: TILE_RANKS.filter((rank) => rank !== 'green') },
      { n: 50, ranks: ['root'] as const },
    ]) {
      it(`leaves a line for the reason of what is ${ranks.join(', ')} among ${n}`, () => {
        const places = bestTiles(badDayOf(n), room, demands) ?? []
        const mute = places.filter(({ rank, info }) => info === null && ranks.some((one) => one === rank))
        expect(mute).toEqual([])
      })
    }

    it('cuts no name of what is red, and few others, among fifty', () => {
      const places = bestTiles(badDayOf(50), room, demands) ?? []
      const cut = places.filter(({ isCut }) => isCut)
      expect(cut.filter(({ rank }) => isRedRank(rank))).toEqual([])
      expect(cut.length).toBeLessThan(10)
    })
  })
}

describe('options', () => {
  const screen = { width: 1920, height: 1080 }
  const room = roomOf(screen)

  it('stand so many tiles side by side', () => {
    const places =
      bestTiles(sampleTiles({ green: 24 }), room, demandsFor(screen, { zoom: 1, columns: 3 })) ?? []
    expect(new Set(places.map(({ x }) => x)).size).toBe(3)
  })

  it('zoom makes type larger, until not all has room', () => {
    const tiles = sampleTiles({ green: 200 })
    expect(holds(tiles, room, demandsFor(screen, { zoom: 3, columns: null }))).toBe(false)
    const zoomed = demandsFor(screen, { zoom: 1.5, columns: null })
    const [plain, large] = [demandsFor(screen), zoomed].map((demands) =>
      bestTiles(sampleTiles({ green: 2 }), room, demands),
    )
    expect(large?.[0]?.size).toBeGreaterThan(plain?.[0]?.size ?? Infinity)
  })

  it('in a room of nothing there is nothing', () => {
    expect(bestTiles(badDayOf(8), { width: 0, height: 0 }, demandsFor(screen))).toBeNull()
    expect(bestTiles([], room, demandsFor(screen))).toBeNull()
  })
})

it('makes what is red for itself the largest, whatever else there is', () => {
  const counts = fc.record({
    root: fc.integer({ min: 1, max: 20 }),
    under: fc.integer({ min: 0, max: 8 }),
    orange: fc.integer({ min: 0, max: 20 }),
    unknown: fc.integer({ min: 0, max: 8 }),
    green: fc.integer({ min: 0, max: 60 }),
  })
  const screen = { width: 1920, height: 1080 }
  const room = roomOf(screen)
  const demands = demandsFor(screen)
  fc.assert(
    fc.property(counts, (of) => {
      const tiles = sampleTiles(of)
      const places = bestTiles(tiles, room, demands) ?? []
      expect(faultsOf(places, tiles, room, demands.least)).toEqual([])
      const areas = TILE_RANKS.map((rank) => {
        const one = places.find((place) => place.rank === rank)
        return one === undefined ? null : one.width * one.height
      }).filter((area) => area !== null)
      expect(areas).toEqual(areas.toSorted((a, b) => b - a))
      expect(areas[0]).toBeGreaterThan((areas[1] ?? 0) * 1.1)
    }),
    { numRuns: 30 },
  )
})
