import { describe, expect, it } from 'vitest'
import type { CheckInput, CheckRow } from '#src/domain/check/checkInput.ts'
import { composeCheck } from '#src/domain/check/composeCheck.ts'
import { inputOf, leaking, rowOf } from '#src/domain/check/testing/sampleInput.ts'
import { logOf, signOffOf, ticketOf, watchOf } from '#src/domain/check/testing/sampleLog.ts'
import {
  at,
  EVENING,
  MORNING,
  nightOf,
  nightOfService,
  stretches,
} from '#src/domain/check/testing/sampleNight.ts'
import {
  checkSentence,
  newerText,
  resumedText,
  sinceFaultText,
  sinceText,
  uncoveredText,
  waitsText,
  wellText,
} from './checkWords.ts'

const reader = { now: MORNING, timeZone: 'Europe/Paris' }
const say = (rows: readonly CheckRow[], own: Partial<CheckInput> = {}): string =>
  checkSentence(composeCheck(inputOf(rows, own)), reader)

const gap = { from: at('21 01:00'), to: at('21 01:40') }
const later = { from: at('21 04:00'), to: at('21 04:10') }
const crash = stretches(['20 17:40', 'green'], ['21 03:12', 'red'], ['21 03:36', 'green'])
const restarted = stretches(['20 17:40', 'green'], ['21 03:12', 'red'], ['21 03:36', 'orange', ['restarts']])
const deploys = [
  { version: '1.4.2', at: at('20 22:10'), lastAt: at('20 22:10'), pods: ['a'], isRollback: false },
]
const two = [rowOf('auth'), rowOf('billing')]

describe('checkSentence', () => {
  it('tells a bad night, with its gap', () => {
    const night = nightOf(
      [nightOfService('billing', crash), nightOfService('auth', undefined, { deploys })],
      { gaps: [gap] },
    )
    const rows = [...two, rowOf('cart', 'red'), rowOf('mail', 'red')]
    expect(say(rows, { night })).toBe(
      'Since Fri 17:40, Anna Müller’s check: 2 newly red, 1 recovered by itself (03:12–03:36, 24 min), 1 deploy; nobody watched 01:00–01:40',
    )
  })

  it('tells what was red in between though it is only orange now', () => {
    const night = nightOf([nightOfService('billing', restarted)])
    expect(say([rowOf('billing', 'orange')], { night })).toBe(
      'Since Fri 17:40, Anna Müller’s check: 1 newly orange, 1 red for a while, and not any more (03:12–03:36, 24 min)',
    )
  })

  it('does not say that something recovered by itself that somebody took', () => {
    const ack = { by: 'Boris', at: at('21 03:20'), eventId: 'e', toldLateBy: null }
    const tickets = [ticketOf('aaaaa', { ack, state: 'resolved', restoredAt: at('21 03:36') })]
    const night = nightOf([nightOfService('auth'), nightOfService('billing', crash)])
    expect(say(two, { night, log: logOf({ tickets }) })).toBe(
      'Since Fri 17:40, Anna Müller’s check: 1 recovered (03:12–03:36, 24 min), 1 ticket opened, 1 ticket restored',
    )
  })

  it('tells of tickets, watches and what is gone', () => {
    const tickets = [
      ticketOf('aaaaa', { breaches: [{ clock: 'tta', at: at('21 03:27'), byRequalification: false }] }),
    ]
    const gone = nightOfService('old', undefined, { standing: 'gone' })
    const night = nightOf([...two.map(({ name }) => nightOfService(name)), gone])
    expect(say(two, { night, log: logOf({ tickets, watches: [watchOf()] }) })).toBe(
      'Since Fri 17:40, Anna Müller’s check: 1 ticket opened, 1 ticket breached, 1 watch is over, 1 gone from the fleet',
    )
  })

  const unseen = [{ from: at('21 01:00'), to: at('21 01:12') }]
  const wells = two.map(({ name }) => nightOfService(name))
  it.each([
    { name: 'all was seen', night: nightOf(wells), text: 'all 2 services were well' },
    {
      name: 'gaps',
      night: nightOf(wells, { gaps: [gap, later] }),
      text: 'all 2 services were well whenever they were seen; nobody watched 01:00–01:40 and 04:00–04:10',
    },
    {
      name: 'many gaps',
      night: nightOf(wells, { gaps: [gap, later, { from: at('21 06:00'), to: at('21 06:05') }] }),
      text: 'all 2 services were well whenever they were seen; nobody watched 3 times (55 min together, the longest 01:00–01:40)',
    },
    {
      name: 'one was grey for a while',
      night: nightOf([nightOfService('auth', undefined, { unseen }), nightOfService('billing')]),
      text: '1 not seen for some of the time',
    },
    {
      name: 'nobody watched',
      night: nightOf([], { watched: [], gaps: [{ from: EVENING, to: MORNING }] }),
      text: 'nothing of that time is known, 2 services well now; nobody watched in all that time',
    },
  ])('of a calm night says no more than was seen: $name', ({ night, text }) => {
    expect(say(two, { night })).toBe(`Since Fri 17:40, Anna Müller’s check: ${text}`)
  })

  it('tells how many of them are new', () => {
    const last = signOffOf({ marks: [] })
    const before = { before: { light: 'red' as const, reasons: [], since: 0, seenAt: 0 } }
    const night = nightOf([
      nightOfService('auth', undefined, before),
      nightOfService('cart', undefined, before),
    ])
    const rows = [rowOf('auth', 'red'), rowOf('billing', 'red')]
    expect(say(rows, { night, last: null })).toBe('Since Fri 17:40: 2 red, 1 of them new')
    expect(say([rowOf('auth', 'red')], { night, last })).toContain('1 still red')
    expect(say([rowOf('auth', 'orange')], { night, last })).toContain(': 1 orange')
    const leak = rowOf('mail', 'orange', { reasons: [leaking('mail-1', at('21 10:00'))] })
    expect(say([leak, rowOf('x', 'unknown')], { night })).toContain('1 newly orange, 1 not seen now')
    expect(say([], { night })).toContain('the fleet has no service')
  })
})

const wellIn = (own: Parameters<typeof nightOf>[1]): string | null => {
  const night = nightOf(
    two.map(({ name }) => nightOfService(name)),
    own,
  )
  return wellText(composeCheck(inputOf(two, { night })))
}

describe('words of a check', () => {
  it('tells since when', () => {
    expect(sinceText({ from: EVENING, last: signOffOf() }, reader)).toBe(
      'Since Fri 17:40, Anna Müller’s check',
    )
    expect(sinceText({ from: EVENING, last: null }, reader)).toBe('Since Fri 17:40')
    expect(newerText(signOffOf({ by: 'Boris', at: at('21 08:31') }), EVENING, reader)).toBe(
      'Boris signed a check at 08:31 meanwhile; this one still looks back to Fri 17:40.',
    )
    expect(uncoveredText({ from: EVENING, to: at('21 08:31') }, reader)).toBe(
      'Nobody has looked at Fri 17:40–08:31: signing this check does not cover it.',
    )
    expect(sinceFaultText('no-moment', 'now')).toBe(
      '“now” is no moment; it wants 2026-11-20T17:40:00Z. So this check looks back to the last sign-off.',
    )
  })

  it('tells how far it has come', () => {
    expect(resumedText({ begunAt: at('21 08:57') }, { decided: 4, of: 9 }, reader)).toBe(
      'Begun 08:57, 4 of 9.',
    )
    expect(resumedText({ begunAt: null }, { decided: 0, of: 9 }, reader)).toBeNull()
    expect(waitsText('night')).toMatch(/^Waiting for /)
  })

  it('claims to have seen all the time only what was', () => {
    expect(wellIn({})).toBe('2 services well all the time')
    expect(wellIn({ gaps: [gap] })).toBe('2 services well whenever they were seen')
    expect(wellIn({ filled: [gap] })).toBe('2 services well whenever they were seen')
    expect(wellText(composeCheck(inputOf([])))).toBeNull()
  })
})
