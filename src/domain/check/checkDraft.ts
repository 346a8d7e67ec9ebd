import { cutText } from '#src/domain/health/cutText.ts'
import { MOST_TEXT } from '#src/domain/ticket/textSchema.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { MorningCheck } from './morningCheck.ts'
import type { CheckMark, SignOff } from './signOff.ts'

/** How far the clock of the team's engine, which dates sign-offs, and that of a browser, which dates drafts, may lie apart. */
export const MOST_SKEW: DurationMs = minutes(10)

/** A check that somebody has opened and not signed. Until they do something it is not kept beyond the page. */
export type CheckDraft = {
  /** Since when it looks: it does not move while it is open, whoever signs meanwhile. */
  readonly from: EpochMs
  readonly startedAt: EpochMs
  /** When they did something first; null: not yet. */
  readonly begunAt: EpochMs | null
  /** One an item, in the order in which they were made. */
  readonly marks: readonly CheckMark[]
  /** Keys of items in the order of the walk, held from the first deed on; null: it goes by urgency. */
  readonly order: readonly string[] | null
  /** Key of the item that is looked at; null: the first one that wants it. */
  readonly at: string | null
  readonly note: string
  /** Id of the newest sign-off that was known when it was opened. */
  readonly seenLast: string | null
}

/** A check that looks back to `from`, opened `now`. `last`: the newest sign-off. */
export const openDraft = (from: EpochMs, last: SignOff | null, now: EpochMs): CheckDraft => ({
  from,
  startedAt: now,
  begunAt: null,
  marks: [],
  order: null,
  at: null,
  note: '',
  seenLast: last?.id ?? null,
})

const keysToWalk = ({ items }: MorningCheck): readonly string[] =>
  items.filter((item) => item.isToWalk).map(({ key }) => key)

/** Holds the order that the walk has now. What came up since it was held goes to its end. The same draft where nothing did. */
export function holdOrder(draft: CheckDraft, check: MorningCheck): CheckDraft {
  const held = new Set(draft.order)
  const added = keysToWalk(check).filter((key) => !held.has(key))
  if (draft.order !== null && added.length === 0) return draft
  return { ...draft, order: [...(draft.order ?? []), ...added] }
}

const begun = (draft: CheckDraft, check: MorningCheck, now: EpochMs): CheckDraft => ({
  ...holdOrder(draft, check),
  begunAt: draft.begunAt ?? now,
})

/** Looks at one item from now on. */
export const goTo = (draft: CheckDraft, check: MorningCheck, key: string, now: EpochMs): CheckDraft => ({
  ...begun(draft, check, now),
  at: key,
})

/** Marks an item; another mark on it is gone. What the walk does not go by is added to it. */
export function withMark(draft: CheckDraft, check: MorningCheck, mark: CheckMark, now: EpochMs): CheckDraft {
  const next = begun(draft, check, now)
  const order = next.order ?? []
  return {
    ...next,
    at: draft.at ?? mark.item,
    order: order.includes(mark.item) ? order : [...order, mark.item],
    marks: [...draft.marks.filter(({ item }) => item !== mark.item), mark],
  }
}

/** Takes the mark off an item. */
export const withoutMark = (draft: CheckDraft, key: string): CheckDraft => ({
  ...draft,
  marks: draft.marks.filter(({ item }) => item !== key),
})

/** Writes what is said of the whole check, as much of it as a log takes. */
export const withNote = (draft: CheckDraft, note: string, now: EpochMs): CheckDraft => ({
  ...draft,
  note: cutText(note, MOST_TEXT),
  begunAt: draft.begunAt ?? now,
})

/**
 * The newest sign-off that came after a draft was opened, so that it looks back to an older one; null where there is none. One
 * that was made before what the draft looks back to, and is only heard of now, is none.
 */
export function newerThan({ from, seenLast }: CheckDraft, signOffs: readonly SignOff[]): SignOff | null {
  const newest = signOffs[0] ?? null
  return newest !== null && newest.id !== seenLast && newest.at > from ? newest : null
}
