import { isUrgentAlone } from '#src/domain/ticket/queueOf.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { titleBeside } from '#src/domain/wording/titleBeside.ts'
import { deedsFor, keyOf } from '#src/features/board/deed/deed.ts'
import { useDeeds } from '#src/features/board/deed/deeds.ts'
import { useMe } from '#src/features/board/deed/useMe.ts'
import { DeedKeysButton } from '#src/features/board/deed/DeedKeysButton.tsx'
import { TicketMarks } from '#src/features/board/TicketMarks.tsx'
import { hashTo } from '#src/state/hashTo.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { PriorityMark } from '#src/ui/PriorityMark.tsx'
import styles from './ticketPage.module.css'

const { board: words, deed } = ticketTexts

/** The keys of the board that mean something here, too. */
const LIST_KEYS = new Set(['j  ↓', 'k  ↑', 'Enter', 'f', 's', 'Esc'])
const BACK = ['Esc', words.board] as const
const KEYS = [...words.keyList.filter(([key]) => !LIST_KEYS.has(key)), BACK]

function Actions({ row }: { readonly row: TicketRow }) {
  const { begin } = useDeeds()
  const me = useMe()
  return (
    <p className={styles.actions}>
      {deedsFor(row, me).map((name) => (
        <button key={name} type="button" onClick={() => begin(name, row)}>
          {deed.name[name]} <kbd aria-hidden="true">{keyOf(name)}</kbd>
        </button>
      ))}
    </p>
  )
}

/** What it is, how it stands, and what may be done to it. */
export function TicketHead({ row, description }: { readonly row: TicketRow; readonly description: string }) {
  const { code, title, service, project, priority } = row
  const about = service ?? project
  return (
    <header className={styles.head}>
      <div className={styles.way}>
        <a href={hashTo('/board')}>{words.board}</a>
        <span className={styles.tools}>
          <CopyLink />
          <DeedKeysButton list={KEYS} />
        </span>
      </div>
      <h1 className={styles.title}>
        <PriorityMark priority={priority} calls={isUrgentAlone(row)} />
        <span>
          {about !== null && <b>{about} </b>}
          {titleBeside(title, about)}
        </span>
      </h1>
      <p className={styles.marks}>
        <span className={styles.code}>{code}</span>
        <TicketMarks row={row} />
      </p>
      {description !== '' && <p className={styles.description}>{description}</p>}
      <Actions row={row} />
    </header>
  )
}
