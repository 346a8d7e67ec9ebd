import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutNeeds, type NeedsLayout } from './layoutNeeds.ts'
import type { Need, Neighbour } from './surroundings.ts'

const node = (name: string): Neighbour => ({ name, light: 'green', kind: 'service' })
const need = (way: string): Need => {
  const [from = '', to = ''] = way.split('>')
  return { from, to, by: 'fleet-file' }
}

/** Lays out what ways such as `a>b` name around `centre`. */
function layout(centre: string, ways: readonly string[]): NeedsLayout {
  const needs = ways.map(need)
  const names = new Set([centre, ...needs.flatMap(({ from, to }) => [from, to])])
  return layoutNeeds(centre, [...names].map(node), needs)
}

const columnsOf = ({ nodes, columns }: NeedsLayout): string[] =>
  Array.from({ length: columns }, (_, i) =>
    nodes
      .filter(({ column }) => column === i)
      .toSorted((a, b) => a.row - b.row)
      .map(({ name }) => name)
      .join(' '),
  )

describe('columns', () => {
  it.each([
    { name: 'the service alone', ways: [], expected: ['me'] },
    { name: 'a chain', ways: ['a>b', 'b>me', 'me>c', 'c>d'], expected: ['a', 'b', 'me', 'c', 'd'] },
    {
      name: 'a caller without callers beside the service',
      ways: ['a>b', 'b>me', 'c>me'],
      expected: ['a', 'b c', 'me'],
    },
    {
      name: 'a need that another need needs, too, right of both',
      ways: ['me>a', 'me>b', 'a>b'],
      expected: ['me', 'a', 'b'],
    },
    { name: 'a circle', ways: ['me>a', 'a>me'], expected: ['me', 'a'] },
    { name: 'a circle among callers', ways: ['a>b', 'b>a', 'a>me'], expected: ['b', 'a', 'me'] },
  ])('$name', ({ ways, expected }) => {
    expect(columnsOf(layout('me', ways))).toEqual(expected)
  })

  it('are none without the service', () => {
    expect(layoutNeeds('me', [node('a')], [])).toEqual({ columns: 0, rows: 0, nodes: [], lines: [] })
  })

  it('say which need closes a circle', () => {
    const { lines } = layout('me', ['me>a', 'a>me'])
    expect(lines.map(({ from, isBackward }) => [from, isBackward])).toEqual([
      ['me', false],
      ['a', true],
    ])
  })

  it('are put into an order that spares a crossing', () => {
    const { lines } = layout('me', ['me>a', 'me>b', 'me>c', 'c>x', 'b>y', 'a>z'])
    const steps = lines.filter(({ from }) => from !== 'me').map(({ places: [a, b] }) => [a?.row, b?.row])
    expect(steps.every(([from, to]) => from === to)).toBe(true)
  })
})

const NAMES = 'me a b c d e f g h i j k'.split(' ')
const someNeeds = fc.array(
  fc.record({
    from: fc.constantFrom(...NAMES),
    to: fc.constantFrom(...NAMES, 'unknown'),
    by: fc.constant('fleet-file' as const),
  }),
  { maxLength: 40 },
)

describe('of any needs', () => {
  it('no two stand in one place, and all stand on the grid', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const { nodes, rows, columns } = layoutNeeds('me', NAMES.map(node), needs)
        expect(nodes.map(({ name }) => name).toSorted()).toEqual(NAMES.toSorted())
        expect(new Set(nodes.map(({ column, row }) => `${column} ${row}`)).size).toBe(NAMES.length)
        for (const { column, row } of nodes) {
          expect(column >= 0 && column < columns && row >= 0 && row <= rows - 1).toBe(true)
        }
      }),
    )
  })

  it('every need goes step by step from column to column, and past no other name', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const { nodes, lines } = layoutNeeds('me', NAMES.map(node), needs)
        const taken = new Set(nodes.map(({ column, row }) => `${column} ${row}`))
        for (const { places, isBackward } of lines) {
          if (isBackward) continue
          const [first] = places
          expect(places.map(({ column }) => column - (first?.column ?? 0))).toEqual(places.map((_, i) => i))
          for (const { column, row } of places.slice(1, -1)) expect(taken.has(`${column} ${row}`)).toBe(false)
        }
      }),
    )
  })

  it('without circles nothing goes backwards', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const downwards = needs.filter(({ from, to }) => NAMES.indexOf(from) < NAMES.indexOf(to))
        const { lines } = layoutNeeds('me', NAMES.map(node), downwards)
        expect(lines.some(({ isBackward }) => isBackward)).toBe(false)
      }),
    )
  })
})
