import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'

/** What a tile tells besides its name; the words are made of it where it is drawn. */
export type WallTile = {
  readonly name: string
  readonly light: Light
  /** What it was when it was last seen, and when that was; only while nothing is known of it now. */
  readonly was: { readonly light: Light; readonly at: EpochMs } | null
  /** Since when it has its light. */
  readonly since: EpochMs
  /** The gravest, and how many more there are; null where it is well. */
  readonly reason: Reason | null
  readonly more: number
  readonly pods: { readonly out: number; readonly of: number }
  /** Who drags it down; null where it stands for itself. */
  readonly root: string | null
  /** How many others it drags down. */
  readonly affected: number
}

/** A service's tile. Pods that cannot be seen are not well either: they count as out wherever one is not green. */
export function wallTile({ name, light, lastKnown, since, reasons, pods, cascade }: ServiceRow): WallTile {
  const isUnseen = light === 'unknown'
  return {
    name,
    light,
    was: isUnseen && lastKnown !== null && lastKnown.light !== 'unknown' ? lastKnown : null,
    since,
    reason: reasons[0] ?? null,
    more: Math.max(0, reasons.length - 1),
    pods: { out: pods.filter((pod) => pod.light !== 'green').length, of: pods.length },
    root: cascade?.root ?? null,
    affected: cascade?.affected.length ?? 0,
  }
}
