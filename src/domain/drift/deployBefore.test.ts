import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StartMark } from '#src/domain/series/startLife.ts'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { deployBefore } from './deployBefore.ts'

const SINCE: EpochMs = 1_728_000_000_000

const deploy = (at: EpochMs, version: string | null = 'a'): StartMark => ({ at, kind: 'deploy', version })
const restart = (at: EpochMs): StartMark => ({ at, kind: 'restart', version: 'a' })

describe('deployBefore', () => {
  it.each<[string, readonly StartMark[], EpochMs | null]>([
    ['there was none', [], null],
    ['it came six hours before', [deploy(SINCE - hours(6))], SINCE - hours(6)],
    ['it came longer before', [deploy(SINCE - hours(6) - 1)], null],
    ['it came a little after the rise seems to have begun', [deploy(SINCE + hours(1))], SINCE + hours(1)],
    ['it came hours after, as far as windows of a day tell', [deploy(SINCE + hours(6))], SINCE + hours(6)],
    ['it came later', [deploy(SINCE + hours(6) + 1)], null],
    ['it was a mere restart', [restart(SINCE - hours(1))], null],
    [
      'there were two before: the newest',
      [deploy(SINCE - hours(4)), deploy(SINCE - hours(2))],
      SINCE - hours(2),
    ],
    [
      'one came before and one after: the one before',
      [deploy(SINCE - hours(4)), deploy(SINCE + hours(3))],
      SINCE - hours(4),
    ],
    ['two came after: the first', [deploy(SINCE + hours(2)), deploy(SINCE + hours(3))], SINCE + hours(2)],
    ['a restart came with it', [deploy(SINCE - minutes(5)), restart(SINCE - minutes(2))], SINCE - minutes(5)],
  ])('%s', (_, marks, at) => {
    expect(deployBefore(marks, SINCE)?.at ?? null).toBe(at)
  })

  it('names its version, or that nobody tells one', () => {
    expect(deployBefore([deploy(SINCE, '1.8.2')], SINCE)).toEqual({ version: '1.8.2', at: SINCE })
    expect(deployBefore([deploy(SINCE, null)], SINCE)).toEqual({ version: null, at: SINCE })
  })

  it('is one of the deploys within six hours, and none only where there is none', () => {
    const mark = fc.record({
      at: fc.integer({ min: SINCE - hours(12), max: SINCE + hours(12) }),
      kind: fc.constantFrom('deploy' as const, 'restart' as const),
      version: fc.constantFrom('a', 'b', null),
    })
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 6 }), (marks) => {
        const sorted = marks.toSorted((a, b) => a.at - b.at)
        const near = sorted.filter(({ kind, at }) => kind === 'deploy' && Math.abs(at - SINCE) <= hours(6))
        const suspect = deployBefore(sorted, SINCE)
        const possible = near.length === 0 ? [null] : near.map(({ at }) => at)
        expect(possible).toContain(suspect?.at ?? null)
      }),
    )
  })
})
