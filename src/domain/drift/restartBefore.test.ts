import { expect, it } from 'vitest'
import type { StartMark } from '#src/domain/series/startLife.ts'
import { type EpochMs, hours } from '#src/domain/time/units.ts'
import { restartBefore } from './restartBefore.ts'

const SINCE: EpochMs = 1_728_000_000_000

const mark = (kind: StartMark['kind'], at: EpochMs): StartMark => ({ at, kind, version: null })

it.each<[string, readonly StartMark[], EpochMs | null]>([
  ['there was none', [], null],
  ['six hours before', [mark('restart', SINCE - hours(6))], SINCE - hours(6)],
  ['longer before', [mark('restart', SINCE - hours(6) - 1)], null],
  ['an hour after it seems to have begun', [mark('restart', SINCE + hours(1))], SINCE + hours(1)],
  ['later', [mark('restart', SINCE + hours(1) + 1)], null],
  ['a deploy is none', [mark('deploy', SINCE - hours(1))], null],
  [
    'two: the newest',
    [mark('restart', SINCE - hours(3)), mark('restart', SINCE - hours(2))],
    SINCE - hours(2),
  ],
])('%s', (_, marks, at) => expect(restartBefore(marks, SINCE)).toBe(at))
