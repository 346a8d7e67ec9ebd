import { expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { said, seenAs, sourceOf, WEEK } from '#src/domain/week/testing/weekRig.ts'
import { weekSeen } from '#src/domain/week/weekSeen.ts'
import { weekRows } from './weekRows.ts'

const leak = { kind: 'drift', text: 'memory +31 MiB/h on orders-1' } as const
const deploy = {
  version: '2',
  at: WEEK.from + hours(3),
  lastAt: WEEK.from + hours(3),
  pods: [],
  isRollback: false,
}

it('folds only what was seen well, was not deployed and drifted nowhere', () => {
  const seen = weekSeen(
    [
      sourceOf({ name: 'red', lights: seenAs('g0~9 r9~10') }),
      sourceOf({ name: 'orange', lights: seenAs('g0~9 o9~9.1') }),
      sourceOf({ name: 'deployed', lights: seenAs('g0~9'), deploys: [deploy] }),
      sourceOf({ name: 'deployed unseen', lights: seenAs('g20~29'), deploys: [deploy] }),
      sourceOf({ name: 'drifts', lights: seenAs('g0~9'), stretches: [said(1, 2, 'orange', leak)] }),
      sourceOf({ name: 'hardly seen', lights: seenAs('g0~0.5') }),
      sourceOf({ name: 'never seen' }),
      sourceOf({ name: 'well', lights: seenAs('g0~9') }),
      sourceOf({ name: 'well, too', lights: seenAs('g0~29') }),
    ],
    [WEEK],
    WEEK,
  )
  const { told, well, wellSeen } = weekRows(seen)
  expect(told.map(({ service }) => service.name)).toEqual([
    'red',
    'orange',
    'deployed',
    'deployed unseen',
    'drifts',
    'hardly seen',
    'never seen',
  ])
  expect(well.map(({ name }) => name)).toEqual(['well', 'well, too'])
  expect(wellSeen).toEqual({ least: hours(9), most: hours(29) })
})
