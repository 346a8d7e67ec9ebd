import { describe, expect, it } from 'vitest'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { failing, leaking } from './testing/sampleInput.ts'
import { watchOf } from './testing/sampleLog.ts'
import { hours } from '#src/domain/time/units.ts'
import { MORNING, nightOf, nightOfService, stretches } from './testing/sampleNight.ts'
import { isCovered, isWatchOver } from './watchOver.ts'

const leak = leaking('billing-1', MORNING + 1)
const flat = { kind: 'flat', signal: 'memory' } as const
const blindPage: Reason = {
  kind: 'metrics-failing',
  light: 'orange',
  since: MORNING,
  ofPods: 1,
  pods: [{ pod: 'a', light: 'orange', since: MORNING, failure: { kind: 'timeout', after: 2000 } }],
}

describe('isWatchOver', () => {
  it.each([
    { name: 'before its time', until: { kind: 'time', at: MORNING + 1 }, over: false },
    { name: 'at its time', until: { kind: 'time', at: MORNING }, over: true },
    { name: 'memory rises', until: flat, reasons: [leak], over: false },
    { name: 'something else is wrong', until: flat, reasons: [failing('a')], over: true },
    { name: 'any signal', until: { kind: 'flat', signal: null }, reasons: [leak], over: false },
    { name: 'another signal', until: { kind: 'flat', signal: 'heap' }, reasons: [leak], over: true },
    { name: 'no metrics come', until: flat, reasons: [blindPage], over: false },
    { name: 'grey is not flat', until: flat, light: 'unknown', over: false },
    { name: 'well', until: flat, light: 'green', over: true },
  ] as const)('$name: $over', ({ until, over, ...own }) => {
    const watched = { light: 'orange' as const, reasons: [], ...own }
    expect(isWatchOver({ until, service: 'billing' }, watched, nightOf([]), MORNING)).toBe(over)
  })

  it('is not ended by what is not there any more', () => {
    expect(isWatchOver({ until: flat, service: 'billing' }, null, nightOf([]), MORNING)).toBe(false)
  })

  const well = { light: 'green' as const, reasons: [] }
  const short = [{ from: MORNING - hours(1), to: MORNING }]
  const leaked = stretches(['21 08:00', 'orange', [leak.kind]], ['21 08:30', 'green'])
  it.each([
    { name: 'whoever watched for an hour', night: nightOf([], { watched: short }), over: false },
    {
      name: 'who knows the night from Prometheus only',
      night: nightOf([], { filled: nightOf([]).watched }),
      over: false,
    },
    {
      name: 'who saw the drift end',
      night: nightOf([nightOfService('billing', leaked)], { watched: short }),
      over: true,
    },
  ])('$name can tell a flat line: $over', ({ night, over }) => {
    expect(isWatchOver({ until: flat, service: 'billing' }, well, night, MORNING)).toBe(over)
  })
})

describe('isCovered', () => {
  const still = nightOfService('billing', stretches(['20 17:40', 'orange']))
  const rows = [
    { name: 'the same', own: {}, covered: true },
    { name: 'well meanwhile', own: { light: 'green', kinds: [] }, covered: true },
    { name: 'graver', own: { light: 'red' }, covered: false },
    { name: 'for another reason', own: { kinds: ['drift', 'errors'] }, covered: false },
    { name: 'out of sight', own: { light: 'unknown' }, covered: false },
    {
      name: 'red for a while in the night',
      own: {
        night: nightOfService(
          'b',
          stretches(['20 17:40', 'orange'], ['21 03:12', 'red'], ['21 03:36', 'orange']),
        ),
      },
      covered: false,
    },
    {
      name: 'for another reason in the night',
      own: {
        night: nightOfService(
          'b',
          stretches(['20 17:40', 'green'], ['21 03:12', 'orange', ['health']], ['21 04:00', 'green']),
        ),
      },
      covered: false,
    },
    {
      name: 'grey for a while',
      own: {
        night: nightOfService(
          'b',
          stretches(['20 17:40', 'orange'], ['21 03:12', 'unknown'], ['21 03:36', 'orange']),
        ),
      },
      covered: true,
    },
    {
      name: 'red until somebody watched it',
      own: { night: nightOfService('b', stretches(['20 17:00', 'red'], ['20 17:40', 'orange'])) },
      covered: true,
    },
  ] as const

  it.each(rows)('$name: $covered', ({ own, covered }) => {
    expect(isCovered({ light: 'orange', kinds: ['drift'], night: still, ...own }, watchOf())).toBe(covered)
  })
})
