import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf, type SeenSpan, spanAt } from '#src/domain/series/seenSpans.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { NIGHT, play, row, told, watchOn, ZONE } from './testing/journalRig.ts'
import { type VerdictJournal, verdictJournal } from './verdictJournal.ts'
import type { VerdictMoment } from './verdictMoment.ts'

const at = (minute: number): number => NIGHT + minutes(minute)
const span = (from: number, to: number): SeenSpan => ({ from: at(from), to: at(to) })
const moment = (minute: number, light: Light): VerdictMoment => ({
  at: at(minute),
  light,
  reasons: [],
  pods: [{ name: 'orders-1', light, version: '1' }],
})

/** Fills the journal of `orders` with lights from their minutes on. */
const fill = (
  journal: VerdictJournal,
  words: readonly (readonly [minute: number, light: Light])[],
  ...spans: readonly SeenSpan[]
): void =>
  journal.fill(
    'orders',
    words.map(([minute, light]) => moment(minute, light)),
    spans,
  )

const filled = (journal: VerdictJournal): string[] =>
  journal.filled().map(({ from, to }) => `${(from - NIGHT) / minutes(1)}–${(to - NIGHT) / minutes(1)}`)

describe('words from elsewhere', () => {
  it('tell how a service stood while nobody watched here', () => {
    // Watched here from 0 to 4 and from 10 on.
    const journal = play('gr...gg')
    fill(
      journal,
      [
        [0, 'orange'],
        [6, 'red'],
        [8, 'green'],
      ],
      span(0, 12),
    )
    expect(told(journal)).toEqual([
      'green 0+2 first',
      'red 2+0 red',
      'orange 2+4 better',
      'red 6+2 red',
      'green 8+2 recovered',
      'green 10+2 other',
    ])
    expect([1, 5, 7, 9, 11, 13].map((minute) => journal.at('orders', at(minute))?.light ?? null)).toEqual([
      'green',
      'orange',
      'red',
      'green',
      'green',
      null,
    ])
    expect(filled(journal)).toEqual(['0–12'])
    expect(journal.names()).toEqual(['orders'])
    expect(journal.knownSince('orders')).toBe(NIGHT)
  })

  it('say nothing outside of their spans, and end with them', () => {
    const journal = verdictJournal()
    fill(
      journal,
      [
        [-5, 'red'],
        [3, 'red'],
        [30, 'green'],
      ],
      span(0, 10),
      span(20, 25),
    )
    expect(told(journal)).toEqual(['red 3+7 first'])
    expect(filled(journal)).toEqual(['0–10', '20–25'])
    expect(journal.at('orders', at(22))).toBeNull()
  })

  it('give way to what was seen here, also where that is loaded later', () => {
    const own = play('ggggg')
    const journal = verdictJournal()
    fill(journal, [[-10, 'red']], span(-10, 20))
    journal.loadSeen(own.saveSeen())
    journal.load('orders', own.save('orders'))
    expect(told(journal)).toEqual(['red -10+10 first', 'green 0+8 recovered', 'red 8+12 red'])
  })

  it('are replaced where they are told anew', () => {
    const journal = verdictJournal()
    fill(journal, [[0, 'red']], span(0, 30))
    fill(journal, [[10, 'green']], span(10, 20))
    expect(told(journal)).toEqual(['red 0+10 first', 'green 10+10 recovered', 'red 20+10 red'])
  })

  it('are kept apart of each service', () => {
    const journal = verdictJournal()
    fill(journal, [[0, 'red']], span(0, 10))
    journal.fill('billing', [moment(20, 'green')], [span(20, 30)])
    expect([journal.filled('orders'), journal.filled('audit')]).toEqual([[span(0, 10)], []])
    expect(filled(journal)).toEqual(['0–10', '20–30'])
    expect(journal.names()).toEqual(['orders', 'billing'])
  })

  it('take no spans that are none', () => {
    const journal = verdictJournal()
    fill(journal, [[0, 'red']], { from: at(5), to: at(0) }, { from: Number.NaN, to: at(3) })
    expect([journal.filled(), journal.names()]).toEqual([[], []])
  })

  it('are the same when they are saved and loaded, and give way to newer ones', () => {
    const journal = verdictJournal()
    fill(
      journal,
      [
        [0, 'red'],
        [5, 'green'],
      ],
      span(0, 10),
    )
    expect([...journal.elsewhere.takeTouched()]).toEqual(['orders'])
    const saved: unknown = JSON.parse(JSON.stringify(journal.elsewhere.save('orders')))
    const after = verdictJournal()
    fill(after, [[8, 'orange']], span(8, 12))
    expect(after.elsewhere.load('orders', saved)).toBe(true)
    expect(told(after)).toEqual(['red 0+5 first', 'green 5+3 recovered', 'orange 8+4 worse'])
    expect(journal.elsewhere.save('billing')).toBeNull()
  })

  it.each([null, 'x', {}, { words: [], seen: 3 }, { words: [{ from: 1 }], seen: { layout: 1, seen: [] } }])(
    'are not loaded from %o',
    (saved) => expect(verdictJournal().elsewhere.load('orders', saved)).toBe(false),
  )

  it('are left out where a newer build has written them: their time counts as unseen', () => {
    const journal = verdictJournal()
    const seen = { layout: 1, seen: [[NIGHT, at(10)]] }
    const words = [{ from: NIGHT, to: at(10), moment: { layout: 2 } }]
    expect(journal.elsewhere.load('orders', { words, seen })).toBe(true)
    expect([told(journal), filled(journal)]).toEqual([[], ['0–10']])
  })

  it('are forgotten after four weeks', () => {
    const journal = verdictJournal()
    fill(
      journal,
      [
        [0, 'red'],
        [5, 'green'],
      ],
      span(0, 10),
    )
    const later = NIGHT + days(28)
    watchOn(journal, later - hours(1), later + hours(2))
    journal.note(row('green'), later + hours(2), ZONE)
    expect(journal.filled()).toEqual([])
  })

  it('take no more than a megabyte, the oldest of the largest first', () => {
    const journal = verdictJournal()
    const pods = Array.from({ length: 50 }, (_, i) => ({
      name: `pod-${i}-${'x'.repeat(60)}`,
      light: 'red' as const,
      version: '1',
    }))
    for (let service = 0; service < 3; service++) {
      const moments = Array.from({ length: 120 }, (_, i) => ({
        ...moment(i, i % 2 === 0 ? 'red' : 'green'),
        pods,
      }))
      journal.fill(`service-${service}`, moments, [span(0, 120)])
    }
    const kept = journal.names().map((name) => journal.between(name, 0, Infinity).length)
    expect(kept.every((count) => count > 0 && count < 60)).toBe(true)
    expect(filled(journal)).toEqual(['0–120'])
  })

  it('never overlap each other, nor what was seen here', () => {
    const minute = fc.integer({ min: -20, max: 60 })
    const spans = fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 30 })), { maxLength: 4 })
    const words = fc.array(fc.tuple(minute, fc.constantFrom<Light>('red', 'green', 'orange', 'unknown')), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(words, spans), { maxLength: 3 }), (fills) => {
        const journal = play('grr..og.ug')
        for (const [lights, pairs] of fills)
          fill(journal, lights, ...pairs.map(([from, long]) => span(from, from + long)))
        const stretches = journal.between('orders', -Infinity, Infinity)
        const ends = stretches.map(({ to }) => to)
        for (const [i, { from }] of stretches.slice(1).entries())
          expect(from).toBeGreaterThanOrEqual(ends[i] ?? Infinity)
        for (const { from, to } of stretches.filter((one) => one.from < one.to)) {
          const middle = (from + to) / 2
          expect(spanAt(journal.seen(), middle) ?? spanAt(journal.filled(), middle)).not.toBeNull()
        }
        expect(lengthOf(stretches)).toBeLessThanOrEqual(minutes(110))
      }),
      { numRuns: 60 },
    )
  })
})
