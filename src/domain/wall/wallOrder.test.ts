import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { TILE_RANKS } from './tileRank.ts'
import { isWanted, wallOrder } from './wallOrder.ts'

const rowOf = (name: string, light: Light, own: Partial<ServiceRow> = {}): ServiceRow => ({
  name,
  team: null,
  tier: null,
  light,
  since: 0,
  lastKnown: null,
  reasons: [],
  pods: [],
  version: null,
  observedAt: 0,
  spark: null,
  links: { runbook: null, dashboard: null, logs: null, channel: null },
  ...own,
})

const under = (root: string): Partial<ServiceRow> => ({ cascade: { root, via: [], affected: [] } })
const over = (...affected: string[]): Partial<ServiceRow> => ({ cascade: { root: null, via: [], affected } })
const was = (light: Light): Partial<ServiceRow> => ({ lastKnown: { light, at: 0 } })

const orders: readonly {
  name: string
  rows: readonly ServiceRow[]
  isOld?: true
  order: readonly string[]
}[] = [
  {
    name: 'the worst first',
    rows: [rowOf('a', 'green'), rowOf('b', 'unknown'), rowOf('c', 'orange'), rowOf('d', 'red')],
    order: ['d root', 'c orange', 'b unknown', 'a green'],
  },
  {
    name: 'what is dragged down after what is red for itself',
    rows: [rowOf('a', 'red', under('c')), rowOf('b', 'red'), rowOf('c', 'red', over('a'))],
    order: ['c root', 'b root', 'a under'],
  },
  {
    name: 'red under a root that is not shown, or not red, for itself',
    rows: [rowOf('a', 'red', under('z')), rowOf('b', 'orange', over('c')), rowOf('c', 'red', under('b'))],
    order: ['a root', 'c root', 'b orange'],
  },
  {
    name: 'by tier, then by name and number',
    rows: [
      rowOf('a10', 'red'),
      rowOf('a9', 'red'),
      rowOf('b', 'red', { tier: 2 }),
      rowOf('c', 'red', { tier: 1 }),
    ],
    order: ['c root', 'b root', 'a9 root', 'a10 root'],
  },
  {
    name: 'well ones by name alone, so that they keep their places',
    rows: [rowOf('b', 'green', { tier: 1 }), rowOf('a', 'green', { tier: 3 })],
    order: ['a green', 'b green'],
  },
  {
    name: 'grey ones by what they were',
    rows: [rowOf('a', 'unknown', was('green')), rowOf('b', 'unknown', was('red')), rowOf('c', 'unknown')],
    order: ['b unknown', 'a unknown', 'c unknown'],
  },
  {
    name: 'a wall of the past as it last stood',
    rows: [rowOf('a', 'unknown', was('green')), rowOf('b', 'unknown', was('red')), rowOf('c', 'unknown')],
    isOld: true,
    order: ['b root', 'c unknown', 'a green'],
  },
]

describe('the order of a wall', () => {
  for (const { name, rows, isOld, order } of orders) {
    it(`is ${name}`, () => {
      expect(wallOrder(rows, isOld === true).map((tile) => `${tile.name} ${tile.rank}`)).toEqual(order)
    })
  }

  it('does not depend on the order in which rows come, and holds each once', () => {
    const some = fc.uniqueArray(
      fc.record({
        name: fc.stringMatching(/^[a-d]\d?$/),
        light: fc.constantFrom<Light>('red', 'orange', 'unknown', 'green'),
        tier: fc.constantFrom(null, 1, 2),
      }),
      { selector: ({ name }) => name, maxLength: 12 },
    )
    fc.assert(
      fc.property(some, (given) => {
        const rows = given.map(({ name, light, tier }) => rowOf(name, light, { tier }))
        const order = wallOrder(rows, false)
        expect(wallOrder(rows.toReversed(), false)).toEqual(order)
        const ranks = order.map(({ rank }) => TILE_RANKS.indexOf(rank))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect(order).toHaveLength(rows.length)
      }),
      { numRuns: 50 },
    )
  })
})

const label = (name: string, value: string) => ({ name, value })

describe('what an address asks for', () => {
  const row = rowOf('a', 'green', { team: 'pay', tier: 1, labels: { region: 'eu', stage: 'prod' } })
  const nothing = { teams: [], tiers: [], labels: [] }
  const table = [
    { name: 'nothing', wanted: nothing, is: true },
    { name: 'its team or another', wanted: { ...nothing, teams: ['web', 'pay'] }, is: true },
    { name: 'another team', wanted: { ...nothing, teams: ['web'] }, is: false },
    { name: 'its team, another tier', wanted: { ...nothing, teams: ['pay'], tiers: [2] }, is: false },
    {
      name: 'one of two values of a label',
      wanted: { ...nothing, labels: [label('region', 'us'), label('region', 'eu')] },
      is: true,
    },
    {
      name: 'two labels',
      wanted: { ...nothing, labels: [label('region', 'eu'), label('stage', 'test')] },
      is: false,
    },
    { name: 'a label that it has not', wanted: { ...nothing, labels: [label('toString', 'x')] }, is: false },
  ]
  for (const { name, wanted, is } of table)
    it(`${is ? 'takes' : 'leaves out'} a service for ${name}`, () => expect(isWanted(row, wanted)).toBe(is))

  it('leaves out what has no team, tier or label where one is asked for', () => {
    const bare = rowOf('b', 'red')
    expect(isWanted(bare, { ...nothing, teams: ['pay'] })).toBe(false)
    expect(isWanted(bare, { ...nothing, tiers: [1] })).toBe(false)
    expect(isWanted(bare, { ...nothing, labels: [label('region', 'eu')] })).toBe(false)
  })
})
