import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { NIGHT, play, row, told, ZONE } from './testing/journalRig.ts'
import { type VerdictJournal, verdictJournal } from './verdictJournal.ts'

const written = (all: readonly { service: string; light: Light; minute: number }[]): VerdictJournal => {
  const journal = verdictJournal()
  for (const { service, light, minute } of all) {
    journal.note(row(light, { name: service }), NIGHT + minutes(minute), ZONE)
  }
  return journal
}

const saved = (journal: VerdictJournal): unknown => [
  journal.saveSeen(),
  journal.save('orders'),
  journal.save('billing'),
]

const reloaded = (journal: VerdictJournal, times = 1): VerdictJournal => {
  const after = verdictJournal()
  for (let i = 0; i < times; i++) {
    after.loadSeen(JSON.parse(JSON.stringify(journal.saveSeen())))
    for (const service of ['orders', 'billing'] as const) {
      const page = journal.save(service)
      if (page !== null) expect(after.load(service, JSON.parse(JSON.stringify(page)))).toBe(true)
    }
  }
  return after
}

describe('a journal that was saved', () => {
  const words = fc.array(
    fc.record({
      service: fc.constantFrom('orders', 'billing'),
      light: fc.constantFrom<Light>('red', 'orange', 'green', 'unknown'),
      minute: fc.double({ min: -1e4, max: 1e5, noNaN: true }),
    }),
    { maxLength: 60 },
  )

  it('is the same when it is loaded, once or twice', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 2 }), (all, times) => {
        const journal = written(all.toSorted((a, b) => a.minute - b.minute))
        expect(saved(reloaded(journal, times))).toEqual(saved(journal))
      }),
    )
  })

  it('tells the same lights when it is loaded, whatever the clock did', () => {
    fc.assert(
      fc.property(words, (all) => {
        const journal = written(all)
        const after = reloaded(journal)
        for (const { service, minute } of all) {
          const t = NIGHT + minutes(minute)
          expect(after.at(service, t)?.light).toBe(journal.at(service, t)?.light)
        }
      }),
    )
  })

  it('is in order, within its bounds, and never tells a light that was not noted', () => {
    fc.assert(
      fc.property(words, (all) => {
        const journal = written(all)
        const stretches = journal.between('orders', -Infinity, Infinity)
        expect(stretches.length).toBeLessThanOrEqual(200)
        for (const [i, { from, to, moment }] of stretches.entries()) {
          expect(to).toBeGreaterThanOrEqual(from)
          expect(stretches[i + 1]?.from ?? Infinity).toBeGreaterThanOrEqual(to)
          expect(all.some(({ service, light }) => service === 'orders' && light === moment.light)).toBe(true)
        }
      }),
    )
  })

  it.each([
    {
      name: 'a reload in half a minute is no gap',
      after: 30,
      expected: ['green 0+6 first', 'red 6+0.5 red'],
    },
    {
      name: 'a longer one is',
      after: 60,
      expected: ['green 0+6 first', 'red 6+0 red', 'red 7+0 again'],
    },
  ])('adds to what was noted since: $name', ({ after, expected }) => {
    const [before, now] = [play('gggr'), verdictJournal()]
    now.note(row('red'), NIGHT + minutes(6) + seconds(after), ZONE)
    now.loadSeen(before.saveSeen())
    now.load('orders', before.save('orders'))
    expect(told(now)).toEqual(expected)
  })

  it('remembers a gap of some seconds in which the dashboard was blind', () => {
    const journal = play('gg')
    journal.noteUnseen()
    journal.note(row('green'), NIGHT + minutes(2) + seconds(6), ZONE)
    expect(told(reloaded(journal))).toEqual(['green 0+2 first', 'green 2.1+0 again'])
  })

  it('can be loaded however often watching began anew', () => {
    const journal = verdictJournal()
    for (let i = 0; i < 5100; i++) {
      journal.noteUnseen()
      journal.noteSeen(NIGHT + seconds(i))
    }
    expect(verdictJournal().loadSeen(journal.saveSeen())).toBe(true)
    expect(journal.seen()).toHaveLength(5000)
  })

  it.each([
    { name: 'nothing', value: null },
    { name: 'a text', value: 'journal' },
    { name: 'another layout', value: { layout: 2, moments: [] } },
    { name: 'too many', value: { layout: 1, moments: Array.from({ length: 201 }, () => ({})) } },
    { name: 'no list', value: { layout: 1, moments: { length: 3 }, seen: [[2, 1]] } },
  ])('is refused where it is none: $name', ({ value }) => {
    const journal = verdictJournal()
    expect(journal.load('orders', value)).toBe(false)
    expect(journal.loadSeen(value)).toBe(false)
    expect(journal.knownSince('orders')).toBeNull()
  })

  it('is taken without the moments that cannot be read', () => {
    const good = {
      at: NIGHT,
      light: 'green',
      reasons: [],
      pods: [{ name: 'a', light: 'green', version: null }],
    }
    const bad = [
      { ...good, light: 'pink' },
      { ...good, at: Infinity },
      { ...good, reasons: [{ kind: 'of tomorrow' }] },
    ]
    const journal = verdictJournal()
    expect(journal.load('orders', { layout: 1, moments: [...bad, good] })).toBe(true)
    expect(told(journal)).toEqual(['green 0+0 first'])
  })
})
