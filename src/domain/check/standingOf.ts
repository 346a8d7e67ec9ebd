import type { CheckItem } from './morningCheck.ts'
import type { CheckMark } from './signOff.ts'
import { isCovered } from './watchOver.ts'

/**
 * How a mark stands to its item now. `decided`: it stands as it did. `more`: it is graver or for another reason, or was since:
 * somebody has to look again. `changed`: it is better, or for fewer reasons.
 */
export type MarkStanding = 'decided' | 'more' | 'changed'

/** What becomes of a mark while the check goes on. */
export function standingOf(mark: CheckMark, item: CheckItem): MarkStanding {
  // Of what has no light of its own, a ticket or what is gone, nothing gets graver.
  const light = item.light ?? mark.light
  const { kinds, night } = item
  const covers = { light: mark.light, kinds: mark.kinds, from: mark.at }
  if (!isBetterThanUnseen(mark, item) && !isCovered({ light, kinds, night }, covers)) return 'more'
  const isSame = light === mark.light && kinds.length === mark.kinds.length
  return isSame ? 'decided' : 'changed'
}

/** It could not be seen when it was marked, and is well now. */
const isBetterThanUnseen = (mark: CheckMark, { light, kinds }: CheckItem): boolean =>
  mark.light === 'unknown' && light === 'green' && kinds.length === 0
