import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { following } from '#src/domain/drift/following.ts'
import { journalPieces } from '#src/domain/journal/journalStretch.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { deploysOf } from '#src/domain/deploy/deploysOf.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { type DurationMs, hours, minutes } from '#src/domain/time/units.ts'
import { type Did, DUSK, EVERY, type Night, relive, toldBy } from './testing/storedNight.ts'

const within = (after: DurationMs, from: DurationMs, to: DurationMs): boolean => after >= from && after < to

/** Does not answer from one minute to another. */
const out = (from: number, to: number): Did => ({ up: (t) => !within(t, minutes(from), minutes(to)) })

/** Nobody scrapes it. */
const unasked = (from: number, to: number): Did => ({
  up: (t) => (within(t, minutes(from), minutes(to)) ? null : true),
})

const startedAt =
  (minute: number): NonNullable<Did['started']> =>
  (t) =>
    t >= minutes(minute) ? minutes(minute) : 0 - hours(24)

const OLD = { version: () => '1.4.1' }
const NEW = { version: () => '1.4.2' }
const since = (minute: number): Did => ({ up: (t) => (t < minutes(minute) ? null : true) })
const until = (minute: number): Did => ({ up: (t) => (t > minutes(minute) ? null : true) })

const span = (from: number, to: number) => ({ from: DUSK + minutes(from), to: DUSK + minutes(to) })

/** Within two minutes. */
const isHole = (t: DurationMs): boolean => t > 0 && t < 75_000

type Row = { readonly name: string; readonly night: Omit<Night, 'length'>; readonly told: readonly string[] }

const NIGHTS: readonly Row[] = [
  { name: 'nothing happens', night: { named: [{}, {}] }, told: ['0.25 green'] },
  {
    name: 'the only pod goes for a while: red from its second silence to its third answer',
    night: { named: [out(30, 41)] },
    told: ['0.25 green', '30.25 red failing', '41.5 green'],
  },
  {
    name: 'one silence is none',
    night: { named: [{ up: (t) => t !== minutes(30) }] },
    told: ['0.25 green'],
  },
  {
    name: 'one of two crashes, and was started anew: that is told from the moment it is back',
    night: { named: [{}, { ...out(30, 41), started: startedAt(40) }] },
    told: ['0.25 green', '30.25 orange failing', '41.5 orange restarts'],
  },
  {
    name: 'a start that nobody missed',
    night: { named: [{ started: startedAt(40) }] },
    told: ['0.25 green', '40 orange restarts'],
  },
  {
    name: 'a start with another version is a deploy, and nothing to look at',
    night: { named: [{ version: (t) => (t < minutes(40) ? '1.4.1' : '1.4.2'), started: startedAt(40) }] },
    told: ['0.25 green', '40 green'],
  },
  {
    name: 'a pod that nobody scrapes any more is not seen, whoever else is well',
    night: { named: [unasked(30, 41), {}] },
    told: ['0.25 green', '30.5 unknown stale', '41 green'],
  },
  {
    name: 'a pod that never was scraped hides no trouble of the other',
    night: { named: [{ up: () => null }, { ...out(30, 41), started: startedAt(40) }] },
    told: ['0.25 unknown stale', '30.25 red failing stale', '41.5 orange restarts stale'],
  },
  {
    name: 'what nobody watched is left out, and what stands afterwards is told anew',
    night: { named: [unasked(30, 70), unasked(30, 70)], spans: [span(1, 29.75), span(70.25, 80)] },
    told: ['1 green', '70.25 green'],
  },
  {
    name: 'pods of other names take over: one by one, none is missed',
    night: {
      named: [
        { ...NEW, ...since(60), started: () => minutes(59.5) },
        { ...NEW, ...since(62), started: () => minutes(61.5) },
      ],
      former: { 'orders-x7': { ...OLD, ...until(60.5) }, 'orders-b2': { ...OLD, ...until(62.5) } },
    },
    told: ['0.25 green', '60 green', '60.5 green', '62 green', '62.5 green'],
  },
  {
    name: 'a pod that began long before it was scraped was there before, and not seen',
    night: { named: [{}, { ...since(60), started: () => 0 - hours(20) }] },
    told: ['0.25 unknown stale', '60 green'],
  },
  {
    name: 'all pods of before are out, then there is none: nobody knows how it stood until others come',
    night: {
      named: [{ ...since(50), started: () => minutes(49) }],
      former: { 'orders-x7': { up: (t) => (t > minutes(49) ? null : t < minutes(30)) } },
    },
    told: ['0.25 green', '30.25 red failing', '49 unknown', '50 green'],
  },
]

describe('a night that is lived through once more', () => {
  it.each(NIGHTS)('$name', ({ night, told }) => {
    expect(toldBy(relive({ length: minutes(80), ...night }))).toEqual(told)
  })

  it('hides no more than two minutes within ten under green, however short each grey is', () => {
    // Of every two minutes it is not scraped for 75 s: 30 s more than a scrape counts for, and by then four times.
    const holes: Did = {
      up: (t) => (within(t, minutes(30), minutes(46)) && isHole(t % minutes(2)) ? null : true),
    }
    expect(toldBy(relive({ length: minutes(60), named: [holes] }))).toEqual([
      '0.25 green',
      ...[38, 40, 42, 44].flatMap((minute) => [`${minute}.75 unknown stale`, `${minute + 1}.25 green`]),
    ])
  })

  it('is told in the words of the live rules', () => {
    const { moments } = relive({ length: minutes(45), named: [{}, out(30, 41)] })
    expect(moments[1]?.reasons[0]?.text).toBe(
      '1 of 2 pods does not answer: cannot be reached (orders-2) since 16:30',
    )
    expect(moments[1]?.pods.map(({ light }) => light)).toEqual(['green', 'red'])
  })

  it('remembers a restart of the evening before', () => {
    const memory = following()
    memory.marks.noteStarts('orders', 'orders-1', [
      { at: DUSK - hours(30), version: null },
      { at: DUSK - hours(3), version: null },
    ])
    const night = { length: hours(1), named: [{ started: () => 0 - hours(3) }], memory }
    expect(toldBy(relive(night))).toEqual(['0.25 orange restarts'])
  })

  it('adds nothing to what is remembered', () => {
    const memory = following()
    relive({ length: hours(1), named: [{ memory: () => 2e8 }], memory })
    expect([...memory.histories.names(), ...memory.drifts.names()]).toEqual([])
  })
})

it('tells one deploy of a roll-out that brought pods of new names', () => {
  const { marks } = relive({
    length: minutes(80),
    named: [
      { ...NEW, ...since(60), started: () => minutes(59.5) },
      { ...NEW, ...since(62), started: () => minutes(61.5) },
    ],
    former: { 'orders-x7': { ...OLD, ...until(60.5) }, 'orders-b2': { ...OLD, ...until(62.5) } },
  })
  const book = markBook()
  expect(book.load(marks)).toBe(true)
  expect(deploysOf(book, { name: 'orders', policy: DEFAULT_POLICY })).toMatchObject([
    { version: '1.4.2', at: DUSK + minutes(59.5), pods: ['orders-1', 'orders-2'], isRollback: false },
  ])
})

/** Some times in which a pod was out, in scrapes. */
const OUTAGES = fc.array(fc.record({ from: fc.nat(100), scrapes: fc.integer({ min: 1, max: 40 }) }), {
  maxLength: 4,
})

/** What is told of a pod that does not answer: at its third silence it is bad; of one that nobody asks, after a minute more. */
const LATE = { silent: 2, unasked: 7 }

/** A machine that is busy with other things may take its time. */
const PATIENCE = 60_000

it('is never green while a pod is out, or was not asked, for long', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(fc.array(OUTAGES, { minLength: 1, maxLength: 2 }), fc.boolean(), (pods, isAsked) => {
      const isOut = (outages: (typeof pods)[number], t: DurationMs): boolean =>
        outages.some(({ from, scrapes }) => within(t, from * EVERY, (from + scrapes) * EVERY))
      const wasOut = (t: DurationMs): boolean =>
        pods.some((each) =>
          Array.from({ length: 1 + (isAsked ? LATE.silent : LATE.unasked) }, (_, back) =>
            isOut(each, t - back * EVERY),
          ).every(Boolean),
        )
      const named = pods.map((outages): Did => ({
        up: (t) => (isOut(outages, t) ? (isAsked ? false : null) : true),
      }))
      const spans = [span(1, 30)]
      const { moments } = relive({ length: minutes(30), named, spans, step: minutes(5) })
      return journalPieces(moments, spans).every(({ moment, from, to }) => {
        if (moment.light !== 'green') return true
        const scrapes = Array.from({ length: 120 }, (_, i) => i * EVERY)
        return !scrapes.some((t) => t >= from - DUSK && t < to - DUSK && wasOut(t))
      })
    }),
    { numRuns: 25 },
  )
})
