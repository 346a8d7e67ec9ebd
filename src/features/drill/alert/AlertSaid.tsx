import type { ReactNode } from 'react'
import type { AlertLink } from '#src/domain/alert/alertLink.ts'
import type { AlertSubject } from '#src/domain/alert/alertSubject.ts'
import type { AlertMessage } from '#src/domain/alert/parseAlertMessage.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishAlertLink } from '#src/domain/wording/englishAlertLink.ts'
import { formatAge } from '#src/domain/wording/formatDuration.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { keyed } from '#src/ui/keyed.ts'
import styles from './alert.module.css'
import own from './alertSaid.module.css'

const { said: words, fault } = englishAlertLink

export type Alert = {
  readonly link: AlertLink
  readonly message: AlertMessage
  readonly subject: AlertSubject
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** One inside the other, the innermost last, where a message has more than one. */
function Causes({ message: { causes, leftOut } }: { readonly message: AlertMessage }) {
  const half = leftOut > 0 ? causes.length / 2 : causes.length
  return (
    <ol className={own.causes}>
      {keyed(causes, (cause) => cause).map(([key, cause], i) => (
        <li key={key} data-innermost={i === causes.length - 1 || undefined}>
          {cause}
          {i === half - 1 && leftOut > 0 && <span className={styles.quiet}> ({words.leftOut(leftOut)})</span>}
        </li>
      ))}
    </ol>
  )
}

/** What its message comes to, piece by piece. */
function MessageFacts({ message }: { readonly message: AlertMessage }) {
  const { operation, causes, method, host, path, status } = message
  return (
    <>
      {operation !== null && <Fact name={words.attempted}>{operation}</Fact>}
      {causes.length > 0 && (
        <Fact name={words.causes}>
          <Causes message={message} />
        </Fact>
      )}
      {method !== null && (
        <Fact name={words.request}>
          <code>
            {method.toUpperCase()} {path}
          </code>
        </Fact>
      )}
      {host !== null && (
        <Fact name={words.host}>
          <code>{host}</code>
        </Fact>
      )}
      {status !== null && (
        <Fact name={words.status}>
          <b>{status}</b>
        </Fact>
      )}
    </>
  )
}

/** A little ahead of this clock is now. */
const AHEAD = minutes(1)

/** When it fired; drawn anew as it grows older. */
function Moment({ at }: { readonly at: EpochMs }) {
  const { timeZone } = useScreen()
  return useOfNow((now) => {
    const moment = formatMoment(at, now, timeZone)
    if (at > now + AHEAD) return words.toCome(moment)
    const { value, unit } = formatAge(now - at)
    return words.ago(moment, `${value} ${unit}`)
  })
}

function calledOf({ service, called }: AlertSubject): string | null {
  if (called === null || called === service) return service
  return service === null ? words.notOfFleet(called) : words.calledSo(service, called)
}

function Labels({ labels }: Pick<AlertLink, 'labels'>) {
  const pairs = Object.entries(labels)
  if (pairs.length === 0) return null
  return (
    <Fact name={words.labels}>
      <ul className={own.labels}>
        {pairs.map(([name, value]) => (
          <li key={name}>
            <code>
              {name}={value}
            </code>
          </li>
        ))}
      </ul>
    </Fact>
  )
}

/** Whom and when it is about, and how urgent its sender takes it. `isKnown`: the fleet's services are. */
function LinkFacts({
  alert: { link, subject },
  isKnown,
}: {
  readonly alert: Alert
  readonly isKnown: boolean
}) {
  const { priority, signal, at, runbook, labels } = link
  const service = isKnown ? calledOf(subject) : (subject.called ?? subject.service)
  const isPodGone = isKnown && subject.service !== null && !subject.hasPod
  return (
    <>
      {service !== null && <Fact name={words.service}>{service}</Fact>}
      {subject.pod !== null && (
        <Fact name={words.pod}>{isPodGone ? words.podGone(subject.pod) : subject.pod}</Fact>
      )}
      {at !== null && (
        <Fact name={words.at}>
          <Moment at={at} />
        </Fact>
      )}
      {priority !== null && <Fact name={words.priority}>{ticketTexts.priority(priority)}</Fact>}
      {signal !== null && <Fact name={words.signal}>{texts.signal[signal]}</Fact>}
      {runbook !== null && (
        <Fact name={words.runbook}>
          <ExternalLink href={runbook}>{words.runbookLink}</ExternalLink>
        </Fact>
      )}
      <Labels labels={labels} />
    </>
  )
}

/** What the alert says, read by the team's convention; everything of it is text. */
export function AlertSaid({ alert, isKnown }: { readonly alert: Alert; readonly isKnown: boolean }) {
  const { link, message } = alert
  return (
    <section className={styles.part} aria-labelledby="alert-said-title">
      <h2 id="alert-said-title">{words.title}</h2>
      {link.message === null && <p className={styles.quiet}>{words.noMessage}</p>}
      <dl className={own.facts}>
        <MessageFacts message={message} />
        <LinkFacts alert={alert} isKnown={isKnown} />
      </dl>
      {link.faults.map(({ field, given }) => (
        <p key={field} className={styles.fault}>
          {fault[field](given)}
        </p>
      ))}
      {message.cut && <p className={styles.quiet}>{words.cut}</p>}
      {link.message !== null && (
        <details className={own.whole}>
          <summary>{words.whole}</summary>
          <pre>{link.message}</pre>
        </details>
      )}
    </section>
  )
}
