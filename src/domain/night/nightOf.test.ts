import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NIGHT, ZONE } from '#src/domain/journal/testing/journalRig.ts'
import { verdictJournal } from '#src/domain/journal/verdictJournal.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { lengthOf, outside, spanAt } from '#src/domain/series/seenSpans.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import type { Night } from './night.ts'
import { at, journalOf, minutesOf, nightTold, rowOf, serviceTold, sourcesOf } from './testing/nightRig.ts'

const moment = (minute: number, light: Light): VerdictMoment => ({
  at: at(minute),
  light,
  reasons: [],
  pods: [],
})

const told = (night: Night): Record<string, string> =>
  Object.fromEntries(night.services.map((service) => [service.name, serviceTold(service)]))

/** Since which minute it had stood so when the night began. */
function stoodSince(letters: string): number {
  const [its] = nightTold(sourcesOf(journalOf({ orders: letters }), ['orders'])).services
  return ((its?.before?.since ?? 0) - at(0)) / minutes(1)
}

describe('the services of a night', () => {
  // A letter every ten minutes: three before the night, six in it.
  const rows: readonly {
    name: string
    seen: Readonly<Record<string, string>>
    fleet: readonly string[]
    night: Readonly<Record<string, string>>
  }[] = [
    {
      name: 'well all night',
      seen: { orders: 'ggggggggg' },
      fleet: ['orders'],
      night: { orders: 'known; before green; green 0–60; 0 spells; unseen ' },
    },
    {
      name: 'red for ten minutes',
      seen: { orders: 'ggggrgggg' },
      fleet: ['orders'],
      night: { orders: 'known; before green; green 0–10, red 10–20, green 20–60; 1 spells; unseen ' },
    },
    {
      name: 'red already, and not seen for ten minutes',
      seen: { orders: 'grrrrurrg' },
      fleet: ['orders'],
      night: {
        orders: 'known; before red; red 0–20, unknown 20–30, red 30–50, green 50–60; 1 spells; unseen 20–30',
      },
    },
    {
      name: 'by name, also one that was never seen',
      seen: { orders: 'ggggggggg', billing: 'ggggggggg' },
      fleet: ['orders', 'audit', 'billing'],
      night: {
        audit: 'new; before ?; ; 0 spells; unseen 0–60',
        billing: 'known; before green; green 0–60; 0 spells; unseen ',
        orders: 'known; before green; green 0–60; 0 spells; unseen ',
      },
    },
    {
      name: 'one that came, and one that was renamed',
      seen: { orders: 'ggggggggg', old: 'ggggr----', fresh: '-----gggg' },
      fleet: ['orders', 'fresh'],
      night: {
        fresh: 'new; before ?; green 20–60; 0 spells; unseen ',
        old: 'gone; before green; green 0–10, red 10–20; 1 spells; unseen ',
        orders: 'known; before green; green 0–60; 0 spells; unseen ',
      },
    },
    {
      name: 'not one that was gone before',
      seen: { orders: 'ggggggggg', old: 'gg-------' },
      fleet: ['orders'],
      night: { orders: 'known; before green; green 0–60; 0 spells; unseen ' },
    },
    {
      name: 'one that was taken out while nobody watched, as it was seen last',
      seen: { orders: 'g....gggg', old: 'r....----' },
      fleet: ['orders'],
      night: {
        old: 'gone; before red; ; 0 spells; unseen ',
        orders: 'known; before ?; green 20–60; 0 spells; unseen ',
      },
    },
    {
      name: '… not where somebody watched before the night, and it was gone already',
      seen: { orders: 'g.ggggggg', old: 'r.-------' },
      fleet: ['orders'],
      night: { orders: 'known; before green; green 0–60; 0 spells; unseen ' },
    },
    {
      name: 'how it stood is known from up to ten minutes before',
      seen: { orders: 'gor..gggg' },
      fleet: ['orders'],
      night: { orders: 'known; before red; green 20–60; 0 spells; unseen ' },
    },
    {
      name: '… and of grey the light before it',
      seen: { orders: 'ggruugggg' },
      fleet: ['orders'],
      night: {
        orders: 'known; before red; unknown 0–20, green 20–60; 0 spells; unseen 0–20',
      },
    },
    {
      name: '… not from longer ago',
      seen: { orders: 'r....gggg' },
      fleet: ['orders'],
      night: { orders: 'known; before ?; green 20–60; 0 spells; unseen ' },
    },
  ]
  for (const { name, seen, fleet, night } of rows) {
    it(name, () => expect(told(nightTold(sourcesOf(journalOf(seen), fleet)))).toEqual(night))
  }

  it('knows a service that only the book of lights remembers', () => {
    const lights = lightBook()
    lights.note('audit', 'green', NIGHT - hours(9))
    const journal = journalOf({ orders: 'ggggggggg' })
    const night = nightTold(sourcesOf(journal, ['orders', 'audit'], { lights }))
    expect(night.services[0]).toMatchObject({ name: 'audit', standing: 'known' })
  })

  it('takes none for new where nobody watched before', () => {
    const night = nightTold(sourcesOf(journalOf({ orders: '....ggggg' }), ['orders']))
    expect(told(night)).toEqual({ orders: 'known; before ?; green 10–60; 0 spells; unseen ' })
    expect(minutesOf(night.gaps)).toEqual(['0–10'])
  })

  it('misses a new one from when the fleet named it, not from when it was first seen', () => {
    const marks = markBook()
    marks.noteNamed([{ name: 'fresh', pods: [{ name: 'fresh-1' }] }], at(10))
    const journal = journalOf({ orders: 'ggggggggg', fresh: '----uuggg' })
    const night = nightTold(sourcesOf(journal, ['orders', 'fresh'], { marks }))
    expect([night.services[0]?.standing, minutesOf(night.services[0]?.unseen ?? [])]).toEqual([
      'new',
      ['10–30'],
    ])
  })

  it('knows how long it had stood so when the night began, whatever was not seen', () => {
    expect(['rrrrggggg', 'gorrggggg', 'rurrrgggg', 'r.rrrgggg', 'rgrrggggg'].map(stoodSince)).toEqual([
      -30, -10, -30, -30, -10,
    ])
  })

  it('knows when a spell began that began as the night did', () => {
    const sources = sourcesOf(journalOf({ orders: 'gggrggggg', billing: 'ggrrggggg' }), ['orders', 'billing'])
    expect(nightTold(sources).services.map(({ spells }) => spells[0]?.isOlder)).toEqual([true, false])
  })
})

describe('when a night was watched', () => {
  it('tells the gaps in between, before and after', () => {
    const night = nightTold(sourcesOf(journalOf({ orders: '...ggg..gg' }), ['orders']), 90)
    expect(minutesOf(night.watched)).toEqual(['0–30', '50–70'])
    expect(minutesOf(night.gaps)).toEqual(['30–50', '70–90'])
    expect(night.services[0]?.unseen).toEqual([])
  })

  it('is all gap where nobody did', () => {
    const night = nightTold(sourcesOf(verdictJournal(), ['orders']))
    expect([minutesOf(night.watched), minutesOf(night.gaps)]).toEqual([[], ['0–60']])
    expect(told(night)).toEqual({ orders: 'known; before ?; ; 0 spells; unseen ' })
  })

  it('counts what is known from elsewhere, and says so', () => {
    const journal = journalOf({ orders: 'ggggg..gg' })
    journal.fill('orders', [moment(15, 'red'), moment(30, 'green')], [{ from: at(15), to: at(38) }])
    const night = nightTold(sourcesOf(journal, ['orders', 'billing'], { filling: true, fillFault: 'why' }))
    expect(minutesOf(night.watched)).toEqual(['0–38', '40–60'])
    expect(minutesOf(night.gaps)).toEqual(['38–40'])
    expect(minutesOf(night.filled)).toEqual(['20–38'])
    expect(night).toMatchObject({ filling: true, fillFault: 'why' })
    expect(told(night)).toEqual({
      // What this browser watched itself goes first: it was well until 20.
      orders: 'known; before green; green 0–20, red 20–30, green 30–38, green 40–60; 1 spells; unseen ',
      billing: 'new; before ?; ; 0 spells; unseen 0–60',
    })
  })

  it('never says more than was seen', () => {
    const letters = fc.string({ unit: fc.constantFrom('g', 'o', 'r', 'u', '.'), minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(letters, letters, (orders, billing) => {
        const journal = journalOf({ orders, billing })
        const night = nightTold(sourcesOf(journal, ['orders', 'billing']), 90)
        const whole = { from: night.from, to: night.to }
        expect(lengthOf(night.watched) + lengthOf(night.gaps)).toBe(lengthOf([whole]))
        for (const { name, standing, stretches, spells, unseen } of night.services) {
          const seen = stretches.filter(({ light }) => light !== 'unknown')
          for (const span of standing === 'new' ? [] : outside(seen, whole)) {
            const middle = (span.from + span.to) / 2
            expect(spanAt(night.gaps, middle) ?? spanAt(unseen, middle)).not.toBeNull()
          }
          const bad = stretches.filter(({ light }) => light === 'red' || light === 'orange')
          expect(spells.reduce((sum, { seenFor }) => sum + seenFor, 0)).toBe(lengthOf(bad))
          for (const { from, to, light } of seen.filter((one) => one.from < one.to))
            expect(journal.at(name, (from + to) / 2)?.light).toBe(light)
        }
      }),
      { numRuns: 50 },
    )
  })
})

it('a night that was long before, or is none, tells nothing', () => {
  const journal = journalOf({ orders: 'ggg' })
  journal.note(rowOf('orders', 'red'), at(1000), ZONE)
  const night = nightTold(sourcesOf(journal, ['orders']), -40)
  expect(night).toMatchObject({ from: at(-40), to: at(-40), gaps: [], watched: [] })
})
