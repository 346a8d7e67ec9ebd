import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { Deploy } from './deploysOf.ts'
import { deploySuspected } from './deploySuspected.ts'

const SINCE: EpochMs = Date.UTC(2026, 10, 20, 12)

/** A deploy of so many minutes before the trouble, to so many. */
const deploy = (version: string | null, from: number, to: number = from): Deploy => ({
  version,
  at: SINCE - minutes(from),
  lastAt: SINCE - minutes(to),
  pods: ['orders-1'],
  isRollback: false,
})

describe('the deploy to suspect', () => {
  it.each<{ name: string; deploys: readonly Deploy[]; suspect: string | null }>([
    { name: 'there was none', deploys: [], suspect: null },
    { name: 'it came six hours before', deploys: [deploy('1', 360)], suspect: '1' },
    { name: 'it came longer before', deploys: [deploy('1', 361)], suspect: null },
    { name: 'its last pod came six hours before', deploys: [deploy('1', 400, 360)], suspect: '1' },
    { name: 'it is under way', deploys: [deploy('1', 5, -5)], suspect: '1' },
    { name: 'of two the newer one', deploys: [deploy('1', 300), deploy('2', 30)], suspect: '2' },
    { name: 'one came before and one after', deploys: [deploy('1', 300), deploy('2', -30)], suspect: '1' },
    { name: 'it came after', deploys: [deploy('1', -2)], suspect: null },
    { name: 'the old pod stopped before the new one', deploys: [deploy('1', -1)], suspect: '1' },
  ])('$name', ({ deploys, suspect }) => {
    expect(deploySuspected(deploys, SINCE)?.version ?? null).toBe(suspect)
  })

  it('is told with when it began', () => {
    const late = [deploy(null, 20, 5)]
    expect(deploySuspected(late, SINCE)).toEqual({ version: null, at: SINCE - minutes(20) })
    expect(deploySuspected(late, SINCE + hours(6) - minutes(5))).not.toBeNull()
    expect(deploySuspected(late, SINCE + hours(6) - minutes(5) + seconds(1))).toBeNull()
  })
})
