import { describe, expect, it } from 'vitest'
import { cascade } from './cascade.ts'
import { minuteOf, troubles } from './testing/troubles.ts'
import type { Trouble } from './trouble.ts'

const NONE: ReadonlySet<string> = new Set()

/** Services with a root and their way to it: `gateway: orders, payments`. */
const ways = (services: readonly Trouble[]): string[] =>
  [...cascade(services, NONE)]
    .filter(([, { root }]) => root !== null)
    .map(([name, { via }]) => `${name}: ${via.join(', ')}`)

const placeOf = (service: string, services: readonly Trouble[], external = NONE) =>
  cascade(services, external).get(service)

describe('who is shown under whom', () => {
  it.each<{ name: string; fleet: readonly string[]; expected: readonly string[] }>([
    { name: 'nothing of nothing', fleet: [], expected: [] },
    { name: 'nobody in a green fleet', fleet: ['web green > db', 'db green'], expected: [] },
    {
      name: 'a red service under a red one that it needs',
      fleet: ['web red > db', 'db red'],
      expected: ['web: db'],
    },
    {
      name: 'story 8, the call without a deadline: all under the one whose database is slow',
      fleet: [
        'checkout orange 40 > basket',
        'basket orange 30 > stock',
        'stock orange 20 > prices',
        'prices orange 10',
      ],
      expected: ['checkout: basket, stock, prices', 'basket: stock, prices', 'stock: prices'],
    },
    {
      name: 'story 12, the retry storm: those who ask again under the one that was out',
      fleet: ['a red 2 > b', 'b red 1 > c', 'c red'],
      expected: ['a: b, c', 'b: c'],
    },
    {
      name: 'story 15, the cascade: gateway and its client under the one at 100 % CPU',
      fleet: ['a red 3 > b d', 'b red own', 'c red 5 > a'],
      expected: ['a: b', 'c: a, b'],
    },
    {
      name: 'not a green or grey service, nor anybody under one',
      fleet: ['web green > auth', 'shop red > web', 'auth unknown > db', 'edge red > auth', 'db red'],
      expected: [],
    },
    {
      name: 'not a service with a reason of its own, though others are under it',
      fleet: ['web red > app', 'app red own > db', 'db red'],
      expected: ['web: app'],
    },
    {
      name: 'nobody under one whose trouble is not felt',
      fleet: ['web red > db', 'db red unfelt'],
      expected: [],
    },
    {
      name: 'but those under one that hands a trouble on',
      fleet: ['web red > app', 'app red unfelt > db', 'db red'],
      expected: ['web: app, db', 'app: db'],
    },
    {
      name: 'not a red service under an orange one',
      fleet: ['web red > db', 'db orange'],
      expected: [],
    },
    {
      name: 'an orange service under a red one',
      fleet: ['web orange > db', 'db red'],
      expected: ['web: db'],
    },
    {
      name: 'one that was noticed ten minutes earlier than its cause',
      fleet: ['web red 5 > db', 'db red 15'],
      expected: ['web: db'],
    },
    {
      name: 'not one that was in trouble for longer',
      fleet: ['web red 5 > db', 'db red 16'],
      expected: [],
    },
    {
      name: 'under the worst, of several',
      fleet: ['web orange > a b', 'a orange', 'b red 9'],
      expected: ['web: b'],
    },
    {
      name: 'under the earliest, of several that are as bad',
      fleet: ['web red 5 > a b', 'a red 2', 'b red 1'],
      expected: ['web: b'],
    },
    {
      name: 'under the first by name, of several that are the same',
      fleet: ['web red > b a', 'b red', 'a red'],
      expected: ['web: a'],
    },
    {
      name: 'not itself, which it says it needs',
      fleet: ['web red > web'],
      expected: [],
    },
    {
      name: 'in a circle of two all under the earliest',
      fleet: ['a red 1 > b', 'b red > a'],
      expected: ['a: b'],
    },
    {
      name: 'in a circle of three each by its own way',
      fleet: ['a red > b', 'b red > c', 'c red > a'],
      expected: ['b: c, a', 'c: a'],
    },
    {
      name: 'in a circle none under one that is not felt, be it the earliest',
      fleet: ['a red unfelt > b', 'b red 1 > a'],
      expected: ['a: b'],
    },
    {
      name: 'a circle and what needs it under what explains one of it',
      fleet: ['web red > a', 'a red > b', 'b red > c', 'c red > a db', 'db red 1'],
      expected: ['web: a, b, c, db', 'a: b, c, db', 'b: c, db', 'c: db'],
    },
    {
      name: 'no circle where one of it is green',
      fleet: ['a red > b', 'b green > c', 'c red > a'],
      expected: ['c: a'],
    },
  ])('$name', ({ fleet, expected }) => {
    expect(ways(troubles(fleet))).toEqual(expected)
    expect(ways(troubles(fleet.toReversed())).toSorted()).toEqual(expected.toSorted())
  })

  it('allows for a begin that is known only roughly', () => {
    const [web, db] = troubles(['web red > db', 'db red 120'])
    if (web === undefined || db === undefined) throw new Error('two services')
    const roughly = { ...db, sinceBetween: [minuteOf(10), minuteOf(180)] } as const
    expect(ways([web, db])).toEqual([])
    expect(ways([web, roughly])).toEqual(['web: db'])
    expect(ways([{ ...web, sinceBetween: [-Infinity, minuteOf(109)] }, db])).toEqual([])
    expect(ways([{ ...web, sinceBetween: [-Infinity, minuteOf(110)] }, db])).toEqual(['web: db'])
  })

  it('follows a chain of a thousand services', () => {
    const chain = Array.from({ length: 1000 }, (_, i) => `s${i} red > s${i + 1}`)
    const places = cascade(troubles([...chain, 's1000 red']), NONE)
    expect(places.get('s0')?.via).toHaveLength(1000)
    expect(places.get('s1000')?.affected).toHaveLength(1000)
  })
})

describe('the place of a service', () => {
  it('names the services under a root: the nearest first, then the earliest, then by name', () => {
    const fleet = ['far red > near', 'near red 3 > db', 'b red 4 > db', 'a red 4 > db', 'db red']
    expect(placeOf('db', troubles(fleet))?.affected).toEqual(['near', 'a', 'b', 'far'])
    expect(placeOf('near', troubles(fleet))?.affected).toEqual([])
  })

  it('names what is red of all it needs, the earliest first, whatever its own light and their reasons', () => {
    const needed = ['late red 7', 'early red 2 unfelt own', 'b red 5', 'a red 5', 'so orange', 'grey unknown']
    for (const light of ['green', 'orange', 'red', 'unknown']) {
      const services = troubles([`web ${light} > so late grey b a early web`, ...needed])
      expect(placeOf('web', services)?.redDependencies).toEqual(['early', 'a', 'b', 'late'])
    }
  })

  it('names what it needs and nobody knows, story 15: A routes to D, which is in no configuration', () => {
    const services = troubles(['a green > stripe d b d a c', 'b green', 'c green'])
    expect(placeOf('a', services, new Set(['stripe']))?.missing).toEqual(['d'])
    expect(placeOf('a', services)?.missing).toEqual(['d', 'stripe'])
    expect(placeOf('b', services)?.missing).toEqual([])
  })

  it('names what it needs and never answered, but not itself', () => {
    const services = troubles(['a unknown mute > d c b a', 'b green', 'c unknown mute', 'd red mute'])
    expect(placeOf('a', services)?.silent).toEqual(['c', 'd'])
    expect(placeOf('c', services)?.silent).toEqual([])
  })

  it('looks up a declared external name in the fleet first', () => {
    const services = troubles(['web red > db', 'db red mute'])
    expect(placeOf('web', services, new Set(['db']))).toMatchObject({
      root: 'db',
      silent: ['db'],
      missing: [],
    })
  })
})
