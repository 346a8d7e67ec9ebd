import { describe, expect, it } from 'vitest'
import type { RedSpell } from '#src/domain/series/redSpells.ts'
import { days, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { deliveryOf } from './deliveryOf.ts'
import type { Deploy } from './deploysOf.ts'
import type { Delivery } from './dora.ts'

const NOW: EpochMs = Date.UTC(2026, 10, 20, 12)

/** A deploy of one pod so many minutes ago. */
const deploy = (ago: number): Deploy => ({
  version: `v${ago}`,
  at: NOW - minutes(ago),
  lastAt: NOW - minutes(ago),
  pods: ['orders-1'],
  isRollback: false,
})

const red = (ago: number): RedSpell => ({ from: NOW - minutes(ago), redUntil: NOW, to: null })

const ALWAYS = [{ from: NOW - days(40), to: NOW }]

const told = (delivery: Partial<Delivery>) =>
  deliveryOf({ deploys: [], spells: [], observed: ALWAYS, ...delivery }, DEFAULT_POLICY, NOW)

describe('the newest deploys', () => {
  it.each<{ name: string; delivery: Partial<Delivery>; outcome: string; redAgo?: number }>([
    { name: 'none yet', delivery: { deploys: [deploy(20)] }, outcome: 'so-far' },
    { name: 'well', delivery: { deploys: [deploy(61)] }, outcome: 'well' },
    {
      name: 'red within the hour',
      delivery: { deploys: [deploy(90)], spells: [red(40)] },
      outcome: 'red',
      redAgo: 40,
    },
    { name: 'red later', delivery: { deploys: [deploy(90)], spells: [red(20)] }, outcome: 'well' },
    { name: 'red before', delivery: { deploys: [deploy(90)], spells: [red(95)] }, outcome: 'well' },
    { name: 'nobody watched', delivery: { deploys: [deploy(90)], observed: [] }, outcome: 'unseen' },
    {
      name: 'watched for the last of the hour only',
      delivery: { deploys: [deploy(90)], observed: [{ from: NOW - minutes(40), to: NOW }] },
      outcome: 'well',
    },
    {
      name: 'older than the 28 days',
      delivery: { deploys: [deploy(30 * 24 * 60)], spells: [red(30 * 24 * 60 - 20)] },
      outcome: 'red',
      redAgo: 30 * 24 * 60 - 20,
    },
  ])('$name: $outcome', ({ delivery, outcome, redAgo }) => {
    const [newest] = told(delivery).recent
    expect(newest?.outcome).toBe(outcome)
    expect(newest?.redAt).toBe(redAgo === undefined ? null : NOW - minutes(redAgo))
  })

  it('are five, the newest first, each with its own red light, and the numbers are of all', () => {
    const deploys = [600, 500, 400, 300, 200, 100].map(deploy)
    const { recent, dora } = told({ deploys, spells: [red(290)] })
    expect(recent.map(({ version }) => version)).toEqual(['v100', 'v200', 'v300', 'v400', 'v500'])
    expect(recent.map(({ outcome }) => outcome)).toEqual(['well', 'well', 'red', 'well', 'well'])
    expect([dora.deploys, dora.failed]).toEqual([6, 1])
    expect(dora.observedFor).toBe(days(28))
    expect(hours(1)).toBe(DEFAULT_POLICY.hypercare)
  })
})
