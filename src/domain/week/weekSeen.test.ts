import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { at, said, seenAs, sourceOf, WEEK } from './testing/weekRig.ts'
import { weekSeen } from './weekSeen.ts'
import { weekTotals } from './weekTotals.ts'

const leak = { kind: 'drift', text: 'memory +31 MiB/h on orders-1 since 09:10' } as const
const full = { kind: 'level', text: 'memory at 96 % of 4 GiB on orders-1', light: 'red' } as const

const SOURCES = [
  sourceOf({ name: 'well', lights: seenAs('g0~24') }),
  sourceOf({ name: 'unseen' }),
  sourceOf({ name: 'hardly', lights: seenAs('r0~0.5') }),
  sourceOf({ name: 'bad', lights: seenAs('g0~6 r6~8'), stretches: [said(5, 8, 'red', leak, full)] }),
  sourceOf({
    name: 'worst',
    lights: seenAs('g0~2 r2~8'),
    stretches: [said(4, 5, 'orange', leak), said(5, 9, 'green')],
  }),
  sourceOf({ name: 'also well', lights: seenAs('g0~24') }),
  sourceOf({ name: 'watched', lights: seenAs('g0~23 o23~24') }),
  sourceOf({ name: 'gone', isNamed: false, lights: seenAs('g0~24') }),
  sourceOf({ name: 'long gone', isNamed: false, lights: seenAs('g-9~-8') }),
]

const SEEN = weekSeen(
  SOURCES,
  [
    { from: at(20), to: at(31) },
    { from: at(-5), to: at(20) },
  ],
  WEEK,
)

describe('a week', () => {
  it('tells the worst services first, then by name, and those of which nothing is known last', () => {
    expect(SEEN.services.map(({ name }) => name)).toEqual([
      'worst',
      'bad',
      'watched',
      'also well',
      'gone',
      'well',
      'hardly',
      'unseen',
    ])
  })

  it('tells drifts that reached their limit first', () => {
    expect(SEEN.drifts.map(({ service, outcome }) => `${service} ${outcome}`)).toEqual([
      'bad reached',
      'worst caught',
    ])
  })

  it('tells when anybody watched, as far as that lies within it', () => {
    expect(SEEN.watched).toEqual([{ from: at(0), to: at(31) }])
  })

  it('comes to what its services come to', () => {
    expect(weekTotals(SEEN)).toEqual({
      watchedFor: hours(31),
      span: hours(168),
      redServices: 3,
      seenServices: 7,
      redSpells: 3,
      deploys: 0,
      failedDeploys: 0,
      unseenDeploys: 0,
      drifts: { caught: 1, reached: 1, standing: 0, unseen: 0 },
    })
  })
})
