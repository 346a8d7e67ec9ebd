import type { CheckInput, CheckRow } from '#src/domain/check/checkInput.ts'
import { type EpochMs, mebibytes } from '#src/domain/time/units.ts'
import { type Light, worstLight } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { logOf, signOffOf } from './sampleLog.ts'
import { at, EVENING, MORNING, nightOf, nightOfService } from './sampleNight.ts'

/** For tests: a pod that does not answer since 03:12. */
export const failing = (pod: string, light: Light = 'red'): Reason => ({
  kind: 'failing',
  light,
  since: at('21 03:12'),
  ofPods: 1,
  pods: [{ pod, light, since: at('21 03:12'), failure: { kind: 'timeout', after: 2000 } }],
})

/** For tests: memory that reaches its limit then. */
export const leaking = (pod: string, reachedAt: EpochMs): Reason => ({
  kind: 'drift',
  light: 'orange',
  since: at('21 01:00'),
  ofPods: 1,
  pods: [
    {
      pod,
      light: 'orange',
      since: at('21 01:00'),
      signal: 'memory',
      of: null,
      value: mebibytes(3100),
      perHour: mebibytes(31),
      ci: [mebibytes(29), mebibytes(33)],
      bound: mebibytes(4096),
      reachedAt,
      reachedBetween: null,
      deploy: null,
      restartAt: null,
    },
  ],
})

/** For tests: a row that is well, or has the reasons that are given. */
export function rowOf(name: string, light: Light = 'green', own: Partial<CheckRow> = {}): CheckRow {
  const reasons = light === 'green' ? [] : [failing(`${name}-1`, light)]
  return { name, light, since: at('21 03:12'), reasons, ...own }
}

/** For tests: what the check of Saturday morning is made of; a night is well where none is given. */
export function inputOf(rows: readonly CheckRow[], own: Partial<CheckInput> = {}): CheckInput {
  const counts: Record<Light, number> = { green: 0, orange: 0, red: 0, unknown: 0 }
  for (const { light } of rows) counts[light] += 1
  return {
    title: 'Sample shop',
    rows,
    light: worstLight(rows.map(({ light }) => light)),
    counts,
    night: nightOf(rows.map(({ name }) => nightOfService(name))),
    log: logOf(),
    from: EVENING,
    to: MORNING,
    now: MORNING,
    last: signOffOf(),
    timeZone: 'Europe/Paris',
    ...own,
  }
}
