import type { EpochMs } from '#src/domain/time/units.ts'
import type { LightStretch } from './lightStretches.ts'

/** How long a service was red. */
export type RedSpell = {
  readonly from: EpochMs
  /** Until when it was seen red: later than this, and not after `to`, it was restored. */
  readonly redUntil: EpochMs
  /** When it was first seen orange or green again; null: not until now. */
  readonly to: EpochMs | null
}

/**
 * The red spells that reach into `[from, to]`, oldest first, as they were known at `to`. Grey, or nobody watching, does not
 * end one: what is not seen is not restored. A spell that ends behind such a gap says so by `redUntil`.
 */
export function redSpells(
  stretches: readonly LightStretch[],
  from: EpochMs,
  to: EpochMs,
): readonly RedSpell[] {
  const spells: RedSpell[] = []
  for (const stretch of stretches) {
    if (stretch.from > to) break
    const last = spells.at(-1)
    const open = last?.to === null ? last : null
    if (stretch.light === 'red') {
      if (open !== null) spells.pop()
      spells.push({ from: open?.from ?? stretch.from, redUntil: Math.min(stretch.to, to), to: null })
    } else if (stretch.light !== 'unknown' && open !== null) {
      spells[spells.length - 1] = { ...open, to: stretch.from }
    }
  }
  return spells.filter((spell) => spell.to === null || spell.to >= from)
}
