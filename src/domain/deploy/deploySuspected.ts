import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import { deployBehind } from './deployBehind.ts'
import type { Deploy } from './deploysOf.ts'

/**
 * Trouble that began within so long after a deploy says so: "suspect the deploy" (the specification's section on verdicts).
 */
export const SUSPECT_FOR: DurationMs = hours(6)

/**
 * The deploy to suspect of what began at `since`, of which the beginning is known, as of errors and of a red light: the newest
 * one before it. Null where there was none within six hours. Where a drift began is less certain: see `deployBefore`.
 */
export function deploySuspected(
  deploys: readonly Deploy[],
  since: EpochMs,
): Pick<Deploy, 'version' | 'at'> | null {
  const deploy = deployBehind(deploys, since, SUSPECT_FOR)
  return deploy === null ? null : { version: deploy.version, at: deploy.at }
}
