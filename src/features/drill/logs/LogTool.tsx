import { hasPlaces } from '#src/domain/log/fillLink.ts'
import { logLink } from '#src/domain/log/logLink.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useAt } from '#src/features/drill/drillAddress.ts'
import { useSurroundings } from '#src/state/queries/useDrill.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useRow } from '#src/state/useWatch.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import styles from './lines.module.css'

type Props = {
  readonly service: string
  /** Null: of the whole service. */
  readonly pod: string | null
  /** The level to ask for; null: all. */
  readonly level: string | null
}

/** The way to the team's log tool, opened at this service, this pod and this time, as far as the fleet file's link takes them. */
export function LogTool({ service, pod, level }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const at = useAt()
  const template = useRow(service)?.links.logs ?? null
  const namespace = useSurroundings(service)?.kubernetes?.namespace ?? null
  const href = template === null ? null : logLink(template, { service, pod, namespace, level, at }, now)
  if (template === null || href === null) return <p className={styles.quiet}>{words.noTool}</p>
  const span = at === null ? words.lastHour : words.around(formatMoment(at, now, timeZone))
  return (
    <p className={styles.counts}>
      <ExternalLink href={href}>{words.openTool}</ExternalLink>
      <span className={styles.quiet}>
        {hasPlaces(template) ? words.toolOf(pod ?? service, span) : words.toolUnfilled}
      </span>
    </p>
  )
}
