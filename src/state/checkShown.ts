import { replaceEqualDeep } from '@tanstack/react-query'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'

/** The check that is on the screen: whoever does something does it to that one. */
export type Shown = {
  readonly get: () => MorningCheck | null
  readonly set: (check: MorningCheck | null) => void
}

/** Nothing is shown yet. */
export function createShown(): Shown {
  let shown: MorningCheck | null = null
  return {
    get: () => shown,
    set: (check) => {
      shown = check
    },
  }
}

/** Gives steps that were given before, as far as they are the same: what did not change is not drawn again. */
export function createWalkSharer(): (walk: readonly WalkStep[]) => readonly WalkStep[] {
  let known: readonly WalkStep[] = []
  return (walk) => {
    known = replaceEqualDeep(known, walk)
    return known
  }
}
