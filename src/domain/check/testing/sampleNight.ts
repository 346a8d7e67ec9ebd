import type { Night, NightStretch, ServiceNight } from '#src/domain/night/night.ts'
import { spellsOf } from '#src/domain/night/spellsOf.ts'
import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** For tests: a moment of November 2026 as clocks in Paris show it, `20 17:40`. The 20th is a Friday. */
export function at(text: string): EpochMs {
  const [day, clock] = text.split(' ')
  return parseTimestamp(`2026-11-${day}T${clock}:00+01:00`) ?? Number.NaN
}

/** Friday evening, when Anna signed, and Saturday morning. */
export const EVENING = at('20 17:40')
export const MORNING = at('21 08:55')

const KINDS = { failing: 'failing', drift: 'drift', restarts: 'restarts', health: 'health' } as const

function said(kind: string, light: Light, since: EpochMs): NightStretch['reasons'][number] {
  const known = Object.values(KINDS).find((one) => one === kind) ?? 'health'
  return { kind: known, light, since, text: `${kind} said`, pods: [] }
}

/** For tests: how a service was for a while, as `17:40–03:12 green`, one after the other until `MORNING`. */
export function stretches(
  ...told: readonly (readonly [from: string, light: Light, kinds?: readonly string[]])[]
): readonly NightStretch[] {
  return told.map(([from, light, kinds = [light === 'red' ? 'failing' : 'drift']], i) => {
    const next = told[i + 1]
    const reasons =
      light === 'green' || light === 'unknown' ? [] : kinds.map((kind) => said(kind, light, at(from)))
    return {
      from: at(from),
      to: next === undefined ? MORNING : at(next[0]),
      light,
      turn: 'other' as const,
      reasons,
    }
  })
}

/** For tests: a service's night, its spells as they follow. */
export function nightOfService(
  name: string,
  seen: readonly NightStretch[] = stretches(['20 17:40', 'green']),
  own: Partial<ServiceNight> = {},
): ServiceNight {
  const before = { light: 'green' as const, reasons: [], since: EVENING, seenAt: EVENING }
  const spells = spellsOf(seen, EVENING)
  return {
    name,
    standing: 'known',
    before,
    stretches: seen,
    spells,
    unseen: [],
    deploys: [],
    restarts: [],
    ...own,
  }
}

/** For tests: a night in which somebody always watched. */
export const nightOf = (services: readonly ServiceNight[], own: Partial<Night> = {}): Night => ({
  from: EVENING,
  to: MORNING,
  watched: [{ from: EVENING, to: MORNING }],
  gaps: [],
  filled: [],
  filling: false,
  fillFault: null,
  services,
  ...own,
})
