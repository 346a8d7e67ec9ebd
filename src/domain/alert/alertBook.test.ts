import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import type { Alarm } from './alarm.ts'
import { alarmsOfBook, type AlarmsOfBook } from './alarmsOfBook.ts'
import type { Alert } from './alert.ts'
import {
  type AlertBook,
  type AlertPoll,
  bookAfter,
  bookExpecting,
  EMPTY_BOOK,
  hasVanished,
} from './alertBook.ts'

const T = 1_795_279_200_000
const RESOLVE = minutes(5)

const alertOf = (fingerprint: string, startsAt = T - 1000, more: Partial<Alert> = {}): Alert => ({
  fingerprint,
  labels: { alertname: fingerprint },
  annotations: {},
  startsAt,
  generatorUrl: '',
  silencedBy: [],
  inhibited: false,
  ...more,
})

const poll = (s: number, alerts: readonly Alert[], more: Partial<AlertPoll> = {}): AlertPoll => ({
  at: T + s * 1000,
  alerts,
  isWhole: true,
  startedAt: T - minutes(60),
  ...more,
})

const after = (polls: readonly AlertPoll[], first: AlertBook = EMPTY_BOOK): AlertBook =>
  polls.reduce((book, one) => bookAfter(book, one, RESOLVE), first)

const options = (s: number, more: Partial<AlarmsOfBook> = {}): AlarmsOfBook => ({
  now: T + s * 1000,
  alarmOf: ({ fingerprint }) => ({
    key: `alertmanager|${fingerprint}`,
    source: 'alertmanager',
    service: null,
    project: null,
    title: fingerprint,
    description: '',
    priority: 3,
    why: '',
    delay: 0,
    root: null,
    links: [],
    evidence: null,
    automatic: true,
  }),
  expected: new Set(),
  isStale: false,
  ends: new Map(),
  isPastAsked: false,
  ...more,
})

/** `state@since detected` in seconds since T, for each alarm. */
const said = (alarms: readonly Alarm[]): readonly string[] =>
  alarms.map(({ state, since, detectedAt }) => `${state}@${(since - T) / 1000} ${(detectedAt - T) / 1000}`)

const A = alertOf('a')

const rows: readonly { name: string; polls: readonly AlertPoll[]; expected: readonly string[] }[] = [
  { name: 'nothing', polls: [poll(0, [])], expected: [] },
  { name: 'one that fires', polls: [poll(0, [A]), poll(15, [A])], expected: ['firing@-1 0'] },
  {
    name: 'one that is silenced',
    polls: [poll(0, [alertOf('a', T, { silencedBy: ['s'] })])],
    expected: ['firing@0 0'],
  },
  {
    name: 'one that is inhibited',
    polls: [poll(0, [alertOf('a', T, { inhibited: true })])],
    expected: ['unknown@0 0'],
  },
  {
    name: 'a start ahead of this clock',
    polls: [poll(0, [alertOf('a', T + 9000)])],
    expected: ['firing@0 0'],
  },
  {
    name: 'a start that moves back',
    polls: [poll(0, [A]), poll(15, [alertOf('a', T - 60_000)])],
    expected: ['firing@-60 0'],
  },
  {
    name: 'one that vanished: its end is the first poll without it',
    polls: [poll(0, [A]), poll(15, []), poll(30, [])],
    expected: ['clear@15 15'],
  },
  {
    name: 'one that vanished because Alertmanager began anew',
    polls: [poll(0, [A]), poll(15, [], { startedAt: T + 5000 })],
    expected: ['unknown@-1 0'],
  },
  {
    name: 'a moment before it has run for twice its resolve_timeout',
    polls: [poll(0, [A]), poll(15, [], { startedAt: T }), poll(599, [], { startedAt: T })],
    expected: ['unknown@-1 0'],
  },
  {
    name: 'when it has',
    polls: [poll(0, [A]), poll(15, [], { startedAt: T }), poll(600, [], { startedAt: T })],
    expected: ['clear@15 15'],
  },
  {
    name: 'one that came back meanwhile: the same episode',
    polls: [poll(0, [A]), poll(15, [], { startedAt: T }), poll(30, [A], { startedAt: T })],
    expected: ['firing@-1 0'],
  },
  {
    name: 'one that is absent where its start is not known',
    polls: [poll(0, [A]), poll(15, [], { startedAt: null })],
    expected: ['unknown@-1 0'],
  },
  {
    name: 'one that may be among those left out',
    polls: [poll(0, [A]), poll(15, [], { isWhole: false })],
    expected: ['firing@-1 0'],
  },
  {
    name: 'one that fires anew: another episode',
    polls: [poll(0, [A]), poll(15, []), poll(30, [alertOf('a', T + 20_000)])],
    expected: ['firing@20 30'],
  },
]

describe('alertBook', () => {
  it.each(rows)('knows of $name', ({ polls, expected }) => {
    expect(said(alarmsOfBook(after(polls), options(60)))).toEqual(expected)
  })

  it('knows nothing where it was not heard, but what ended has ended', () => {
    const book = after([poll(0, [A, alertOf('b')]), poll(15, [A])])
    expect(said(alarmsOfBook(book, options(60, { isStale: true })))).toEqual(['unknown@-1 0', 'clear@15 15'])
  })

  it('takes a start of year 1, which is none, for the moment at which it was seen', () => {
    const book = after([poll(0, [alertOf('a', Date.UTC(-1, 0))])])
    expect(alarmsOfBook(book, options(1))).toMatchObject([{ state: 'firing', since: T, detectedAt: T }])
  })

  it('tells of an end for an hour, and for as long as a ticket waits for it', () => {
    const book = after([poll(0, [A]), poll(15, [])])
    const late = 15 + 3601
    expect(alarmsOfBook(book, options(late - 1))).toHaveLength(1)
    expect(alarmsOfBook(book, options(late))).toEqual([])
    expect(alarmsOfBook(book, options(late, { expected: new Set(['alertmanager|a']) }))).toHaveLength(1)
  })

  it('clears what a ticket waits for from the first poll on that was sent after it was known', () => {
    const signal = { key: 'alertmanager|c', service: 'orders', title: 'C', since: T - 60_000 }
    const other = { ...signal, key: 'check|orders' }
    const waiting = bookExpecting(after([poll(0, [])]), [signal, other], T + 5000)
    expect(said(alarmsOfBook(waiting, options(6)))).toEqual(['unknown@-60 5'])
    expect(said(alarmsOfBook(after([poll(4, [])], waiting), options(6)))).toEqual(['unknown@-60 5'])
    const cleared = after([poll(4, []), poll(15, []), poll(30, [])], waiting)
    expect(said(alarmsOfBook(cleared, options(31)))).toEqual(['clear@15 15'])
    expect(bookExpecting(cleared, [signal], T + 31_000)).toBe(cleared)
    expect(bookExpecting(cleared, [], T + 31_000).entries.size).toBe(0)

    const earlier = new Map([[signal.key, T - 30_000]])
    expect(said(alarmsOfBook(cleared, options(31, { ends: earlier })))).toEqual(['clear@-30 15'])
    expect(said(alarmsOfBook(cleared, options(31, { isPastAsked: true })))).toEqual(['unknown@-60 5'])
    const before = new Map([[signal.key, signal.since - 1]])
    expect(said(alarmsOfBook(cleared, options(31, { ends: before })))).toEqual(['clear@15 15'])
  })

  it('does not clear what others saw fire anew', () => {
    const book = after([poll(0, [A]), poll(15, [])])
    const known = { key: 'alertmanager|a', service: null, title: 'a', since: T + 14_000 }
    expect(bookExpecting(book, [known], T + 16_000)).toBe(book)
    const anew = bookExpecting(book, [{ ...known, since: T + 15_000 }], T + 16_000)
    expect(said(alarmsOfBook(anew, options(17)))).toEqual(['unknown@15 16'])
  })

  it('has no alarm twice, and none that fires without being told of by the newest poll', () => {
    const alerts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
    const polls = fc.array(
      fc.record({ alerts, isWhole: fc.boolean(), startedAt: fc.constantFrom(null, T, T - minutes(60)) }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(polls, (told) => {
        const all = told.map(({ alerts: names, ...rest }, i) =>
          poll(
            i * 15,
            names.map((name) => alertOf(name)),
            rest,
          ),
        )
        const book = after(all)
        const newest = all.at(-1)?.alerts.map(({ fingerprint }) => fingerprint) ?? []
        const alarms = alarmsOfBook(book, options(all.length * 15))
        expect(new Set(alarms.map(({ key }) => key)).size).toBe(alarms.length)
        const firing = alarms.filter(({ state }) => state === 'firing').map(({ title }) => title)
        // One that may be among those left out fires on.
        const isWhole = all.at(-1)?.isWhole === true
        expect(isWhole ? firing.toSorted() : newest.filter((name) => !firing.includes(name))).toEqual(
          isWhole ? newest.toSorted() : [],
        )
        expect(hasVanished(book, all.at(-1)?.alerts ?? [])).toBe(
          alarms.some(({ state, title }) => state !== 'clear' && !newest.includes(title)),
        )
      }),
      { numRuns: 200 },
    )
  })
})
