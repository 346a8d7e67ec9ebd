import type { CheckChanges } from '#src/domain/health/changesSince.ts'
import type { HealthState } from '#src/domain/health/healthReading.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** What every check of one answer is drawn with. */
export type CheckView = {
  readonly service: string
  readonly pod: string
  /** When it was answered; null where that is not known. */
  readonly at: EpochMs | null
  /** True where it is not of now: nothing in it is known now. */
  readonly old: boolean
  readonly changes: CheckChanges | null
  /** True while somebody looks for a text: what is found is open and nothing is folded. */
  readonly found: boolean
}

const LIGHT: Readonly<Record<HealthState, Light>> = {
  ok: 'green',
  degraded: 'orange',
  down: 'red',
  unknown: 'unknown',
}

/** The light of a check; grey where what it says is old. */
export const checkLight = (state: HealthState, { old }: Pick<CheckView, 'old'>): Light =>
  old ? 'unknown' : LIGHT[state]
