import type { ReactNode } from 'react'
import type { ServiceLinks, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { filledLinks } from '#src/domain/log/filledLinks.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatClock, formatMoment } from '#src/domain/wording/formatMoment.ts'
import { runTexts } from '#src/domain/wording/runWords.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useSurroundings } from '#src/state/queries/useDrill.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { useRow } from '#src/state/useWatch.ts'
import { Age } from '#src/ui/Age.tsx'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { serviceHref, useAt } from './drillAddress.ts'
import styles from './drillHead.module.css'
import { DrillKeysButton } from './DrillKeysButton.tsx'
import { NoMoment } from './NoMoment.tsx'
import { useKeptTime } from './useKeptTime.ts'

type Props = {
  readonly service: string
  /** Null on the screen of the service itself. */
  readonly pod: string | null
  /** The keys of this screen, for the list behind `?`; left out where it has none. */
  readonly keys?: readonly (readonly [string, string])[]
  readonly children?: ReactNode
}

const LINKS: readonly (keyof ServiceLinks)[] = ['runbook', 'dashboard', 'logs', 'channel']

/** Who is on RUN duty; nothing while the board is not there. */
function Duty() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const duty = useBoard(({ desk }) => desk?.duty ?? null)
  if (duty === null) return null
  return (
    <span>
      <b>{runTexts.duty(duty.who)}</b> {runTexts.until(formatMoment(duty.until, now, timeZone), duty.next)}
    </span>
  )
}

/** What runs, and whose it is. */
function Facts({ row, pod }: { readonly row: ServiceRow; readonly pod: string | null }) {
  const version = pod === null ? row.version : (row.pods.find(({ name }) => name === pod)?.version ?? null)
  return (
    <>
      {version !== null && <code className={styles.version}>{version}</code>}
      {row.team !== null && <span>{row.team}</span>}
      {row.tier !== null && <span>{screenTexts.tier(row.tier)}</span>}
    </>
  )
}

function Links({ row, pod }: { readonly row: ServiceRow; readonly pod: string | null }) {
  const at = useAt()
  const now = useNow(minutes(1))
  const namespace = useSurroundings(row.name)?.kubernetes?.namespace ?? null
  const links = filledLinks(row.links, { service: row.name, pod, namespace, level: null, at }, now)
  const known = LINKS.flatMap((kind) => {
    const href = links[kind]
    return href === null ? [] : [{ kind, href }]
  })
  if (known.length === 0) return null
  return (
    <ul className={styles.links} aria-label={englishService.tools}>
      {known.map(({ kind, href }) => (
        <li key={kind}>
          <ExternalLink href={href}>{screenTexts.link[kind]}</ExternalLink>
        </li>
      ))}
    </ul>
  )
}

/** The way from the digest to here; where this is, is the page's own heading. */
function Way({ service, pod }: Pick<Props, 'service' | 'pod'>) {
  const row = useRow(service)
  const kept = useKeptTime()
  const cell = row?.pods.find(({ name }) => name === pod)
  const light = (pod === null ? row?.light : cell?.light) ?? 'unknown'
  return (
    <nav className={styles.way} aria-label={englishService.way}>
      <ol>
        <li>
          <a href={hashTo('/')}>{englishService.digest}</a>
        </li>
        {pod !== null && (
          <li>
            <a href={serviceHref(service, kept)}>
              {row !== undefined && <StatusLight light={row.light} size={16} />} {service}
            </a>
          </li>
        )}
        <li className={styles.here} aria-current="page">
          <StatusLight light={light} size={24} silent />
          <h1>{pod ?? service}</h1>
          <b className={styles.word} data-light={light}>
            {screenTexts.light[light]}
          </b>
        </li>
      </ol>
    </nav>
  )
}

/** How old what is shown is, what time it is, and the zone of every clock time on the screen. */
function Freshness({ observedAt }: Pick<ServiceRow, 'observedAt'>) {
  const { timeZone } = useScreen()
  const now = useNow()
  return (
    <span className={styles.fresh}>
      {observedAt !== null && (
        <>
          {screenTexts.seen} <Age age={now - observedAt} /> {screenTexts.ago}{' '}
        </>
      )}
      <time className={styles.clock}>{formatClock(now, timeZone, true)}</time> {timeZone}
    </span>
  )
}

/** The top of a drill-down: the way back, the light, what runs and whose it is, and where else to look. Two lines where there is room. */
export function DrillHead({ service, pod, keys, children }: Props) {
  const row = useRow(service)
  return (
    <header className={styles.head}>
      <Way service={service} pod={pod} />
      <div className={styles.tools}>
        <CopyLink />
        {keys !== undefined && <DrillKeysButton list={keys} />}
      </div>
      <div className={styles.facts}>
        {row !== undefined && <Facts row={row} pod={pod} />}
        {row !== undefined && <Links row={row} pod={pod} />}
        <Duty />
        <Freshness observedAt={row?.observedAt ?? null} />
      </div>
      <NoMoment />
      {children}
    </header>
  )
}
