import type { JournalStretch } from '#src/domain/journal/journalStretch.ts'
import type { SaidReason } from '#src/domain/journal/verdictMoment.ts'
import type { LightStretch } from '#src/domain/series/lightStretches.ts'
import { type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { WeekSource } from '#src/domain/week/weekSource.ts'

/** For tests: when a week begins, 2026-11-16T00:00:00Z. */
const MONDAY: EpochMs = 1_794_787_200_000

/** For tests: so many hours after that. */
export const at = (hour: number): EpochMs => MONDAY + hours(hour)

export const WEEK = { from: MONDAY, to: at(168) }

const LIGHT_OF: Readonly<Record<string, Light>> = { r: 'red', o: 'orange', g: 'green', u: 'unknown' }

const lightOf = (letter: string): Light => LIGHT_OF[letter] ?? 'unknown'

/** For tests: `g-2~24 r24~24.5 g24.5~48`: which light from which hour of the week to which. */
export const seenAs = (text: string): readonly LightStretch[] =>
  text.split(' ').flatMap((word) => {
    const [from, to] = word.slice(1).split('~').map(Number)
    return from === undefined || to === undefined
      ? []
      : [{ from: at(from), to: at(to), light: lightOf(word.charAt(0)) }]
  })

/** For tests: what was said from an hour to another, with texts as a journal keeps them. */
export const said = (
  from: number,
  to: number,
  light: Light,
  ...reasons: readonly (Pick<SaidReason, 'kind' | 'text'> & Partial<SaidReason>)[]
): JournalStretch => ({
  from: at(from),
  to: at(to),
  turn: 'other',
  moment: {
    at: at(from),
    light,
    reasons: reasons.map((reason) => Object.assign({ light, since: at(from), pods: ['orders-1'] }, reason)),
    pods: [{ name: 'orders-1', light, version: '1.0' }],
  },
})

/** For tests: a service of which nothing is known but what is given. */
export const sourceOf = (given: Partial<WeekSource> = {}): WeekSource => ({
  name: 'orders',
  isNamed: true,
  lights: [],
  stretches: [],
  deploys: [],
  restarts: [],
  hypercare: hours(1),
  ...given,
})
