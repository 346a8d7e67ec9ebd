import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { type NeedFacts, surroundingsOf } from './surroundingsOf.ts'

const NONE: ReadonlySet<string> = new Set()

const one = (name: string, dependsOn: readonly string[], own: Partial<NeedFacts> = {}): NeedFacts => ({
  name,
  light: 'green',
  dependsOn,
  needs: dependsOn,
  ...own,
})

const SHOP: readonly NeedFacts[] = [
  one('edge', ['gateway']),
  one('gateway', ['orders', 'search']),
  one('search', ['catalog']),
  one('orders', ['payments', 'catalog', 'mailer', 'gone']),
  one('payments', ['ledger'], { light: 'red', needs: ['ledger', 'catalog'] }),
  one('ledger', ['vault']),
  one('catalog', []),
  one('vault', []),
]

const around = (name: string) => surroundingsOf(SHOP, new Set(['mailer']), name)
const namesOf = (found: ReturnType<typeof surroundingsOf>) => found?.neighbours.map(({ name }) => name)

describe('what is around a service', () => {
  it('is two steps of what needs it and two of what it needs, not the other needs of its callers', () => {
    expect(namesOf(around('orders'))?.toSorted()).toEqual(
      ['orders', 'gateway', 'edge', 'payments', 'catalog', 'mailer', 'gone', 'ledger'].toSorted(),
    )
  })

  it('begins with the service itself, then comes what is nearest, and of that the worst', () => {
    expect(namesOf(around('orders'))?.slice(0, 4)).toEqual(['orders', 'payments', 'catalog', 'gateway'])
  })

  it('tells what the fleet does not watch', () => {
    const kinds = new Map(around('orders')?.neighbours.map(({ name, kind, light }) => [name, [kind, light]]))
    expect(kinds.get('mailer')).toEqual(['external', null])
    expect(kinds.get('gone')).toEqual(['missing', null])
    expect(kinds.get('payments')).toEqual(['service', 'red'])
  })

  it('tells who says so', () => {
    expect(around('orders')?.needs).toContainEqual({ from: 'payments', to: 'catalog', by: 'health-check' })
    expect(around('orders')?.needs).toContainEqual({ from: 'payments', to: 'ledger', by: 'fleet-file' })
  })

  it('is the service alone where nothing is known', () => {
    expect(surroundingsOf([one('orders', [])], NONE, 'orders')).toEqual({
      needs: [],
      neighbours: [{ name: 'orders', light: 'green', kind: 'service' }],
    })
  })

  it('is nothing of a service that is not there', () => {
    expect(around('nobody')).toBeNull()
    expect(around('__proto__')).toBeNull()
  })

  it('says how many are left out', () => {
    const many = Array.from({ length: 60 }, (_, i) => one(`s${i}`, [], { light: i === 59 ? 'red' : 'green' }))
    const centre = one(
      'centre',
      many.map(({ name }) => name),
    )
    const found = surroundingsOf([centre, ...many], NONE, 'centre')
    expect(found?.neighbours).toHaveLength(41)
    expect(found?.leftOut).toBe(20)
    expect(found?.neighbours[1]?.name).toBe('s59')
    expect(found?.needs).toHaveLength(40)
  })
})

const NAMES = Array.from({ length: 60 }, (_, i) => `s${i}`)
const fleets = fc
  .array(
    fc.record({
      light: fc.constantFrom(...WORST_FIRST),
      dependsOn: fc.array(fc.constantFrom(...NAMES, 'x'), { maxLength: 6 }),
      checked: fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: NAMES.length },
  )
  .map((all) =>
    all.map(({ light, dependsOn, checked }, i): NeedFacts => ({
      name: NAMES[i] ?? '',
      light,
      dependsOn,
      needs: [...dependsOn, ...checked],
    })),
  )

describe('of any fleet', () => {
  it('is bounded, names each once, and is all joined to the service', () => {
    fc.assert(
      fc.property(fleets, (services) => {
        const found = surroundingsOf(services, NONE, 's0')
        const names = namesOf(found) ?? []
        expect(names[0]).toBe('s0')
        expect(names.length).toBeLessThanOrEqual(41)
        expect(new Set(names).size).toBe(names.length)
        const joined = new Set(['s0'])
        for (const name of joined) {
          for (const { from, to } of found?.needs ?? []) {
            expect(names).toContain(from)
            expect(names).toContain(to)
            if (from === name) joined.add(to)
            if (to === name) joined.add(from)
          }
        }
        expect(joined.size).toBe(names.length)
      }),
    )
  })

  it('is the same whatever the order of the services', () => {
    fc.assert(
      fc.property(fleets, (services) => {
        const turned = surroundingsOf(services.toReversed(), NONE, 's0')
        expect(turned?.neighbours).toEqual(surroundingsOf(services, NONE, 's0')?.neighbours)
      }),
    )
  })
})
