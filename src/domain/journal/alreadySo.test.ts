import { expect, it } from 'vitest'
import { type EpochMs, hours, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { addMoment } from './addMoment.ts'
import type { VerdictMoment } from './verdictMoment.ts'

const EIGHT: EpochMs = 1_795_276_800_000
const NIGHT = EIGHT - hours(5)

const moment = (after: number, light: Light, ...since: readonly EpochMs[]): VerdictMoment => ({
  at: EIGHT + seconds(after),
  light,
  reasons: since.map((at) => ({ kind: 'restarts', light, since: at, text: 'once', pods: ['orders-1'] })),
  pods: [{ name: 'orders-1', light, version: null }],
})

const WATCHED = [{ from: EIGHT - hours(10), to: EIGHT + hours(1) }]

it.each([
  {
    name: 'learned a little later',
    told: [moment(0, 'green'), moment(5, 'orange', NIGHT)],
    kept: ['0 orange'],
  },
  {
    name: 'too late for that',
    told: [moment(0, 'green'), moment(400, 'orange', NIGHT)],
    kept: ['0 green', '400 orange'],
  },
  {
    name: 'new',
    told: [moment(0, 'green'), moment(5, 'orange', EIGHT + seconds(4))],
    kept: ['0 green', '5 orange'],
  },
  {
    name: 'no worse',
    told: [moment(0, 'red', NIGHT), moment(5, 'orange', NIGHT)],
    kept: ['0 red', '5 orange'],
  },
  {
    name: 'a reload in between',
    told: [moment(-9000, 'orange', NIGHT), moment(0, 'green'), moment(5, 'orange', NIGHT)],
    kept: ['-9000 orange'],
  },
])('what was so already: $name', ({ told, kept }) => {
  const moments = told.reduce<readonly VerdictMoment[]>(
    (all, one) => addMoment(all, one, WATCHED).moments,
    [],
  )
  expect(moments.map(({ at, light }) => `${(at - EIGHT) / 1000} ${light}`)).toEqual(kept)
})
