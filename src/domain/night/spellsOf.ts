import { lengthOf } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { gapsOf, NO_GAP } from './gapsOf.ts'
import type { NightSpell, NightStretch } from './night.ts'

type Bad = NightStretch & { readonly light: NightSpell['light'] }

/** A spell in the making: its stretches of trouble, oldest first. */
type Begun = { readonly bad: readonly Bad[]; readonly isOlder: boolean }

const isBad = (stretch: NightStretch): stretch is Bad => stretch.light === 'red' || stretch.light === 'orange'

const isGraver = (a: Bad, b: Bad): boolean => a.light === 'red' && b.light === 'orange'

/** Of two that are as grave the longer one says better what it was. */
const worseOf = (a: Bad, b: Bad): Bad =>
  isGraver(b, a) || (!isGraver(a, b) && lengthOf([b]) > lengthOf([a])) ? b : a

/** After a gap nobody knows whether it was well until then. */
const goOn = (begun: Begun | null, stretch: Bad, wellUntil: EpochMs): Begun => ({
  bad: [...(begun?.bad ?? []), stretch],
  isOlder: begun?.isOlder ?? stretch.from - wellUntil >= NO_GAP,
})

function spellOf({ bad, isOlder }: Begun, wellAt: EpochMs | null): NightSpell[] {
  const [first, last] = [bad[0], bad.at(-1)]
  if (first === undefined || last === undefined) return []
  const worst = bad.reduce(worseOf)
  const within = { from: first.from, to: wellAt ?? last.to }
  return [
    {
      light: worst.light,
      from: first.from,
      isOlder,
      lastBadAt: last.to,
      wellAt,
      seenFor: lengthOf(bad),
      redFor: lengthOf(bad.filter(({ light }) => light === 'red')),
      hasGap: within.from < within.to && gapsOf(bad, within).length > 0,
      reasons: worst.reasons,
    },
  ]
}

/**
 * The times in which a service was orange or red, oldest first, of how it was seen. One ends when the service is seen well:
 * grey, or nobody watching, ends none. Only what was seen counts into how long it was.
 *
 * `wellUntil`: when it was last seen well before the first stretch; null where it was not, or where that is not known.
 */
export function spellsOf(
  stretches: readonly NightStretch[],
  wellUntil: EpochMs | null,
): readonly NightSpell[] {
  const spells: NightSpell[] = []
  let begun: Begun | null = null
  let well = wellUntil ?? Number.NEGATIVE_INFINITY
  for (const stretch of stretches) {
    if (isBad(stretch)) {
      begun = goOn(begun, stretch, well)
    } else if (stretch.light === 'green') {
      if (begun !== null) spells.push(...spellOf(begun, stretch.from))
      begun = null
      well = stretch.to
    }
  }
  return begun === null ? spells : [...spells, ...spellOf(begun, null)]
}
