import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { type Light, WORST_FIRST } from '#src/domain/verdict/light.ts'
import { NOW, samplePods, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { byUrgency, digestSections, matches, parseShow, type View } from './viewModel.ts'

const ALL: View = { show: new Set(), find: '', said: () => '' }

const shown = (rows: readonly ServiceRow[], view: View = ALL): readonly string[] =>
  digestSections(rows, view).map(({ id, full, compact }) => `${id}: ${[...full, ...compact].join(' ')}`)

describe('byUrgency', () => {
  const rows: readonly { name: string; rows: readonly ServiceRow[]; expected: readonly string[] }[] = [
    {
      name: 'red, orange, grey, green',
      rows: [
        sampleRow('a', 'green'),
        sampleRow('b', 'unknown'),
        sampleRow('c', 'orange'),
        sampleRow('d', 'red'),
      ],
      expected: ['d', 'c', 'b', 'a'],
    },
    {
      name: 'then the tier, none last',
      rows: [
        sampleRow('a', 'red'),
        sampleRow('b', 'red', { tier: 3 }),
        sampleRow('c', 'red', { tier: 1 }),
        sampleRow('d', 'red'),
      ],
      expected: ['c', 'b', 'a', 'd'],
    },
    {
      name: 'then how many pods are affected',
      rows: [
        sampleRow('a', 'red', { pods: samplePods('a', ['red', 'green', 'green']) }),
        sampleRow('b', 'red', { pods: samplePods('b', ['red', 'red', 'green']) }),
      ],
      expected: ['b', 'a'],
    },
    {
      name: 'then the one that is red for longest',
      rows: [sampleRow('a', 'red', { since: NOW }), sampleRow('b', 'red', { since: NOW - 1 })],
      expected: ['b', 'a'],
    },
    {
      name: 'then the name, numbers as numbers',
      rows: [sampleRow('pod-10', 'red'), sampleRow('pod-9', 'red')],
      expected: ['pod-9', 'pod-10'],
    },
    {
      name: 'well services by name alone',
      rows: [sampleRow('b', 'green', { tier: 1, since: 0 }), sampleRow('a', 'green', { tier: 3 })],
      expected: ['a', 'b'],
    },
    {
      name: 'grey ones by what they last were',
      rows: [
        sampleRow('was-well', 'unknown', { lastKnown: { light: 'green', at: NOW } }),
        sampleRow('never-known', 'unknown'),
        sampleRow('was-red', 'unknown', { lastKnown: { light: 'red', at: NOW } }),
      ],
      expected: ['was-red', 'never-known', 'was-well'],
    },
  ]
  for (const { name, rows: unsorted, expected } of rows) {
    it(name, () => {
      expect(unsorted.toSorted(byUrgency).map((row) => row.name)).toEqual(expected)
      expect(
        unsorted
          .toReversed()
          .toSorted(byUrgency)
          .map((row) => row.name),
      ).toEqual(expected)
    })
  }
})

describe('digestSections', () => {
  it('has four sections, worst first, and none that is empty', () => {
    const rows = [sampleRow('a'), sampleRow('b', 'unknown'), sampleRow('c', 'orange'), sampleRow('d', 'red')]
    expect(shown(rows)).toEqual(['act: d', 'watch: c', 'unseen: b', 'well: a'])
    expect(shown([sampleRow('a')])).toEqual(['well: a'])
    expect(shown([])).toEqual([])
  })

  it('gives no room of its own to what has nothing to say', () => {
    const [section] = digestSections(
      [
        sampleRow('sign-in', 'unknown'),
        sampleRow('was-well', 'unknown', { lastKnown: { light: 'green', at: NOW } }),
        sampleRow('pending', 'unknown', { observedAt: null }),
        sampleRow('confirming', 'unknown', {
          lastKnown: { light: 'green', at: NOW },
          reasons: [{ kind: 'confirming', light: 'unknown', since: NOW, ofPods: 1, pods: [] }],
        }),
      ],
      ALL,
    )
    expect(section).toMatchObject({ full: ['sign-in', 'confirming'], compact: ['pending', 'was-well'] })
  })

  it('shows only the lights that were chosen', () => {
    const rows = [sampleRow('a'), sampleRow('c', 'orange'), sampleRow('d', 'red')]
    expect(shown(rows, { ...ALL, show: new Set(['red', 'green']) })).toEqual(['act: d', 'well: a'])
  })

  it('counts what a crowd has in common', () => {
    const health = { kind: 'restarts', light: 'red', since: NOW, ofPods: 1, pods: [] } as const
    const rows = [
      ...['a', 'b', 'c'].map((name) => sampleRow(name, 'red', { reasons: [silentPod(name), health] })),
      sampleRow('d', 'red', { reasons: [health] }),
    ]
    expect(digestSections(rows, ALL)[0]?.kinds).toEqual([
      ['failing', 3],
      ['restarts', 1],
    ])
  })

  it('shows every service exactly once, and none green that is not', () => {
    const light = fc.constantFrom(...WORST_FIRST)
    const row = fc.record({ light, tier: fc.option(fc.nat(3)), since: fc.nat(), observed: fc.boolean() })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (specs) => {
        const rows = specs.map(({ light, tier, since, observed }, i) =>
          sampleRow(`s${i}`, light, { tier, since, observedAt: observed ? NOW : null }),
        )
        const sections = digestSections(rows, ALL)
        const names = sections.flatMap(({ full, compact }) => [...full, ...compact])
        expect(names.toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
        const well = sections.find(({ id }) => id === 'well')
        expect(well?.compact.length ?? 0).toBe(specs.filter((spec) => spec.light === 'green').length)
      }),
    )
  })
})

describe('matches', () => {
  const row = sampleRow('payments', 'red', { team: 'Money', pods: samplePods('payments-7c9f4', ['red']) })
  const rows = [
    { find: '', expected: true },
    { find: 'PAY', expected: true },
    { find: 'money', expected: true },
    { find: '7c9f4', expected: true },
    { find: 'pay mon', expected: true },
    { find: 'pay shop', expected: false },
    { find: 'orders', expected: false },
    { find: '1.0.0', expected: true },
    { find: 'http 500', expected: true },
    { find: 'pay  cannot ', expected: true },
    { find: '   ', expected: true },
  ]
  for (const { find, expected } of rows) {
    it(`“${find}”`, () =>
      expect(matches(row, { find, said: () => 'metrics cannot be read: HTTP 500' })).toBe(expected))
  }
})

describe('parseShow', () => {
  const rows = [
    { text: '', expected: [] },
    { text: 'green,red', expected: ['red', 'green'] },
    { text: 'red,purple', expected: ['red'] },
  ]
  for (const { text, expected } of rows) {
    it(`“${text}”`, () => expect([...parseShow(text)]).toEqual(expected))
  }
})

const told = (rows: readonly ServiceRow[], view: View = ALL): readonly string[] =>
  digestSections(rows, view).flatMap(({ id, full, under: below }) =>
    full.map((name) => `${id} ${name}: ${(below.get(name) ?? []).join(' ')}`.trimEnd()),
  )

const root = (name: string, ...affected: string[]): ServiceRow =>
  sampleRow(name, 'red', { cascade: { root: null, via: [], affected } })
const under = (name: string, root: string, light: Light = 'red'): ServiceRow =>
  sampleRow(name, light, { cascade: { root, via: [root], affected: [] } })

describe('rows that another drags down', () => {
  it('stand for themselves while a ticket of their own waits for somebody', () => {
    const ticket = {
      kind: 'ticket',
      light: 'red',
      since: NOW,
      ofPods: 1,
      pods: [],
      about: { tickets: [] },
    } as const
    const late = { ...under('b', 'stock'), reasons: [ticket] }
    const rows = [late, under('a', 'stock'), root('stock', 'a', 'b')]
    expect(told(rows)).toEqual(['act stock: a', 'act b:'])
  })

  it('stand under it, whatever their own light is, in its order', () => {
    const rows = [under('a', 'stock'), under('b', 'stock', 'orange'), root('stock', 'b', 'a')]
    expect(told(rows)).toEqual(['act stock: b a'])
  })

  it('and it comes before others of its light, whatever their tier', () => {
    const rows = [sampleRow('alone', 'red', { tier: 1 }), under('a', 'stock'), root('stock', 'a')]
    expect(told(rows)).toEqual(['act stock: a', 'act alone:'])
  })

  it('stand for themselves where it is not in view, as when only orange is shown', () => {
    const rows = [under('b', 'stock', 'orange'), root('stock', 'b')]
    expect(told(rows, { ...ALL, show: new Set<Light>(['orange']) })).toEqual(['watch b:'])
  })

  it('stand for themselves where it has become better than they are, or is gone', () => {
    const better = sampleRow('stock', 'orange', { cascade: { root: null, via: [], affected: ['a'] } })
    expect(told([under('a', 'stock'), better])).toEqual(['act a:', 'watch stock:'])
    expect(told([under('a', 'stock')])).toEqual(['act a:'])
  })

  it('are each shown once, whatever the rows say of one another', () => {
    const names = ['a', 'b', 'c', 'd']
    const row = fc.record({
      light: fc.constantFrom<Light>('red', 'orange', 'green', 'unknown'),
      root: fc.option(fc.constantFrom(...names)),
      affected: fc.subarray(names),
    })
    fc.assert(
      fc.property(fc.tuple(row, row, row, row), (specs) => {
        const rows = specs.map(({ light, root: under, affected }, i) =>
          sampleRow(names[i] ?? '', light, { cascade: { root: under, via: [], affected } }),
        )
        const shownNames = digestSections(rows, ALL).flatMap(({ full, compact, under: below }) =>
          [full, compact, ...below.values()].flat(),
        )
        expect(shownNames.toSorted()).toEqual(names)
      }),
    )
  })
})
