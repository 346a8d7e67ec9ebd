import { describe, expect, it } from 'vitest'
import type { RedSpell } from '#src/domain/series/redSpells.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import type { Deploy } from './deploysOf.ts'
import { hypercareOf } from './hypercareOf.ts'

const NOW: EpochMs = Date.UTC(2026, 10, 20, 12)
const before = (minute: number): EpochMs => NOW - minutes(minute)

const deploy = (from: number, to: number = from): Deploy => ({
  version: '1',
  at: before(from),
  lastAt: before(to),
  pods: ['orders-1'],
  isRollback: false,
})

const spell = (from: number, to: number | null, redUntil: number = to ?? 0): RedSpell => ({
  from: before(from),
  redUntil: before(redUntil),
  to: to === null ? null : before(to),
})

type Row = {
  readonly name: string
  readonly deploys?: readonly Deploy[]
  readonly spells?: readonly RedSpell[]
  readonly told: readonly ['deploy' | 'recovery', number] | null
}

describe('hypercare', () => {
  it.each<Row>([
    { name: 'nothing happened', told: null },
    { name: 'an hour after a deploy', deploys: [deploy(60)], told: ['deploy', 60] },
    { name: 'longer after it', deploys: [deploy(60.1)], told: null },
    { name: 'counted from the last pod', deploys: [deploy(90, 20)], told: ['deploy', 20] },
    { name: 'of two deploys', deploys: [deploy(50), deploy(10)], told: ['deploy', 10] },
    { name: 'after a red light', spells: [spell(50, 40)], told: ['recovery', 40] },
    { name: 'after one of five minutes', spells: [spell(45, 40)], told: ['recovery', 40] },
    { name: 'after a shorter one', spells: [spell(44.9, 40)], told: null },
    { name: 'after one that was seen for less', spells: [spell(600, 40, 598)], told: null },
    {
      name: 'after one that ended while nobody looked',
      spells: [spell(600, 40, 500)],
      told: ['recovery', 40],
    },
    { name: 'while it is red', spells: [spell(50, null)], told: null },
    {
      name: 'while it is red, soon after a deploy',
      deploys: [deploy(50)],
      spells: [spell(40, null)],
      told: ['deploy', 50],
    },
    { name: 'long after a red light', spells: [spell(200, 61)], told: null },
    {
      name: 'deploy and recovery: the later one',
      deploys: [deploy(50)],
      spells: [spell(48, 20)],
      told: ['recovery', 20],
    },
    {
      name: 'recovery by a deploy',
      deploys: [deploy(20)],
      spells: [spell(48, 20)],
      told: ['deploy', 20],
    },
    { name: 'a deploy in the future: the clock was set back', deploys: [deploy(-30)], told: null },
  ])('$name', ({ deploys = [], spells = [], told }) => {
    const care = hypercareOf(deploys, spells, DEFAULT_POLICY, NOW)
    expect(care).toEqual(
      told && { because: told[0], at: before(told[1]), until: before(told[1]) + minutes(60) },
    )
  })

  it('lasts as long as the policy says', () => {
    const deploys = [deploy(20)]
    expect(hypercareOf(deploys, [], { hypercare: minutes(30) }, NOW)?.until).toBe(NOW + minutes(10))
    expect(hypercareOf(deploys, [], { hypercare: minutes(10) }, NOW)).toBeNull()
  })
})
