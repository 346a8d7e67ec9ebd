import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type CheckDraft, newerThan } from '#src/domain/check/checkDraft.ts'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { parseSince, type SinceFault } from '#src/domain/check/parseSince.ts'
import type { SignOff } from '#src/domain/check/signOff.ts'
import { currentOf, progressOf, walkOf, type WalkProgress, type WalkStep } from '#src/domain/check/walkOf.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import { days, type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import {
  type CheckWait,
  type Composed,
  createCheckComposer,
  createFleetReader,
  nightFrom,
} from './checkComposer.ts'
import { createShown, createWalkSharer } from './checkShown.ts'
import type { CheckDrafts } from './checkDraftStore.ts'
import { type CheckDraftActions, checkDraftActions } from './checkDraftActions.ts'
import { usePreference } from './preferences.ts'
import { useCheckDeeds, useCheckLog } from './queries/useCheckLog.ts'
import { useNight } from './queries/useNight.ts'
import { useScreen } from './screen.ts'
import { useBoard } from './useBoard.ts'
import { useCheckDrafts, useHeldOrder, useSettledDraft } from './useCheckDraft.ts'
import { useHeldOffset } from './useHeldOffset.ts'
import { useNow } from './useNow.ts'
import { useWatch } from './useWatch.ts'
import { whoActs, type WhoActs } from './whoActs.ts'

/** A morning check as a screen draws it. Whatever did not change stays the same object. */
export type CheckView = {
  readonly check: MorningCheck | null
  /** Why there is none yet. */
  readonly waitsFor: CheckWait | null
  /** Why the moment in the address is not looked back to; null: it is, or there is none. */
  readonly sinceFault: SinceFault | null
  /** Between the newest sign-off and where this check begins: signing does not cover it. Null where nothing is left out. */
  readonly uncovered: SeenSpan | null
  /** Somebody signed since this check was opened. */
  readonly newer: SignOff | null
  /** Nobody has signed a check before. */
  readonly isFirst: boolean
  /** The watch fell silent: everything is grey. */
  readonly isStalled: boolean
  readonly draft: CheckDraft | null
  readonly walk: readonly WalkStep[]
  readonly current: WalkStep | null
  readonly progress: WalkProgress
  /** It was begun before this page was opened. */
  readonly isResumed: boolean
  /** False: what is done is lost with this page. */
  readonly outlives: boolean
  readonly log: CheckLog | null
  readonly who: WhoActs
  readonly actions: CheckDraftActions
}

const NO_WALK: readonly WalkStep[] = []

function useWho(): WhoActs {
  const desk = useBoard((state) => state.desk)
  const own = usePreference('name')
  const { name, ask } = whoActs(desk, own)
  return useMemo(() => ({ name, ask }), [name, ask])
}

/** What lies between the newest sign-off and the beginning of a check. */
function uncoveredBy(log: CheckLog | null, from: EpochMs | null): SeenSpan | null {
  const newest = log?.signOffs[0]
  if (newest === undefined || from === null || from - newest.at < seconds(1)) return null
  return { from: newest.at, to: from }
}

/** The steps of a walk, each the same object while nothing of it changed. */
function useWalk(check: MorningCheck | null, draft: CheckDraft | null): readonly WalkStep[] {
  const [share] = useState(createWalkSharer)
  return useMemo(
    () => (check === null || draft === null ? NO_WALK : share(walkOf(check, draft))),
    [share, check, draft],
  )
}

/** What somebody does to the check as it is shown. */
function useActions(drafts: CheckDrafts, check: MorningCheck | null): CheckDraftActions {
  const { ticker } = useScreen()
  const deeds = useCheckDeeds()
  const [shown] = useState(createShown)
  useEffect(() => shown.set(check), [shown, check])
  return useMemo(
    () => checkDraftActions({ drafts, ticker, deeds, check: shown.get }),
    [drafts, ticker, deeds, shown],
  )
}

/** The check itself, and the log that it is made of. */
function useComposed(
  drafts: CheckDrafts,
  askedFrom: EpochMs | null,
  name: string,
  offset: DurationMs,
): Composed & { readonly log: CheckLog | null; readonly from: EpochMs | null; readonly isStalled: boolean } {
  const { timeZone, openedAt } = useScreen()
  const [readFleet] = useState(createFleetReader)
  const [compose] = useState(createCheckComposer)
  const fleet = useWatch(readFleet)
  const now = useNow(minutes(1))
  const heldFrom = useStore(drafts.store, ({ draft }) => draft?.from ?? null)
  const from = heldFrom === null ? null : (askedFrom ?? heldFrom)
  const log = useCheckLog(from ?? openedAt - days(1))
  useSettledDraft(drafts, log, name)
  const night = useNight(from === null ? null : nightFrom(from, offset))
  const composed = compose({ fleet, log, night, from, offset, now, timeZone })
  return { ...composed, log: log ?? null, from, isStalled: fleet.source === 'stalled' }
}

/**
 * The morning check: since the last sign-off as it was when the check was opened, else since a day ago. `since`: another moment
 * that the address asks for.
 */
export function useCheck(since: string | null): CheckView {
  const { ticker } = useScreen()
  const [mountedAt] = useState(() => ticker.now())
  const who = useWho()
  const drafts = useCheckDrafts()
  const { draft, outlives } = useStore(drafts.store)
  const offset = useHeldOffset()
  const asked = useMemo(() => parseSince(since, ticker.now() + offset), [since, ticker, offset])
  const { check, waitsFor, log, from, isStalled } = useComposed(
    drafts,
    asked.ok ? asked.value : null,
    who.name,
    offset,
  )
  useHeldOrder(drafts, check)
  const walk = useWalk(check, draft)
  const begunAt = draft?.begunAt ?? null
  return {
    check,
    waitsFor,
    sinceFault: asked.ok ? null : asked.error,
    uncovered: useMemo(() => uncoveredBy(log, from), [log, from]),
    newer: draft === null || log === null ? null : newerThan(draft, log.signOffs),
    isFirst: log?.signOffs.length === 0,
    isStalled,
    draft,
    walk,
    current: draft === null ? null : currentOf(walk, draft),
    progress: useMemo(() => progressOf(walk), [walk]),
    isResumed: begunAt !== null && begunAt < mountedAt,
    outlives,
    log,
    who,
    actions: useActions(drafts, check),
  }
}
