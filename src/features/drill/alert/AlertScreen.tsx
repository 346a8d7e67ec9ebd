import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { alertDraft } from '#src/domain/alert/alertDraft.ts'
import { type AlertLink, alertParams } from '#src/domain/alert/alertLink.ts'
import { alertSubject, subjectAt } from '#src/domain/alert/alertSubject.ts'
import { parseAlertMessage } from '#src/domain/alert/parseAlertMessage.ts'
import { ALERT_LABELS, type AlertLabels } from '#src/domain/fleet/alertLabels.ts'
import { actorToken } from '#src/domain/ticket/actorToken.ts'
import { minutes } from '#src/domain/time/units.ts'
import { alertSentence } from '#src/domain/wording/alertSentence.ts'
import { englishAlertLink as words } from '#src/domain/wording/englishAlertLink.ts'
import { ThenAndNow } from '#src/features/drill/then/ThenAndNow.tsx'
import { usePreference } from '#src/state/preferences.ts'
import { createQueries, useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { usePolicies } from '#src/state/usePolicies.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { whoActs } from '#src/state/whoActs.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { AlertHead } from './AlertHead.tsx'
import { alertKeys } from './alertKeys.ts'
import { type Alert, AlertSaid } from './AlertSaid.tsx'
import { AlertTicket } from './AlertTicket.tsx'
import { useAlertLink } from './alertAddress.ts'
import styles from './alert.module.css'
import { NoAlert } from './NoAlert.tsx'
import { ServiceNow } from './ServiceNow.tsx'
import { UnknownService } from './UnknownService.tsx'
import { useAlertTickets } from './useAlertTickets.ts'
import { useTake } from './useTake.ts'
import { WhoTakes } from './WhoTakes.tsx'

/** What the link says, read by what the fleet has. */
function useAlert(link: AlertLink, labels: AlertLabels): Alert {
  const rows = useWatch((state) => state.rows)
  const message = useMemo(() => parseAlertMessage(link.message ?? ''), [link])
  const subject = useMemo(
    () => alertSubject(link, message.service, [...rows.values()], labels),
    [link, message, rows, labels],
  )
  const detail = useServiceDetail(subject.service ?? '')
  return { link, message, subject: subjectAt(subject, detail?.pods ?? []) }
}

/** Whether a ticket is with who looks. */
function useIsMine(assignee: string | null): boolean {
  const own = usePreference('name')
  const me = useBoard(({ desk }) => whoActs(desk, own).name)
  return assignee !== null && me !== '' && (assignee === me || assignee === actorToken(me))
}

/** The ticket of the alert, with the key and the windows that it takes to have it. */
function Ticket({ alert }: { readonly alert: Alert }) {
  const { link, subject } = alert
  const now = useNow(minutes(1))
  const draft = alertDraft(link, subject, now)
  const tickets = useAlertTickets(draft)
  const open = tickets?.open ?? null
  const take = useTake(open, draft)
  const isMine = useIsMine(open?.assignee ?? null)
  const mayTake = tickets !== null && !isMine
  usePageKeys(alertKeys(mayTake ? take.begin : () => {}))
  return (
    <>
      <AlertTicket tickets={tickets} take={take} isMine={isMine} />
      <WhoTakes take={take} />
    </>
  )
}

/** The service now and at the time of the alert; who is meant, where that is not known. */
function Service({ alert: { link, subject } }: { readonly alert: Alert }) {
  const rows = useWatch((state) => state.rows)
  const isFaulty = useWatch(
    ({ fleetFile }) => fleetFile?.kind === 'invalid' || fleetFile?.kind === 'unreachable',
  )
  const row = subject.service === null ? undefined : rows.get(subject.service)
  if (rows.size === 0) {
    return (
      <section className={styles.part}>
        <p className={styles.quiet}>{isFaulty ? words.now.noFleet : words.now.loading}</p>
        {!isFaulty && <Skeleton rows={2} />}
      </section>
    )
  }
  if (row === undefined) return <UnknownService link={link} subject={subject} known={[...rows.keys()]} />
  const about = link.signal === null ? {} : { layer: 'resources', signal: link.signal }
  return (
    <>
      <ServiceNow row={row} pod={subject.pod} about={about} />
      <div className={styles.part}>
        {link.at === null ? (
          <p className={styles.quiet}>{words.noTime}</p>
        ) : (
          <ThenAndNow service={row.name} at={link.at} />
        )}
      </div>
    </>
  )
}

function Landing({ link, labels, query }: { link: AlertLink; labels: AlertLabels; query: string }) {
  const alert = useAlert(link, labels)
  const { service, called } = alert.subject
  const isKnown = useWatch((state) => state.rows.size > 0)
  const name = service ?? called
  return (
    <div className={styles.page}>
      <AlertHead
        key={query}
        title={name === null ? words.titleUnknown : words.title(name)}
        sentence={alertSentence(alert.message)}
        meaning={alert.message.meaning}
      />
      <main className={styles.columns}>
        <div className={styles.act}>
          <Ticket key={query} alert={alert} />
        </div>
        <div className={styles.now}>
          <Service alert={alert} />
        </div>
        <div className={styles.said}>
          <AlertSaid alert={alert} isKnown={isKnown} />
        </div>
      </main>
    </div>
  )
}

/** Where a notification links to: what the alert says, the service now and then, its ticket, and one key to take it. */
export function AlertScreen() {
  const [queries] = useState(createQueries)
  const labels = usePolicies()?.alerts ?? ALERT_LABELS
  const { query, link } = useAlertLink(labels)
  if (link.faults.length === 0 && Object.keys(alertParams(link)).length === 0) return <NoAlert />
  return (
    <QueryClientProvider client={queries}>
      <Landing link={link} labels={labels} query={query} />
    </QueryClientProvider>
  )
}
