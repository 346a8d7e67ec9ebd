import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { focusItem } from '#src/features/check/changes/itemPlaces.ts'

/** Where the walk stands, for what is done between two drawings; and whether the keyboard goes there after the next one. */
export type WalkPlace = {
  readonly step: () => WalkStep | null
  /** Brings the keyboard to wherever the walk stands when it is drawn next. */
  readonly follow: () => void
  /** Told after each drawing. */
  readonly drawn: (step: WalkStep | null) => void
}

export function createWalkPlace(): WalkPlace {
  let current: WalkStep | null = null
  let isFollowed = false
  return {
    step: () => current,
    follow: () => {
      isFollowed = true
    },
    drawn: (step) => {
      current = step
      if (!isFollowed) return
      isFollowed = false
      if (step !== null) focusItem(step.item.key)
    },
  }
}
