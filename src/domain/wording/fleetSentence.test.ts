import { describe, expect, it } from 'vitest'
import { blindSentence, fleetSentence, headline, worseSentence } from './fleetSentence.ts'
import { fleetTitle } from './fleetTitle.ts'
import type { Blindness, FleetStrip } from '#src/domain/digest/digestRow.ts'
import type { Light } from '#src/domain/verdict/light.ts'

const counts = (red: number, orange: number, unknown: number, green: number) => ({
  red,
  orange,
  unknown,
  green,
})
const blindBy = (cause: Blindness['cause']): Blindness => ({ since: 0, cause, failed: 132, of: 138 })

const strip = (light: Light, blind: Blindness | null = null): FleetStrip => ({
  title: 'Sample shop',
  light,
  counts: counts(2, 1, 3, 44),
  podCount: 138,
  blind,
  looking: null,
  judgingPast: false,
  observedAt: null,
})

const LOOKING = { seen: 25, of: 50 }

const worse = (light: Light, ...names: readonly string[]) => names.map((name) => ({ name, light }))

describe('fleetSentence', () => {
  const rows = [
    { expected: '2 services need action, 1 to watch, 47 well', counts: counts(2, 1, 0, 47) },
    { expected: '1 service needs action, 49 well', counts: counts(1, 0, 0, 49) },
    { expected: '1 service to watch, 49 well', counts: counts(0, 1, 0, 49) },
    { expected: '3 services to watch, 2 cannot be seen, 45 well', counts: counts(0, 3, 2, 45) },
    {
      expected: '1 service needs action, 1 to watch, 1 cannot be seen, 47 well',
      counts: counts(1, 1, 1, 47),
    },
    { expected: '50 services cannot be seen', counts: counts(0, 0, 50, 0) },
    { expected: '1 service cannot be seen', counts: counts(0, 0, 1, 0) },
    { expected: '100 services need action', counts: counts(100, 0, 0, 0) },
    { expected: 'All 50 services are well', counts: counts(0, 0, 0, 50) },
    { expected: 'The one service is well', counts: counts(0, 0, 0, 1) },
    { expected: 'No service to watch', counts: counts(0, 0, 0, 0) },
  ]
  for (const { expected, counts } of rows) {
    it(expected, () => expect(fleetSentence(counts)).toBe(expected))
  }

  it('says “well” of nothing that is not green', () => {
    expect(fleetSentence(counts(1, 1, 1, 0))).not.toContain('well')
  })
})

describe('fleetTitle', () => {
  const rows = [
    { strip: strip('red'), expected: 'ACT 2 · Sample shop' },
    { strip: strip('orange'), expected: 'WATCH 1 · Sample shop' },
    { strip: strip('unknown'), expected: 'CANNOT SEE 3 · Sample shop' },
    { strip: strip('green'), expected: 'OK · Sample shop' },
    { strip: strip('unknown', blindBy('offline')), expected: 'BLIND · Sample shop' },
    { strip: { ...strip('unknown'), looking: LOOKING }, expected: 'LOOKING 25 of 50 · Sample shop' },
    { strip: { ...strip('unknown'), judgingPast: true }, expected: 'LOOKING BACK · Sample shop' },
    { strip: { ...strip('red'), looking: LOOKING }, expected: 'ACT 2 · Sample shop' },
  ]
  for (const { strip, expected } of rows) {
    it(expected, () => expect(fleetTitle(strip)).toBe(expected))
  }
})

describe('blindSentence', () => {
  const rows = [
    { cause: 'offline', says: /^This browser is offline: .*not an outage/ },
    { cause: 'home-unreachable', says: /^The gateway of this page does not answer: / },
    { cause: 'most-failed', says: /^132 of 138 pods failed in the same cycle: .*last known state/ },
  ] as const
  for (const { cause, says } of rows) {
    it(cause, () => expect(blindSentence(blindBy(cause))).toMatch(says))
  }
})

describe('worseSentence', () => {
  const rows = [
    { name: 'nothing', worse: [], expected: '' },
    { name: 'one', worse: worse('red', 'orders'), expected: 'orders needs action now' },
    {
      name: 'two',
      worse: worse('orange', 'orders', 'catalog'),
      expected: 'orders and catalog are to watch now',
    },
    { name: 'many', worse: worse('red', 'a', 'b', 'c', 'd'), expected: 'a, b and 2 more need action now' },
    {
      name: 'the worst light of several',
      worse: [...worse('unknown', 'a'), ...worse('red', 'b')],
      expected: 'b needs action now',
    },
    { name: 'out of sight', worse: worse('unknown', 'orders'), expected: 'orders cannot be seen now' },
  ]
  for (const { name, worse, expected } of rows) {
    it(name, () => expect(worseSentence(worse)).toBe(expected))
  }
})

describe('headline', () => {
  const looking = (red: number): FleetStrip => ({
    ...strip(red > 0 ? 'red' : 'unknown'),
    counts: counts(red, 1, 25, 24 - red),
    looking: LOOKING,
  })
  const blind = (before?: Blindness['before']): FleetStrip =>
    strip('unknown', {
      ...blindBy('offline'),
      since: 54_000_000,
      ...(before === undefined ? {} : { before }),
    })
  const rows = [
    {
      name: 'counts',
      strip: strip('red'),
      expected: '2 services need action, 1 to watch, 3 cannot be seen, 44 well',
    },
    { name: 'the first look', strip: looking(0), expected: 'Looking: 25 of 50 services seen so far' },
    {
      name: 'red at the first look',
      strip: looking(1),
      expected: '1 service needs action. Looking: 25 of 50 services seen so far',
    },
    {
      name: 'blind',
      strip: blind(counts(0, 2, 0, 8)),
      expected: 'Blind since 15:00; before: 2 to watch, 8 well',
    },
    {
      name: 'blind, well before',
      strip: blind(counts(0, 0, 0, 8)),
      expected: 'Blind since 15:00; before: 8 well',
    },
    { name: 'blind from the start', strip: blind(null), expected: 'Blind since 15:00' },
    { name: 'blind, and nothing told of before', strip: blind(), expected: 'Blind since 15:00' },
  ]
  for (const { name, strip, expected } of rows) {
    it(name, () => expect(headline(strip, 54_000_000, 'UTC')).toBe(expected))
  }
})
