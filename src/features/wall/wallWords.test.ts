import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { DEFAULT_WALL } from '#src/domain/wall/wallOptions.ts'
import type { NextBreach } from '#src/domain/wall/wallStrip.ts'
import { wallTile } from '#src/domain/wall/wallTiles.ts'
import { NOW, samplePods, sampleRow, silentPod } from '#src/state/testing/sampleRow.ts'
import { sampleDesk } from '#src/state/testing/sampleTicket.ts'
import { askedWords } from './askedWords.ts'
import { ageWords, breachWords, healthWords, p1Words, ticketDoubt } from './stripWords.ts'
import { tileWords } from './tileWords.ts'

const PARIS = 'Europe/Paris'

describe('a tile', () => {
  const red = sampleRow('orders', 'red', {
    reasons: [silentPod('orders-1'), silentPod('orders-2')],
    pods: samplePods('orders', ['red', 'red', 'green']),
  })
  const table = [
    { name: 'says nothing of what is well', row: sampleRow('orders'), why: '', facts: '' },
    {
      name: 'says why, how many pods are out, since when, and how much more there is',
      row: red,
      why: 'orders-1 does not answer: timed out after 2 s',
      facts: '2 of 3 pods out · since 09:00 · +1',
    },
    {
      name: 'says how many a root drags down',
      row: {
        ...red,
        reasons: [silentPod('orders-1')],
        cascade: { root: null, via: [], affected: ['a', 'b'] },
      },
      why: 'orders-1 does not answer: timed out after 2 s',
      facts: 'drags 2 others down · 2 of 3 pods out · since 09:00',
    },
    {
      name: 'says first what it stands under',
      row: { ...red, cascade: { root: 'payments', via: [], affected: [] } },
      why: 'under payments',
      facts: 'orders-1 does not answer: timed out after 2 s since 09:00',
    },
    {
      name: 'says what it was, where nothing is known of it now',
      row: sampleRow('orders', 'unknown', { lastKnown: { light: 'green', at: NOW - minutes(30) } }),
      why: 'was OK 08:30',
      facts: '',
    },
    {
      name: 'counts no pod as out that cannot be seen',
      row: sampleRow('orders', 'unknown', { pods: samplePods('orders', ['unknown']) }),
      why: '',
      facts: 'since 09:00',
    },
  ]
  for (const { name, row, why, facts } of table)
    it(name, () => expect(tileWords(wallTile(row), NOW, PARIS)).toMatchObject({ why, facts }))
})

describe('the age of the wall', () => {
  it('is that of the oldest reading', () => {
    expect(ageWords({ age: seconds(4), isOld: false })).toMatchObject({ value: '4 s ago', press: null })
  })
  it('is marked as old where it is of the past, however short ago', () => {
    expect(ageWords({ age: seconds(4), isOld: true })).toMatchObject({ more: 'OLD', press: 'old' })
  })
  it('is none where a service was never seen', () => {
    expect(ageWords({ age: null, isOld: false })).toMatchObject({ value: '–', press: 'old' })
  })
})

describe('the tickets of the wall', () => {
  const next: NextBreach = {
    due: NOW + minutes(12) - seconds(20),
    left: minutes(12) - seconds(20),
    clock: 'tta',
    code: 'T-ABCDE',
    service: 'orders',
    priority: 1,
    isAtRisk: true,
  }
  it('name the next breach with its moment and what is left', () => {
    expect(breachWords({ next, breached: 0, p1: 1 }, null, NOW, PARIS)).toEqual({
      label: 'next breach 09:11',
      value: 'in 12 min',
      more: 'P1 T-ABCDE orders',
      press: 'orange',
    })
  })
  it('count what is breached already', () => {
    const words = breachWords({ next: null, breached: 2, p1: 0 }, null, NOW, PARIS)
    expect(words).toMatchObject({ label: 'no breach ahead', more: '2 breached', press: 'red' })
  })
  it('are no zero while nobody has told', () => {
    const doubt = ticketDoubt(null, false)
    expect(p1Words({ next: null, breached: 0, p1: 0 }, doubt)).toMatchObject({ value: '–', press: 'old' })
    expect(breachWords({ next: null, breached: 0, p1: 0 }, doubt, NOW, PARIS)).toMatchObject({
      label: 'next breach',
      value: '–',
      more: 'board not read yet',
    })
  })
  it('are doubted while the watch is silent or the engine is not reached', () => {
    const { log } = sampleDesk()
    expect(ticketDoubt(sampleDesk(), false)).toBeNull()
    expect(ticketDoubt(sampleDesk(), true)).toBe('board is old')
    expect(ticketDoubt(sampleDesk({ log: { ...log, online: false } }), false)).toBe('board offline')
  })
})

describe('the polling', () => {
  const table = [
    { health: { kind: 'polling', pods: 150 }, value: '150 pods', press: null },
    { health: { kind: 'looking', seen: 3, of: 50 }, value: '3 of 50 seen', press: null },
    { health: { kind: 'silent', since: NOW }, value: 'silent since 09:00', press: 'old' },
    { health: { kind: 'blind', since: NOW }, value: 'blind since 09:00', press: 'old' },
    { health: { kind: 'starting' }, value: 'starting', press: 'old' },
    { health: { kind: 'fault', words: 'x' }, value: 'stumbles', press: 'orange' },
  ] as const
  for (const { health, value, press } of table)
    it(`is ${value}`, () => expect(healthWords(health, NOW, PARIS)).toMatchObject({ value, press }))
})

it('an address is told in words', () => {
  const options = {
    ...DEFAULT_WALL,
    teams: ['payments', 'storage'],
    tiers: [1],
    labels: [{ name: 'region', value: 'eu' }],
  }
  expect(askedWords(options)).toBe('team payments or storage and tier 1 and label region:eu')
})
