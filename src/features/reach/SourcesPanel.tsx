import type { ReactNode } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import { englishHistory } from '#src/domain/wording/englishHistory.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { formatAge } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { queryFailureWords } from '#src/domain/wording/sourceWords.ts'
import { texts } from '#src/domain/wording/texts.ts'
import type { Desk } from '#src/state/boardStore.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { Past } from '#src/state/watchStore.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { FixLines } from '#src/ui/FixList.tsx'
import styles from './panel.module.css'

const { source: words } = englishReach

type Said = {
  /** Null: there is no such source, which is no fault. */
  readonly isRead: boolean | null
  /** Follows the name. */
  readonly what: string
  readonly more: readonly string[]
  readonly where: string | null
}

function Source({ name, said, children }: { name: string; said: Said; children?: ReactNode }) {
  const { isRead, what, more, where } = said
  return (
    <div className={styles.item}>
      {isRead === null ? <span /> : <StatusLight light={isRead ? 'green' : 'unknown'} size={16} silent />}
      <div>
        <p>
          <b>{name}</b> {what}
        </p>
        {where !== null && <code>{where}</code>}
        {more.map((text) => (
          <p key={text} className={styles.quiet}>
            {text}
          </p>
        ))}
        {children}
      </div>
    </div>
  )
}

/** What the source of the past did when it was asked last. */
function pastSaid({ source, backfill }: Past, moment: (at: number) => string): Said {
  const where = source === null ? null : (source.shownUrl ?? source.url)
  if (backfill === null) return { isRead: null, what: words.waiting, more: [], where }
  if (backfill.kind === 'running') {
    const { done, of } = backfill
    const { matching, running } = englishHistory.source
    return { isRead: null, what: words.asking, more: [of === 0 ? matching : running(done, of)], where }
  }
  const { failure, filled, unmatched } = backfill.summary
  if (failure !== null) {
    const { what, repair } = queryFailureWords(failure)
    const isSignIn = failure.kind === 'not-reached' && failure.failure.kind === 'sign-in-needed'
    return { isRead: false, what, more: [repair, ...(isSignIn ? [words.token] : [])], where }
  }
  const unknown = unmatched.length > 0 ? [`${englishHistory.source.unknown(unmatched.length)}.`] : []
  const isUseless = filled === 0 && unmatched.length > 0
  return { isRead: !isUseless, what: words.gave(moment(backfill.at)), more: unknown, where }
}

function Prometheus() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const past = useWatch((state) => state.past)
  if (past === null) return null
  if (past.source === null && past.backfill === null) {
    return (
      <Source
        name={words.prometheus}
        said={{ isRead: null, what: '', more: [words.noPrometheus], where: null }}
      >
        <FixLines
          lines={['"sources": { "prometheus": { "url": "http://prometheus:9090" } }']}
          of={words.prometheus}
        />
      </Source>
    )
  }
  const moment = (at: number): string => texts.at(formatMoment(at, now, timeZone))
  return <Source name={words.prometheus} said={pastSaid(past, moment)} />
}

type AlertState = NonNullable<Desk['alertmanager']>

function alertsSaid({ fault, heardAt, restarted, alerts, url }: AlertState, now: number, zone: string): Said {
  if (fault !== null) {
    const last = heardAt === null ? [] : [words.lastHeard(texts.at(formatMoment(heardAt, now, zone)))]
    return { isRead: false, what: fault, more: [...last, words.alertmanagerFix], where: url }
  }
  if (heardAt === null) return { isRead: null, what: words.neverHeard, more: [], where: url }
  const { value, unit } = formatAge(now - heardAt)
  const what = restarted ? words.restarted : words.heard(`${value} ${unit}`)
  return { isRead: true, what, more: [words.alerts(alerts)], where: url }
}

function Alertmanager() {
  const { timeZone } = useScreen()
  const now = useNow()
  const desk = useBoard((state) => state.desk)
  if (desk === null) return null
  if (desk.alertmanager === null) {
    return (
      <Source
        name={words.alertmanager}
        said={{ isRead: null, what: '', more: [words.noAlertmanager], where: null }}
      >
        <FixLines
          lines={['"sources": { "alertmanager": { "url": "http://alertmanager:9093" } }']}
          of={words.alertmanager}
        />
      </Source>
    )
  }
  return <Source name={words.alertmanager} said={alertsSaid(desk.alertmanager, now, timeZone)} />
}

/** Where the fleet's past and its alerts come from, and whether they do. */
export function SourcesPanel() {
  const isTold = useWatch((state) => state.past !== null)
  return (
    <section className={styles.panel} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      {!isTold && <p className={styles.quiet}>{words.loading}</p>}
      <Prometheus />
      <Alertmanager />
    </section>
  )
}
