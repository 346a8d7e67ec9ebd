import { replaceEqualDeep } from '@tanstack/react-query'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type CheckDraft, MOST_SKEW, openDraft } from '#src/domain/check/checkDraft.ts'
import { MOST_LOOK_BACK } from '#src/domain/check/parseSince.ts'
import { readCheckDraft } from '#src/domain/check/readCheckDraft.ts'
import type { CheckMark, SignOff } from '#src/domain/check/signOff.ts'
import { unsignedMarks } from '#src/domain/check/unsignedMarks.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { createDraftShelf, type DraftShelf } from './draftShelf.ts'
import type { Storage } from './storage.ts'

export type CheckDraftState = {
  /** Null until the log was heard once. */
  readonly draft: CheckDraft | null
  /** False: the browser takes no more, and what was done is lost with this page. */
  readonly outlives: boolean
}

/** The draft of one fleet's check, and where it lies in the browser. */
export type CheckDrafts = {
  readonly store: StoreApi<CheckDraftState>
  readonly shelf: DraftShelf
  /** The fleet's address: each has a check of its own. */
  readonly fleet: string
  /** Sign-offs of this page, by id: its own, whatever the log calls who made them. */
  readonly signed: Set<string>
}

const KEY = 'morning-check/check'
/** Of so many fleets checks are kept that somebody has begun. */
const MOST_DRAFTS = 12

/** Draft of a fleet's check, as the browser has it. */
export const createCheckDrafts = (storage: Storage, fleet: string): CheckDrafts => ({
  store: createStore<CheckDraftState>(() => ({ draft: null, outlives: true })),
  shelf: createDraftShelf(storage, KEY, MOST_DRAFTS),
  fleet,
  signed: new Set(),
})

const made = new WeakMap<Storage, Map<string, CheckDrafts>>()

/** The same for everybody on this page who asks for the same fleet. */
export function checkDraftsOf(storage: Storage, fleet: string): CheckDrafts {
  const known = made.get(storage) ?? new Map<string, CheckDrafts>()
  made.set(storage, known)
  const drafts = known.get(fleet) ?? createCheckDrafts(storage, fleet)
  known.set(fleet, drafts)
  return drafts
}

const stored = ({ shelf, fleet }: CheckDrafts, now: EpochMs): CheckDraft | null =>
  readCheckDraft(shelf.read(fleet), now)

function show({ store, shelf, fleet }: CheckDrafts, draft: CheckDraft | null): void {
  const isKept = draft !== null && draft.begunAt !== null
  const next = { draft, outlives: !isKept || shelf.outlives(fleet) }
  store.setState((state) => replaceEqualDeep(state, next), true)
}

/** Changes the draft as it lies in the browser now: another tab may have gone on with it. Only what was begun is kept. */
export function changeDraft(drafts: CheckDrafts, now: EpochMs, to: (draft: CheckDraft) => CheckDraft): void {
  const shown = stored(drafts, now) ?? drafts.store.getState().draft
  if (shown === null) return
  const next = to(shown)
  if (next.begunAt !== null && next !== shown) drafts.shelf.keep(drafts.fleet, next)
  show(drafts, next)
}

/** Takes over what another tab has done. One that nobody has begun is this tab's own. */
export function rereadDraft(drafts: CheckDrafts, now: EpochMs): void {
  const { draft } = drafts.store.getState()
  const own = draft?.begunAt === null ? draft : null
  show(drafts, stored(drafts, now) ?? own)
}

/** Throws the draft away: the check was signed, or is to begin anew. */
export function letGoOfDraft(drafts: CheckDrafts): void {
  drafts.shelf.drop(drafts.fleet)
  show(drafts, null)
}

/** Throws away what was signed. What was marked since it was sent, here or in another tab, is for the next check. */
export function letGoOfSigned(drafts: CheckDrafts, signed: CheckDraft, now: EpochMs): void {
  const left = stored(drafts, now) ?? drafts.store.getState().draft
  const marks = left === null ? [] : unsignedMarks(left.marks, signed.marks)
  letGoOfDraft(drafts)
  // It still looks back to before the sign-off: once the log tells of that, another is opened with these marks.
  if (left !== null && marks.length > 0) drafts.shelf.keep(drafts.fleet, { ...left, marks, note: '' })
}

/** Whoever leaves without having begun comes back to a check of that time. */
export function leaveCheck(drafts: CheckDrafts): void {
  if (drafts.store.getState().draft?.begunAt === null) show(drafts, null)
}

/** What a page knows when it opens a check. */
export type CheckOpening = {
  /** Newest first. */
  readonly signOffs: readonly SignOff[]
  /** Whoever is at this page; empty where that is not known. */
  readonly name: string
  readonly now: EpochMs
}

/** Since when a check looks: the newest sign-off, else a day; no longer than verdicts are kept. */
const openedFrom = (last: SignOff | null, now: EpochMs): EpochMs =>
  Math.max(last?.at ?? now - days(1), now - MOST_LOOK_BACK)

/** What whoever is at this page has signed since a draft was opened, here or elsewhere, newest first: then it is done. */
function endsOf(
  draft: CheckDraft,
  { signed }: CheckDrafts,
  { signOffs, name }: CheckOpening,
): readonly SignOff[] {
  return signOffs.filter(({ id, by, at }) => {
    const isOwn = signed.has(id) || (name !== '' && by === name && at >= draft.startedAt)
    return isOwn && id !== draft.seenLast && at > draft.from
  })
}

/** Marks that none of the sign-offs holds which ended their draft. Those of long before belong to what was given up. */
function marksLeft({ marks }: CheckDraft, ends: readonly SignOff[]): readonly CheckMark[] {
  const since = (ends[0]?.at ?? 0) - MOST_SKEW
  return ends.reduce<readonly CheckMark[]>(
    (left, { marks: signed, at }) => unsignedMarks(left, signed, at),
    marks.filter(({ at }) => at > since),
  )
}

/** Opens a check from the newest sign-off on; marks that are left of the one before are its beginning. */
function openAnew(drafts: CheckDrafts, { signOffs, now }: CheckOpening, marks: readonly CheckMark[]): void {
  const last = signOffs[0] ?? null
  const opened = openDraft(openedFrom(last, now), last, now)
  if (marks.length === 0) return show(drafts, opened)
  const begun = { ...opened, begunAt: now, marks }
  drafts.shelf.keep(drafts.fleet, begun)
  show(drafts, begun)
}

/**
 * Brings the draft in line with the log: resumes the one that was begun, opens one where there is none, and lets go of one that
 * its own sign-off has ended, but for marks that were made since. What somebody else signs moves nothing.
 */
export function settleDraft(drafts: CheckDrafts, opening: CheckOpening): void {
  // Another tab may have gone on with it, or have settled it already, and this one not have heard of that.
  const draft = stored(drafts, opening.now) ?? drafts.store.getState().draft
  if (draft === null) return openAnew(drafts, opening, [])
  const ends = endsOf(draft, drafts, opening)
  if (ends.length === 0) return show(drafts, draft)
  drafts.shelf.drop(drafts.fleet)
  openAnew(drafts, opening, marksLeft(draft, ends))
}
