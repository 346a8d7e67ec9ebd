import { nearest } from '#src/domain/fleet/nearest.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { Detail } from '#src/state/boardStore.ts'
import { useHashPath } from '#src/state/hashRoute.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { useTicket } from '#src/state/useTicket.ts'
import { walkKeys } from '#src/state/walkKeys.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { BoardBanners } from '#src/features/board/BoardBanners.tsx'
import { DeedFrame } from '#src/features/board/deed/DeedFrame.tsx'
import { deedKeys } from '#src/features/board/deed/deedKeys.ts'
import { useDeeds } from '#src/features/board/deed/deeds.ts'
import { CommentBox } from './CommentBox.tsx'
import { EvidenceView } from './EvidenceView.tsx'
import { PostmortemEditor } from './PostmortemEditor.tsx'
import { TicketClocks } from './TicketClocks.tsx'
import { TicketFacts } from './TicketFacts.tsx'
import { TicketHead } from './TicketHead.tsx'
import { TicketLinks } from './TicketLinks.tsx'
import { TicketLog } from './TicketLog.tsx'
import styles from './ticketPage.module.css'
import { TicketSignals } from './TicketSignals.tsx'

const { page: words, board: boardWords } = ticketTexts

/** The part of the path behind `/t/`, as it was before it was written into an address. */
function namedIn(path: string): string {
  const [, , name = ''] = path.split('/')
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** A code that nobody has: the one that was probably meant, and the way to the board. */
function UnknownTicket({ name }: { readonly name: string }) {
  const rows = useBoard((state) => state.rows)
  const codes = [...rows.values()].map(({ code }) => code)
  const meant = nearest(name.toUpperCase(), codes)
  return (
    <main>
      <Notice title={words.unknownTitle(name)} whole>
        <p>{words.unknownText}</p>
        {meant !== null && (
          <p>
            {words.nearest} <a href={hashTo(`/t/${meant}`)}>{meant}</a>?
          </p>
        )}
        <p>
          <a href={hashTo('/board')}>{boardWords.board}</a>
        </p>
      </Notice>
    </main>
  )
}

const WALK = walkKeys('main :is(a, button, summary)', '/board')

function TicketPage({ detail }: { readonly detail: Detail }) {
  const { ticket, codes, sending } = detail
  // What the board says is never older.
  const row = useBoard(({ rows }) => rows.get(detail.row.id)) ?? detail.row
  // The keys of the board act on the ticket of this page.
  usePageKeys(deedKeys(useDeeds(), () => row))
  usePageKeys(WALK)
  return (
    <div className={styles.page}>
      <TicketHead row={row} description={ticket.description} />
      <BoardBanners />
      <TicketClocks row={row} />
      <main className={styles.columns}>
        <div className={styles.main}>
          <TicketLog ticket={ticket} codes={codes} sending={sending} />
          <CommentBox row={row} />
          <PostmortemEditor detail={detail} />
        </div>
        <div className={styles.side}>
          <TicketFacts ticket={ticket} row={row} codes={codes} />
          <TicketSignals ticket={ticket} />
          <TicketLinks row={row} links={ticket.links} />
          {ticket.evidence !== null && <EvidenceView evidence={ticket.evidence} />}
        </div>
      </main>
    </div>
  )
}

function Ticket() {
  const [path] = useHashPath()
  const name = namedIn(path)
  const detail = useTicket(name)
  if (detail === undefined) {
    return (
      <main>
        <Notice title={words.loading} whole />
      </main>
    )
  }
  return detail === null ? <UnknownTicket name={name} /> : <TicketPage key={detail.row.id} detail={detail} />
}

/** A ticket whole: its clocks, its log, what was seen when it was opened, and what was learned of it. */
export function TicketScreen() {
  return (
    <DeedFrame>
      <Ticket />
    </DeedFrame>
  )
}
