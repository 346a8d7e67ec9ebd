import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { lightRank, WORST_FIRST } from '#src/domain/verdict/light.ts'
import { cascade, type Place } from './cascade.ts'
import type { Trouble } from './trouble.ts'

const NAMES = 'abcdefghij'.split('')
const START: EpochMs = 1_793_577_600_000
const at = (minute: number): EpochMs => START + minutes(minute)

const troubled = fc.record({
  light: fc.constantFrom(...WORST_FIRST, 'red', 'orange'),
  since: fc.integer({ min: 0, max: 25 }).map(at),
  // `x` and `y` are not in the fleet.
  dependsOn: fc.array(fc.constantFrom(...NAMES, 'x', 'y'), { maxLength: 4 }),
  independent: fc.boolean(),
  hurtsCallers: fc.boolean(),
  everAnswered: fc.boolean(),
})

const fleets = fc
  .array(troubled, { maxLength: NAMES.length })
  .map((all) => all.map((one, i): Trouble => ({ ...one, service: NAMES[i] ?? '' })))

/** Fleets in which much explains much: many circles. */
const entangled = fc
  .array(fc.tuple(fc.constantFrom('red', 'orange'), fc.subarray(NAMES), fc.integer({ min: 0, max: 12 })))
  .map((all) => all.slice(0, NAMES.length))
  .map((all) =>
    all.map(([light, dependsOn, minute], i): Trouble => ({
      service: NAMES[i] ?? '',
      light,
      since: at(minute),
      dependsOn,
      independent: false,
      hurtsCallers: minute !== 3,
      everAnswered: true,
    })),
  )

const someFleet = fc.oneof(fleets, entangled)
const EXTERNAL: ReadonlySet<string> = new Set(['y'])

const isBad = ({ light }: Trouble): boolean => light === 'red' || light === 'orange'

/** The rule once more, word for word and pair by pair. */
const isGrave = (s: Trouble, t: Trouble): boolean =>
  s !== t &&
  s.dependsOn.includes(t.service) &&
  isBad(s) &&
  !s.independent &&
  isBad(t) &&
  lightRank(t.light) <= lightRank(s.light) &&
  t.since - s.since <= minutes(10)

/** Whether `t` explains `s`, for any two services of a fleet. */
function explainsIn(services: readonly Trouble[]): (s: Trouble, t: Trouble) => boolean {
  const affected = new Set<Trouble>()
  const explains = (s: Trouble, t: Trouble): boolean => isGrave(s, t) && (t.hurtsCallers || affected.has(t))
  for (let before = -1; before < affected.size;) {
    before = affected.size
    for (const s of services) if (services.some((t) => explains(s, t))) affected.add(s)
  }
  return explains
}

const placesOf = (services: readonly Trouble[]): readonly (readonly [Trouble, Place])[] => {
  const places = cascade(services, EXTERNAL)
  return services.map((service) => {
    const place = places.get(service.service)
    if (place === undefined) throw new Error(`no place of ${service.service}`)
    return [service, place] as const
  })
}

describe('of any fleet', () => {
  it('every way ends at a root that stands for itself, and the root names whoever is under it, once', () => {
    fc.assert(
      fc.property(someFleet, (services) => {
        const places = new Map(placesOf(services).map(([{ service }, place]) => [service, place]))
        for (const [name, { root, via, affected }] of places) {
          expect(via.at(-1) ?? null).toBe(root)
          expect(new Set([name, ...via]).size).toBe(via.length + 1)
          expect(new Set(affected).size).toBe(affected.length)
          for (const one of affected) expect(places.get(one)?.root).toBe(name)
          if (root === null) continue
          expect(affected).toEqual([])
          const above = places.get(root)
          expect(above?.root).toBeNull()
          expect(above?.affected).toContain(name)
        }
      }),
    )
  })

  it('every step of a way is explained by the next, and each tells the rest of the way alike', () => {
    fc.assert(
      fc.property(someFleet, (services) => {
        const explains = explainsIn(services)
        const known = new Map(
          placesOf(services).map(([service, place]) => [service.service, { service, place }]),
        )
        for (const { service, place } of known.values()) {
          const [next] = place.via
          const to = next === undefined ? undefined : known.get(next)
          if (to === undefined) continue
          expect(explains(service, to.service)).toBe(true)
          expect(place.via.slice(1)).toEqual(to.place.via)
        }
      }),
    )
  })

  it('who stands for itself is explained by nobody but those who are under it: one in a circle, and one that is felt', () => {
    fc.assert(
      fc.property(someFleet, (services) => {
        const explains = explainsIn(services)
        const places = placesOf(services)
        for (const [service] of places.filter(([, { root }]) => root === null)) {
          const behind = places.filter(([other]) => explains(service, other))
          for (const [, { root }] of behind) expect(root).toBe(service.service)
        }
        for (const [service] of places.filter(([, { affected }]) => affected.length > 0)) {
          expect(service.hurtsCallers).toBe(true)
        }
      }),
    )
  })

  it('the order of services and of what they need changes nothing', () => {
    const shuffled = someFleet.chain((services) =>
      fc.tuple(
        fc.constant(services),
        fc.shuffledSubarray(services, { minLength: services.length, maxLength: services.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([services, others]) => {
        const turned = others.map((one) => ({ ...one, dependsOn: one.dependsOn.toReversed() }))
        expect(cascade(turned, EXTERNAL)).toEqual(cascade(services, EXTERNAL))
      }),
    )
  })

  it('missing, silent and red dependencies are those of the lists', () => {
    fc.assert(
      fc.property(fleets, (services) => {
        const fleet = new Map(services.map((one) => [one.service, one]))
        for (const [{ service, dependsOn }, place] of placesOf(services)) {
          const others = [...new Set(dependsOn)].filter((name) => name !== service).toSorted()
          expect(place.missing).toEqual(others.filter((name) => !fleet.has(name) && name !== 'y'))
          expect(place.silent).toEqual(others.filter((name) => fleet.get(name)?.everAnswered === false))
          expect(place.redDependencies.toSorted()).toEqual(
            others.filter((name) => fleet.get(name)?.light === 'red'),
          )
        }
      }),
    )
  })
})
