import { describe, expect, it } from 'vitest'
import { deployLines, doraText } from './deployWords.ts'
import type { DeployTold } from '#src/domain/deploy/deliveryOf.ts'
import type { Dora } from '#src/domain/deploy/dora.ts'
import { NO_DELIVERY } from '#src/domain/deploy/testing/noDelivery.ts'
import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'

const NOON: EpochMs = Date.UTC(2026, 10, 20, 12)

const watched = (own: Partial<Dora>): Dora => ({
  ...NO_DELIVERY.dora,
  observedFor: days(6),
  perWeek: 3.5,
  deploys: 3,
  ...own,
})

describe('deploys in numbers', () => {
  it.each<{ told: Partial<Dora>; text: string }>([
    { told: {}, text: '3 deploys in 6 d of watching (3.5 a week), none followed by red' },
    {
      told: { failed: 1, restored: 1, restoreMedian: minutes(25) },
      text: '3 deploys in 6 d of watching (3.5 a week), 1 of 3 followed by red, restored after 25 min',
    },
    {
      told: { failed: 3, restored: 2, restoreMedian: minutes(30), unseen: 2 },
      text: '3 deploys in 6 d of watching (3.5 a week), 3 of 3 followed by red, restored after 30 min (median of 2), not seen restored; 2 more seen only afterwards',
    },
    {
      told: { deploys: 2, failed: 2, perWeek: 2.26, observedFor: days(2) },
      text: '2 deploys in 2 d of watching (2.3 a week), 2 of 2 followed by red, 2 not seen restored',
    },
    {
      told: { deploys: 1, perWeek: 7, observedFor: hours(5) + 2000 },
      text: '1 deploy in 5 h of watching, none followed by red',
    },
    {
      told: { deploys: 1, perWeek: 7, observedFor: minutes(1) + 23_000 },
      text: '1 deploy in 1 min of watching, none followed by red',
    },
    {
      told: { deploys: 0, perWeek: 0, unseen: 2 },
      text: 'no deploy was watched in the last 28 days; 2 seen only afterwards',
    },
    {
      told: { deploys: 0, perWeek: null, observedFor: 0, unseen: 1 },
      text: 'no deploy was watched in the last 28 days; 1 seen only afterwards',
    },
    { told: { deploys: 0, perWeek: 0, observedFor: days(28) }, text: 'no deploy in 28 d of watching' },
  ])('$text', ({ told, text }) => {
    expect(doraText(watched(told))).toBe(text)
  })
})

describe('the newest deploys', () => {
  const deploy: DeployTold = {
    version: '1.8.3',
    at: NOON,
    lastAt: NOON + minutes(9),
    pods: ['a', 'b', 'c'],
    isRollback: false,
    outcome: 'well',
    redAt: null,
  }
  const lineOf = (own: Partial<DeployTold>) => {
    const [line] = deployLines(
      { ...NO_DELIVERY, recent: [{ ...deploy, ...own }] },
      { now: NOON + hours(2), timeZone: 'UTC' },
    )
    return line && [line.version, line.when, line.pods, line.rollback, line.outcomeText]
  }

  it.each<{ own: Partial<DeployTold>; line: readonly (string | null)[] }>([
    { own: {}, line: ['1.8.3', '12:00', '3 pods', null, 'no red seen after it'] },
    {
      own: { outcome: 'red', redAt: NOON + minutes(20), pods: ['a'] },
      line: ['1.8.3', '12:00', '1 pod', null, 'red at 12:20'],
    },
    {
      own: { outcome: 'so-far', isRollback: true },
      line: ['1.8.3', '12:00', '3 pods', 'roll-back', 'no red so far'],
    },
    {
      own: { outcome: 'red', redAt: NOON - minutes(0.5) },
      line: ['1.8.3', '12:00', '3 pods', null, 'red as it began'],
    },
    {
      own: { outcome: 'unseen', version: null, at: NOON - days(1) },
      line: ['another version', 'yesterday 12:00', '3 pods', null, 'nobody watched'],
    },
  ])('$line', ({ own, line }) => {
    expect(lineOf(own)).toEqual(line)
  })
})
