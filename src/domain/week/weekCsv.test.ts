import { describe, expect, it } from 'vitest'
import { figuresOf } from '#src/domain/statistics/figuresOf.ts'
import { minutes } from '#src/domain/time/units.ts'
import { said, seenAs, sourceOf, WEEK } from './testing/weekRig.ts'
import type { WeekTickets } from './week.ts'
import { weekCsv } from './weekCsv.ts'
import { weekSeen } from './weekSeen.ts'

const LEAK = { kind: 'drift', text: 'memory +31 MiB/h on orders-1' } as const

const SEEN = weekSeen(
  [
    sourceOf({ lights: seenAs('g0~9 r9~10'), stretches: [said(5, 10, 'orange', LEAK)] }),
    sourceOf({ name: '=cmd|"calc"', lights: seenAs('g0~10') }),
    sourceOf({ name: 'mail' }),
  ],
  seenAs('g0~10'),
  WEEK,
)

const TICKETS: WeekTickets = {
  figures: { ...figuresOf([]), n: 3, tta: { ...figuresOf([]).tta, n: 2, median: minutes(4.5) } },
  breaches: { byTime: 1, byRequalification: 1 },
  excluded: { merged: 0, falsePositives: 0, drills: 0 },
}

const SPAN = '2026-11-16T00:00:00Z,2026-11-23T00:00:00Z'

describe('a week as CSV', () => {
  it('has a line for all of it and one a service, and no formula', () => {
    expect(weekCsv(SEEN, TICKETS).split('\r\n')).toEqual([
      'from UTC,to UTC,service,seen min,not red,green min,orange min,red min,red spells,deploys watched,deploys followed by red,deploys seen only afterwards,drifts caught,drifts at their limit,drifts standing,drifts whose end nobody saw,tickets,TTA n,TTA median min,TRS n,TRS median min,limits broken',
      `${SPAN},all,600,,,,,1,0,0,0,0,0,1,0,3,2,4.5,0,,2`,
      `${SPAN},orders,600,0.9,540,0,60,1,0,0,0,0,0,1,0,,,,,,`,
      `${SPAN},"'=cmd|""calc""",600,1,600,0,0,0,0,0,0,0,0,0,0,,,,,,`,
      `${SPAN},mail,0,,0,0,0,0,0,0,0,0,0,0,0,,,,,,`,
      '',
    ])
  })

  it('leaves empty what is not known', () => {
    expect(weekCsv(SEEN, null).split('\r\n')[1]).toBe(`${SPAN},all,600,,,,,1,0,0,0,0,0,1,0,,,,,,`)
  })
})
