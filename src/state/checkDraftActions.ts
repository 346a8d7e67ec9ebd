import { goTo, withMark, withNote, withoutMark } from '#src/domain/check/checkDraft.ts'
import type { CheckDraft } from '#src/domain/check/checkDraft.ts'
import { type MarkDeed, markOf } from '#src/domain/check/markOf.ts'
import type { CheckItem, MorningCheck } from '#src/domain/check/morningCheck.ts'
import { signOffOf } from '#src/domain/check/signOffOf.ts'
import { stepBy, stepToOpen } from '#src/domain/check/walkOf.ts'
import type { Result } from '#src/domain/result.ts'
import type { Refusal } from '#src/domain/ticket/ticketCommand.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckActions } from './checkActions.ts'
import { changeDraft, type CheckDrafts, letGoOfDraft, letGoOfSigned } from './checkDraftStore.ts'
import type { Ticker } from './ticker.ts'

/** What a person does to the check that they have open. Nothing happens while there is none. */
export type CheckDraftActions = {
  /** The next item, and the one before, within the walk. */
  readonly next: () => void
  readonly previous: () => void
  /** The next item that nobody has decided, from the beginning after the last. */
  readonly nextOpen: () => void
  readonly goTo: (key: string) => void
  readonly mark: (item: CheckItem, deed: MarkDeed, note: string) => void
  readonly unmark: (key: string) => void
  readonly setNote: (note: string) => void
  /** Throws away what was done, and looks back to the newest sign-off. */
  readonly startOver: () => void
  /**
   * Signs the check as it is shown; null: there is none, or nobody answered. The draft is let go of once it is stored,
   * but for marks that were made meanwhile: the next check begins with them.
   */
  readonly signOff: (by: string) => Promise<Result<string, Refusal> | null>
  readonly endWatch: (id: string, by: string) => Promise<Result<string, Refusal> | null>
}

/** What the deeds need. `check`: as it is shown now. */
type Ports = {
  readonly drafts: CheckDrafts
  readonly ticker: Pick<Ticker, 'now'>
  readonly deeds: Pick<CheckActions, 'signOff' | 'endWatch'>
  readonly check: () => MorningCheck | null
}

/** The deeds on one fleet's check. */
export function checkDraftActions({ drafts, ticker, deeds, check }: Ports): CheckDraftActions {
  const change = (to: (draft: CheckDraft, shown: MorningCheck, now: EpochMs) => CheckDraft): void => {
    const [shown, now] = [check(), ticker.now()]
    if (shown !== null) changeDraft(drafts, now, (draft) => to(draft, shown, now))
  }
  return {
    next: () => change((draft, shown, now) => stepBy(draft, shown, 1, now)),
    previous: () => change((draft, shown, now) => stepBy(draft, shown, -1, now)),
    nextOpen: () => change(stepToOpen),
    goTo: (key) => change((draft, shown, now) => goTo(draft, shown, key, now)),
    mark: (item, deed, note) =>
      change((draft, shown, now) => withMark(draft, shown, markOf(item, deed, note, now), now)),
    unmark: (key) => change((draft) => withoutMark(draft, key)),
    setNote: (note) => change((draft, _, now) => withNote(draft, note, now)),
    startOver: () => letGoOfDraft(drafts),
    signOff: async (by) => {
      const shown = check()
      const { draft } = drafts.store.getState()
      if (shown === null || draft === null) return null
      const outcome = await deeds.signOff(signOffOf(shown, draft), by)
      if (outcome?.ok) {
        drafts.signed.add(outcome.value)
        letGoOfSigned(drafts, draft, ticker.now())
      }
      return outcome
    },
    endWatch: (id, by) => deeds.endWatch(id, by),
  }
}
