import { type ReactNode, useEffect, useState } from 'react'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { type Screen, useScreen } from '#src/state/screen.ts'
import { AskDialog } from './AskDialog.tsx'
import { createDeeds } from './createDeeds.ts'
import { type Deeds, DeedsContext } from './deeds.ts'
import { say } from './deedStore.ts'
import { Toasts } from './Toasts.tsx'

/** Says who was faster, and goes on after a sign-in. Returns how to stop. */
function followBoard({ store, ask }: Deeds, { board, ticker }: Screen): () => void {
  return board.subscribe(({ beaten, desk }, before) => {
    if (beaten !== null && beaten !== before.beaten) {
      const text = ticketTexts.deed.beaten(beaten.by, formatDuration(beaten.earlierBy), beaten.code)
      say(store, { text, tone: 'beaten', at: ticker.now() })
    }
    const { asking } = store.getState()
    if (asking?.kind !== 'sign-in' || desk === null || desk.log.readOnly === 'not-signed-in') return
    ask(null)
    asking.next()
  })
}

/** The zone that moments are told in by what outlives a change of it. */
function createZone(first: string) {
  let zone = first
  return {
    now: () => zone,
    set: (next: string): void => {
      zone = next
    },
  }
}

/** A page on which something is done to tickets: its windows, its sentences, and how its parts do it. */
export function DeedFrame({ children }: { readonly children: ReactNode }) {
  const screen = useScreen()
  const [zone] = useState(() => createZone(screen.timeZone))
  const [deeds] = useState(() => createDeeds(screen, zone.now))
  useEffect(() => zone.set(screen.timeZone), [zone, screen])
  useEffect(() => followBoard(deeds, screen), [deeds, screen])
  return (
    <DeedsContext value={deeds}>
      {children}
      <Toasts />
      <AskDialog />
    </DeedsContext>
  )
}
