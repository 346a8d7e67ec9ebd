import type { EpochMs } from '#src/domain/time/units.ts'
import { type CheckDraft, goTo } from './checkDraft.ts'
import type { CheckItem, MorningCheck } from './morningCheck.ts'
import type { CheckMark } from './signOff.ts'
import { type MarkStanding, standingOf } from './standingOf.ts'

/** One item of a walk with what was done about it. `open`: nothing yet. */
export type WalkStep = {
  readonly item: CheckItem
  readonly mark: CheckMark | null
  readonly standing: MarkStanding | 'open'
}

/** The items of a walk in its order: those that want a person, and those that have a mark. What is gone is left out. */
export function walkOf(check: MorningCheck, { marks, order }: CheckDraft): readonly WalkStep[] {
  const markOf = new Map(marks.map((mark) => [mark.item, mark]))
  const wanted = new Map(
    check.items.filter((item) => item.isToWalk || markOf.has(item.key)).map((item) => [item.key, item]),
  )
  const keys = new Set([...(order ?? []), ...wanted.keys()])
  return [...keys].flatMap((key) => {
    const item = wanted.get(key)
    if (item === undefined) return []
    const mark = markOf.get(key) ?? null
    return [{ item, mark, standing: mark === null ? ('open' as const) : standingOf(mark, item) }]
  })
}

/** Whether somebody still has to look at it: nobody has, or there is more now than when they did. */
export const isUndecided = ({ standing }: WalkStep): boolean => standing === 'open' || standing === 'more'

/** The step that is looked at: where the draft is, else the first that wants it; null where there is none. */
export function currentOf(walk: readonly WalkStep[], { at }: Pick<CheckDraft, 'at'>): WalkStep | null {
  return walk.find(({ item }) => item.key === at) ?? walk.find(isUndecided) ?? walk[0] ?? null
}

/** How many items of a walk are decided. */
export type WalkProgress = { readonly decided: number; readonly of: number }

/** How far a walk has come. */
export const progressOf = (walk: readonly WalkStep[]): WalkProgress => ({
  decided: walk.filter((step) => !isUndecided(step)).length,
  of: walk.length,
})

/** Goes `by` steps on, or back where that is negative, and stays within the walk. */
export function stepBy(draft: CheckDraft, check: MorningCheck, by: number, now: EpochMs): CheckDraft {
  const walk = walkOf(check, draft)
  const current = currentOf(walk, draft)
  const i = walk.findIndex((step) => step === current)
  const to = walk[Math.min(Math.max(0, i + by), walk.length - 1)]
  return to === undefined ? draft : goTo(draft, check, to.item.key, now)
}

/** Goes on to the next item that nobody has decided, from the beginning after the last one. Where there is none it stays. */
export function stepToOpen(draft: CheckDraft, check: MorningCheck, now: EpochMs): CheckDraft {
  const walk = walkOf(check, draft)
  const current = currentOf(walk, draft)
  const i = walk.findIndex((step) => step === current)
  const to = [...walk.slice(i + 1), ...walk.slice(0, i + 1)].find(isUndecided)
  return to === undefined ? draft : goTo(draft, check, to.item.key, now)
}
