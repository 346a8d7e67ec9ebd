import { describe, expect, it } from 'vitest'
import { reasonAdvice } from './reasonAdvice.ts'
import { reasonLine } from './reasonLine.ts'
import { reasonParts } from './reasonParts.ts'
import { driftRows } from './testing/driftReasonRows.ts'
import { NOW, reasonOf } from './testing/reasonOf.ts'
import { failureRows, stateRows } from './testing/reasonRows.ts'
import { signalRows } from './testing/signalReasonRows.ts'
import { usualRows } from './testing/usualReasonRows.ts'
import { wholeRows } from './testing/wholeReasonRows.ts'
import { texts } from './texts.ts'

const rows = [...failureRows, ...stateRows, ...signalRows, ...driftRows, ...usualRows, ...wholeRows]

describe('reasonLine', () => {
  for (const { name, reason, line } of rows) {
    it(name, () => expect(reasonLine(reason, NOW, 'Europe/Paris')).toBe(line))
  }

  it('tells the time of the zone it is read in', () => {
    const reason = reasonOf('failing', 1, { 'orders-1': { failure: { kind: 'http-status', status: 503 } } })
    expect(reasonLine(reason, NOW, 'America/New_York')).toBe('orders-1 fails: HTTP 503 since 02:31')
  })

  it('has no word that says nothing', () => {
    for (const { reason } of rows) {
      expect(reasonLine(reason, NOW, 'UTC')).not.toMatch(/anomaly|issue|went wrong|undefined|null|NaN/i)
    }
  })

  it('is held here for every kind of reason', () => {
    expect(new Set(rows.map(({ reason }) => reason.kind))).toEqual(new Set(Object.keys(texts.kind)))
  })

  it('names nobody where there is no evidence', () => {
    expect(reasonLine(reasonOf('level', 3, {}), NOW, 'UTC')).not.toMatch(/undefined|NaN/)
    expect(reasonLine(reasonOf('pool-exhausted', 3, {}), NOW, 'UTC')).not.toMatch(/undefined|NaN/)
  })
})

describe('reasonParts', () => {
  it('keeps the time apart, so that a narrow line may cut the text', () => {
    const reason = reasonOf('slow', 1, { 'api-1': { took: 1200 } })
    expect(reasonParts(reason, NOW, 'Europe/Paris')).toEqual({
      text: 'slow answers on api-1: took 1.2 s',
      end: 'since 08:31',
      isToCome: false,
    })
  })

  it('has no time of its own where the text tells one', () => {
    const reason = reasonOf('restarts', 1, { 'api-1': { count: 1, lastAt: NOW } })
    expect(reasonParts(reason, NOW, 'Europe/Paris').end).toBeNull()
  })
})

describe('reasonAdvice', () => {
  for (const { name, reason, advice } of rows) {
    it(`${name}: ${advice}`, () => expect(reasonAdvice(reason)).toBe(advice))
  }

  it('starts with what to do, in small letters and without a full stop', () => {
    for (const { reason } of rows) expect(reasonAdvice(reason)).toMatch(/^[a-z].*[^.]$/)
  })
})
