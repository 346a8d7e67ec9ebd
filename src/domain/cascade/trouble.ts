import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'

/** What the cascade needs to know of one service. Names are unique in a fleet. */
export type Trouble = {
  readonly service: string
  /** Of its own verdict, before anything that dependencies add to it. */
  readonly light: Light
  /** When its worst reasons began. */
  readonly since: EpochMs
  /** The earliest and the latest that they may have begun, where `since` is not exact: see `troubleOf`. */
  readonly sinceBetween?: readonly [earliest: EpochMs, latest: EpochMs]
  /** What it needs: what the fleet file says, and what its health checks name (`dependencyNames`). */
  readonly dependsOn: readonly string[]
  /** A reason as grave as its light that no dependency explains: it stands for itself. */
  readonly independent: boolean
  /** A reason as grave as its light that whoever calls it can feel. */
  readonly hurtsCallers: boolean
  /** Some pod of it answered at least once. Told as false only after it had time to. */
  readonly everAnswered: boolean
}
