import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { isWritten } from '#src/domain/ticket/why.ts'
import { countOfWhys } from '#src/domain/wording/countOfWhys.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { useTicket } from '#src/state/useTicket.ts'
import { useWhys, useWhysOfOtherTabs, useWhyState } from '#src/state/useWhys.ts'
import { aimOf, shownWhys, tellWhys, whyStanding, type WhyState } from '#src/state/whyStore.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { openTicketOf } from './openTicketOf.ts'
import { OnlyHere } from './OnlyHere.tsx'
import { TrayFoot } from './TrayFoot.tsx'
import { trayKeys } from './trayKeys.ts'
import { WhyRows } from './WhyRows.tsx'
import styles from './whyTray.module.css'

type Props = { readonly service: string }

/** Tells the store what the ticket of a service has, and again whenever that changes. */
function ToldOf({ service, ticket }: Props & { readonly ticket: string }) {
  const whys = useWhys()
  const detail = useTicket(ticket)
  useEffect(() => {
    if (detail !== undefined)
      tellWhys(whys, service, detail === null ? null : { ticket: detail.ticket.id, whys: detail.ticket.whys })
  }, [whys, service, detail])
  return null
}

/** A service without a ticket: what was told of an earlier one is over. */
function ToldOfNone({ service }: Props) {
  const whys = useWhys()
  useEffect(() => tellWhys(whys, service, null), [whys, service])
  return null
}

/** How far the answers have got: into which ticket. Empty where there is nothing to tell. */
function standingText({ drafts, told }: WhyState, service: string, row: TicketRow | null): string {
  const draft = drafts.get(service)
  if (row === null) return draft === undefined ? '' : words.unsaved
  const theirs = told.get(service)
  if (!theirs || theirs.ticket !== row.id || !(draft?.whys ?? theirs.whys).some(isWritten)) return ''
  return whyStanding(draft, theirs) === 'saved' ? words.savedIn(row.code) : words.ahead(row.code)
}

/** What was done at last; empty where that was to another service. */
function saidText({ said }: WhyState, service: string): string {
  if (said?.service !== service) return ''
  return typeof said.what === 'string' ? said.what : words[said.what.kind](said.what.n)
}

type PanelProps = Props & {
  readonly id: string
  readonly row: TicketRow | null
  readonly onClose: () => void
}

/** The open tray. The keyboard goes to the answer that is being written. */
function Panel({ service, id, row, onClose }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  const state = useWhyState((whole) => whole)
  useEffect(() => panel.current?.querySelector<HTMLElement>('[data-aimed] input')?.focus(), [])
  useEffect(() => {
    const shown = panel.current
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      // On the screen itself it means to go up.
      event.preventDefault()
      onClose()
    }
    shown?.addEventListener('keydown', onKeyDown)
    return () => shown?.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <div ref={panel} id={id} className={styles.panel}>
      <p className={styles.hint}>{words.hint}</p>
      <WhyRows service={service} draft={shownWhys(state, service)} aim={aimOf(state, service)} />
      <TrayFoot service={service} row={row} />
    </div>
  )
}

/**
 * Five whys beside the evidence: a bar at the foot of the screen that opens to five answers with what was pinned to them.
 * They need no ticket to begin, outlive the page, and go into the service's ticket or a new one. The last thing on its
 * screen; one a screen, as it is also what answers the keys.
 */
export function WhyTray({ service }: Props) {
  const id = useId()
  const bar = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const row = useBoard((state) => openTicketOf(state, service))
  const isTold = useBoard(({ desk }) => desk !== null)
  const state = useWhyState((whole) => whole)
  const toggle = useCallback(() => setOpen((before) => !before), [])
  useWhysOfOtherTabs(service)
  usePageKeys(trayKeys(toggle))
  const standing = standingText(state, service, row)
  const close = useCallback(() => {
    setOpen(false)
    bar.current?.focus()
  }, [])
  return (
    <section className={styles.tray} aria-label={words.title}>
      {row !== null && <ToldOf service={service} ticket={row.id} />}
      {row === null && isTold && <ToldOfNone service={service} />}
      <div className={styles.top}>
        <button
          ref={bar}
          type="button"
          className={styles.bar}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-keyshortcuts="w"
          onClick={toggle}
        >
          <span className={styles.chevron}>
            <Icon name="open" size={12} />
          </span>
          <b>{words.title}</b>
          <span>{countOfWhys(shownWhys(state, service).whys)}</span>
          {standing !== '' && <i>{standing}</i>}
        </button>
        <output className={styles.said}>{saidText(state, service)}</output>
      </div>
      <OnlyHere service={service} />
      {open && <Panel service={service} id={id} row={row} onClose={close} />}
    </section>
  )
}
