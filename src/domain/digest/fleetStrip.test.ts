import { describe, expect, it } from 'vitest'
import { fleetOf, serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Blindness, ServiceRow } from './digestRow.ts'
import { fleetStrip } from './fleetStrip.ts'

const { links } = serviceOf()

const rowOf = (name: string, light: Light, observedAt: number | null): ServiceRow => ({
  name,
  team: null,
  tier: null,
  light,
  since: 0,
  lastKnown: null,
  reasons: [],
  pods: [],
  version: null,
  observedAt,
  spark: null,
  links,
})

const FLEET = fleetOf(
  { orders: 2, billing: 3, web: 1 },
  {
    title: 'Night shift',
    morning: { timeZone: 'Asia/Tokyo' },
  },
)
const BLIND: Blindness = { since: 5, cause: 'offline', failed: 0, of: 0 }

type Cells = readonly (readonly [light: Light, observedAt: number | null])[]

describe('the strip of a fleet of three services', () => {
  const rows: readonly {
    name: string
    rows: Cells
    blind?: Blindness
    seen?: number
    light: Light
    counts: readonly [green: number, orange: number, red: number, unknown: number]
    observedAt: number | null
  }[] = [
    {
      name: 'all green',
      rows: [
        ['green', 30],
        ['green', 10],
        ['green', 20],
      ],
      light: 'green',
      counts: [3, 0, 0, 0],
      observedAt: 10,
    },
    {
      name: 'one of each',
      rows: [
        ['red', 30],
        ['orange', 10],
        ['green', 20],
      ],
      light: 'red',
      counts: [1, 1, 1, 0],
      observedAt: 10,
    },
    {
      name: 'one orange',
      rows: [
        ['green', 30],
        ['orange', 40],
        ['green', 20],
      ],
      light: 'orange',
      counts: [2, 1, 0, 0],
      observedAt: 20,
    },
    {
      name: 'one that cannot be seen',
      rows: [
        ['green', 30],
        ['unknown', 10],
        ['green', 20],
      ],
      light: 'unknown',
      counts: [2, 0, 0, 1],
      observedAt: 10,
    },
    {
      name: 'one with a pod that was never seen',
      rows: [
        ['green', 30],
        ['unknown', null],
        ['green', 20],
      ],
      light: 'unknown',
      counts: [2, 0, 0, 1],
      observedAt: null,
    },
    {
      name: 'a row is missing: it counts as unseen',
      rows: [
        ['green', 30],
        ['green', 10],
      ],
      light: 'unknown',
      counts: [2, 0, 0, 1],
      observedAt: null,
    },
    { name: 'no row yet', rows: [], light: 'unknown', counts: [0, 0, 0, 3], observedAt: null },
    {
      name: 'blind is unknown, whatever the rows say',
      rows: [
        ['green', 30],
        ['red', 10],
        ['green', 20],
      ],
      blind: BLIND,
      light: 'unknown',
      counts: [2, 0, 1, 0],
      observedAt: 10,
    },
    {
      name: 'the first look: grey, however well what was seen is',
      rows: [
        ['green', 30],
        ['green', 10],
        ['unknown', null],
      ],
      seen: 2,
      light: 'unknown',
      counts: [2, 0, 0, 1],
      observedAt: 10,
    },
    {
      name: 'the first look, one to watch: it may get worse',
      rows: [
        ['orange', 30],
        ['unknown', null],
        ['unknown', null],
      ],
      seen: 1,
      light: 'unknown',
      counts: [0, 1, 0, 2],
      observedAt: 30,
    },
    {
      name: 'the first look, one red: it stays so',
      rows: [
        ['red', 30],
        ['unknown', null],
        ['unknown', null],
      ],
      seen: 1,
      light: 'red',
      counts: [0, 0, 1, 2],
      observedAt: 30,
    },
    {
      name: 'the first look, nothing yet',
      rows: [],
      seen: 0,
      light: 'unknown',
      counts: [0, 0, 0, 3],
      observedAt: null,
    },
    {
      name: 'blind at the first look is blind',
      rows: [
        ['green', 30],
        ['green', 10],
        ['unknown', 20],
      ],
      blind: BLIND,
      seen: 2,
      light: 'unknown',
      counts: [2, 0, 0, 1],
      observedAt: 10,
    },
  ]
  for (const { name, rows: cells, blind = null, seen = 3, light, counts, observedAt } of rows) {
    it(`${name}: ${light}`, () => {
      const names = ['orders', 'billing', 'web']
      const shown = cells.map(([light, at], i) => rowOf(names[i] ?? '', light, at))
      const [green, orange, red, unknown] = counts
      expect(fleetStrip(FLEET, shown, { blind, pastPending: false }, seen)).toEqual({
        title: 'Night shift',
        timeZone: 'Asia/Tokyo',
        light,
        counts: { green, orange, red, unknown },
        podCount: 6,
        blind,
        looking: blind === null && seen < 3 ? { seen, of: 3 } : null,
        judgingPast: false,
        observedAt,
      })
    })
  }

  it.each([
    { worst: 'green', light: 'unknown' },
    { worst: 'orange', light: 'unknown' },
    { worst: 'red', light: 'red' },
  ] as const)(
    'with $worst as its worst light while the past is not judged yet: $light',
    ({ worst, light }) => {
      const rows = ['orders', 'billing', 'web'].map((name, i) => rowOf(name, i === 0 ? worst : 'green', 10))
      const strip = fleetStrip(FLEET, rows, { blind: null, pastPending: true }, 3)
      expect(strip).toMatchObject({ light, looking: null, judgingPast: true })
    },
  )

  it('looks first, and judges the past then; blind, it does neither', () => {
    expect(fleetStrip(FLEET, [], { blind: null, pastPending: true }, 0).judgingPast).toBe(false)
    expect(fleetStrip(FLEET, [], { blind: BLIND, pastPending: true }, 3).judgingPast).toBe(false)
  })
})
