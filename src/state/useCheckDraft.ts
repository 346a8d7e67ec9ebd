import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { holdOrder } from '#src/domain/check/checkDraft.ts'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import {
  changeDraft,
  type CheckDrafts,
  checkDraftsOf,
  leaveCheck,
  rereadDraft,
  settleDraft,
} from './checkDraftStore.ts'
import { useScreen } from './screen.ts'
import { useWatch } from './useWatch.ts'

/** The draft of this fleet's check. */
export function useCheckDrafts(): CheckDrafts {
  const { storage } = useScreen()
  const fleet = useWatch(({ fleetFile }) => fleetFile?.url ?? '')
  return useMemo(() => checkDraftsOf(storage, fleet), [storage, fleet])
}

/** Keeps it in line with the log and with other tabs while somebody looks. */
export function useSettledDraft(drafts: CheckDrafts, log: CheckLog | null | undefined, name: string): void {
  const { ticker } = useScreen()
  const isOpen = useStore(drafts.store, ({ draft }) => draft !== null)
  useEffect(() => {
    if (log) settleDraft(drafts, { signOffs: log.signOffs, name, now: ticker.now() })
  }, [drafts, log, name, ticker])
  // One that was let go of is followed by another at once.
  useEffect(() => {
    if (!isOpen && log) settleDraft(drafts, { signOffs: log.signOffs, name, now: ticker.now() })
  }, [drafts, log, name, isOpen, ticker])
  useEffect(() => {
    const reread = (): void => rereadDraft(drafts, ticker.now())
    addEventListener('storage', reread)
    return () => {
      removeEventListener('storage', reread)
      leaveCheck(drafts)
    }
  }, [drafts, ticker])
}

/** Once a walk is under way, what comes up goes to its end: nothing that somebody looks at moves. */
export function useHeldOrder(drafts: CheckDrafts, check: MorningCheck | null): void {
  const { ticker } = useScreen()
  useEffect(() => {
    const { draft } = drafts.store.getState()
    if (check === null || draft === null || draft.order === null) return
    if (holdOrder(draft, check) !== draft) changeDraft(drafts, ticker.now(), (now) => holdOrder(now, check))
  }, [drafts, check, ticker])
}
