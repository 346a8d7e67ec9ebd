import { minutes } from '#src/domain/time/units.ts'
import { formatClock, formatMoment } from '#src/domain/wording/formatMoment.ts'
import { logWords, skewWords } from '#src/domain/wording/logWords.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { Desk } from '#src/state/boardStore.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './boardHead.module.css'
import { CareBadge } from './CareBadge.tsx'
import { useDeeds } from './deed/deeds.ts'

const { board: words, log: logTexts, deed } = ticketTexts

function Duty({ desk }: { readonly desk: Desk }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { duty } = desk
  if (duty === null) return null
  return (
    <span>
      <b>{words.duty(duty.who, formatMoment(duty.until, now, timeZone))}</b>
      {duty.next !== null && ` ${words.dutyNext(duty.next)}`}
    </span>
  )
}

/** Where the log is kept; a sign-in is offered where it would change something. */
function Log({ desk }: { readonly desk: Desk }) {
  const { timeZone, desk: actions } = useScreen()
  const { ask } = useDeeds()
  const now = useNow(minutes(1))
  const { log } = desk
  const isQuiet = log.kind !== 'memory' && log.online && log.readOnly === false && log.pending === 0
  const said = logWords(log, now, timeZone)
  return (
    <output className={isQuiet ? undefined : styles.loud}>
      {log.readOnly === 'not-signed-in' ? (
        <button type="button" onClick={() => ask({ kind: 'sign-in', next: () => {} })}>
          {said}
        </button>
      ) : (
        said
      )}
      {log.kind === 'nats' && log.user !== null && (
        <>
          {`${logTexts.user(log.user)} `}
          <button type="button" onClick={() => void actions.signIn(null)}>
            {deed.ask.signOut}
          </button>
        </>
      )}
    </output>
  )
}

function Skew({ skew }: { readonly skew: number | null }) {
  const said = skewWords(skew)
  return said === null ? null : (
    <span className={styles.badge} title={logTexts.clockMeaning}>
      {said}
    </span>
  )
}

function Cares({ desk }: { readonly desk: Desk }) {
  return keyed(desk.hypercare, ({ of, reason }) => `${of} ${reason}`).map(([key, care]) => (
    <CareBadge key={key} care={care} />
  ))
}

function Time() {
  const { timeZone } = useScreen()
  const now = useNow()
  return (
    <span className={styles.time}>
      <time>{formatClock(now, timeZone, true)}</time> {timeZone}
    </span>
  )
}

/** Who is on duty, where what is done is kept, whether the clocks agree, and what time it is. */
export function DeskLine() {
  const desk = useBoard((state) => state.desk)
  return (
    <div className={styles.desk}>
      {desk !== null && (
        <>
          <Duty desk={desk} />
          <Log desk={desk} />
          <Skew skew={desk.log.skew} />
          {!desk.automatic && <span>{words.automaticOff}</span>}
          {desk.automatic && desk.log.online && !desk.log.automatic && <span>{words.automaticNot}</span>}
          {desk.log.skipped > 0 && <span>{logTexts.skipped(desk.log.skipped)}</span>}
          <Cares desk={desk} />
        </>
      )}
      <a className={styles.figures} href={hashTo('/board/figures')}>
        {screenTexts.screens.figures}
      </a>
      <Time />
    </div>
  )
}
