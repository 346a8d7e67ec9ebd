import { useCallback, useEffect, useRef } from 'react'
import { englishCheckScreen } from '#src/domain/wording/englishCheckScreen.ts'
import { refusalWords } from '#src/domain/wording/refusalWords.ts'
import { showView } from '#src/features/check/checkAddress.ts'
import { makeReport } from '#src/features/check/report/makeReport.ts'
import { keepSigned } from '#src/features/check/report/signedReport.ts'
import type { CheckDeeds } from '#src/features/check/useCheckDeeds.ts'
import { dropNotes } from '#src/features/check/walk/noteShelf.ts'
import { useScreen } from '#src/state/screen.ts'
import type { CheckView as Known } from '#src/state/useCheck.ts'
import { whoActs } from '#src/state/whoActs.ts'
import { whyNotSigned } from './signingState.ts'

const { walk: words } = englishCheckScreen

export type SigningOff = {
  /** Asks for what is needed before signing: a name, then whether it is meant. */
  readonly begin: () => void
  /** Signs with that note; answers with why not, or null. Then the report is shown. */
  readonly sign: (note: string) => Promise<string | null>
}

/** How a check is signed: it is in the log before anything is said, and what was signed is kept as a report. */
export function useSignOff(known: Known, { deeds, ask, say }: CheckDeeds): SigningOff {
  const screen = useScreen()
  const newest = useRef(known)
  useEffect(() => {
    newest.current = known
  })
  const begin = useCallback(() => {
    const why = whyNotSigned(screen.board.getState().desk, newest.current.isStalled)
    if (why === null) deeds.named(() => ask({ kind: 'sign-off' }))
    else say(why)
  }, [screen, deeds, ask, say])
  const sign = useCallback(
    async (note: string) => {
      const { check, draft, actions, isStalled } = newest.current
      const { board, preferences, ticker, timeZone, storage } = screen
      const why = whyNotSigned(board.getState().desk, isStalled)
      if (why !== null || check === null) return why ?? words.noWatchAnswer
      const { name } = whoActs(board.getState().desk, preferences.getState().name)
      actions.setNote(note)
      const marks = draft?.marks ?? []
      const done = await actions.signOff(name).catch(() => null)
      if (done === null) return words.noWatchAnswer
      if (!done.ok) return refusalWords(done.error, ticker.now(), timeZone)
      const signOff = { by: name, at: ticker.now() + (board.getState().desk?.offset ?? 0), note, marks }
      const report = await makeReport(screen, check, signOff)
      keepSigned(storage, report)
      dropNotes(storage)
      ask(null)
      showView('report')
      return null
    },
    [screen, ask],
  )
  return { begin, sign }
}
