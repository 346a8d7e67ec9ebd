import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Then } from '#src/state/drillActions.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'

/** Five hours before now. */
export const NIGHT = NOW - hours(5)

/** The service was red that night, as one of two pods did not answer. */
export const redMoment: VerdictMoment = {
  at: NIGHT - minutes(3),
  light: 'red',
  reasons: [
    {
      kind: 'failing',
      light: 'red',
      since: NIGHT - minutes(3),
      text: 'orders-2 does not answer since 03:57',
      pods: ['orders-2'],
    },
  ],
  pods: [
    { name: 'orders-1', light: 'green', version: '1.0.0' },
    { name: 'orders-2', light: 'red', version: '0.9.0' },
  ],
}

/** What the watch tells of that night, unless told otherwise. */
export const sampleThen = (own: Partial<Then> = {}): Then => ({
  at: NIGHT,
  moment: redMoment,
  knownSince: NOW - hours(20),
  around: [],
  values: [],
  past: [
    { from: NOW - hours(20), to: redMoment.at, light: 'green' },
    { from: redMoment.at, to: NIGHT + minutes(10), light: 'red' },
    { from: NOW - hours(1), to: NOW, light: 'green' },
  ],
  turns: [NOW - hours(20), redMoment.at, NOW - hours(1)],
  ...own,
})
