import { Fragment } from 'react'
import type { ServiceLinks, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { logLink } from '#src/domain/log/logLink.ts'
import { minutes } from '#src/domain/time/units.ts'
import { reasonAdvice } from '#src/domain/wording/reasonAdvice.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useNow } from '#src/state/useNow.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { keyed } from '#src/ui/keyed.ts'
import { Evidence, ReasonText } from './ReasonText.tsx'
import styles from './reasons.module.css'
import { toggleRow } from './viewParams.ts'

const LINKS: readonly (keyof ServiceLinks)[] = ['runbook', 'dashboard', 'logs', 'channel']

/** Nothing here tells a service's namespace: a link that wants it is on the service's own screen. */
const wantsNamespace = (link: string): boolean => link.includes('{namespace}')

function Links({ row: { name, links } }: { readonly row: ServiceRow }) {
  const now = useNow(minutes(1))
  const subject = { service: name, pod: null, namespace: null, level: null, at: null }
  const logs = links.logs === null || wantsNamespace(links.logs) ? null : logLink(links.logs, subject, now)
  return LINKS.map((kind) => {
    const href = kind === 'logs' ? logs : links[kind]
    return href === null ? null : (
      <ExternalLink key={kind} href={href}>
        {screenTexts.link[kind]}
      </ExternalLink>
    )
  })
}

type Props = { readonly row: ServiceRow; readonly open: boolean }

/**
 * Why a service is not green. Closed: the worst reason in one line, what to do, where to go, how many more.
 * Open: every reason, each with what it rests on, pod by pod.
 */
export function ReasonCell({ row, open }: Props) {
  const told = open ? row.reasons : row.reasons.slice(0, 1)
  const more = row.reasons.length - told.length
  return (
    <div className={open ? `${styles.why} ${styles.open}` : styles.why}>
      {keyed(told, ({ kind }) => kind).map(([key, reason], i) => (
        <Fragment key={key}>
          <ReasonText reason={reason} />
          <p className={styles.advice}>
            <span className={styles.todo}>{reasonAdvice(reason)}</span>
            {open && (
              <a href={hashTo('/rules', { rule: reason.kind })} aria-label={screenTexts.ruleOf(reason.kind)}>
                {screenTexts.rule}
              </a>
            )}
            {i === 0 && (
              <span className={styles.links}>
                <Links row={row} />
              </span>
            )}
            {more > 0 && (
              <button type="button" className={styles.more} onClick={() => toggleRow(row.name)}>
                {screenTexts.moreReasons(more)}
              </button>
            )}
          </p>
          {open && reason.pods.length > 1 && <Evidence reason={reason} />}
        </Fragment>
      ))}
      {told.length === 0 && (
        <p className={`${styles.advice} ${styles.links}`}>
          <Links row={row} />
        </p>
      )}
    </div>
  )
}
