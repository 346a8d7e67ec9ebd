import type { PodCell, ServiceRow } from '#src/domain/digest/digestRow.ts'
import { lightRank } from '#src/domain/verdict/light.ts'
import { englishAlertLink } from '#src/domain/wording/englishAlertLink.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { podHref, serviceHref } from '#src/features/drill/drillAddress.ts'
import { ServiceVerdict } from '#src/features/drill/service/ServiceVerdict.tsx'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { POD_LINK, SERVICE_LINK } from './alertKeys.ts'
import styles from './alert.module.css'

const { now: words } = englishAlertLink

const MOST_PODS = 12

type Props = {
  readonly row: ServiceRow
  /** The one that the alert names; it stands first, whatever its light. Null: none that is there. */
  readonly pod: string | null
  /** What links to pods carry along: the layer and the signal that the alert is about. */
  readonly about: Readonly<Record<string, string>>
}

/** The pods, the worst first, each a way to its layers. */
function Pods({ row, pod, about }: Props) {
  const kept = useKeptTime()
  const rank = ({ name, light }: PodCell): number => (name === pod ? -1 : lightRank(light))
  const pods = row.pods.toSorted((a, b) => rank(a) - rank(b))
  return (
    <ul className={styles.pods} aria-label={words.pods}>
      {pods.slice(0, MOST_PODS).map(({ name, light }) => (
        <li key={name}>
          <a href={podHref(row.name, name, { ...about, ...kept })} data-named={name === pod || undefined}>
            <StatusLight light={light} size={16} /> {name}
          </a>
        </li>
      ))}
      {pods.length > MOST_PODS && (
        <li>
          <a href={serviceHref(row.name, kept)}>{words.morePods(pods.length - MOST_PODS)}</a>
        </li>
      )}
    </ul>
  )
}

/** That nobody vouches for what is shown: the watch fell silent, or has not begun. */
function Old() {
  const heardAt = useWatch((state) => (state.source === 'live' ? null : state.heardAt))
  const now = useNow()
  if (heardAt === null) return null
  return <p className={styles.fault}>{words.old(formatDuration(Math.max(0, now - heardAt)))}</p>
}

/** The ways onward, each of the page's own with its key. */
function Onward({ row, pod, about }: Props) {
  const kept = useKeptTime()
  const { runbook, dashboard, logs, channel } = row.links
  const outside = [
    [screenTexts.link.runbook, runbook],
    [screenTexts.link.dashboard, dashboard],
    [screenTexts.link.logs, logs],
    [screenTexts.link.channel, channel],
  ] as const
  return (
    <p className={styles.onward}>
      <a id={SERVICE_LINK} href={serviceHref(row.name, kept)}>
        {words.service} <b>{row.name}</b> <kbd aria-hidden="true">s</kbd>
      </a>
      {pod !== null && (
        <a id={POD_LINK} href={podHref(row.name, pod, { ...about, ...kept })}>
          {words.pod} <b>{pod}</b> <kbd aria-hidden="true">p</kbd>
        </a>
      )}
      {outside.map(
        ([name, href]) =>
          href !== null && (
            <ExternalLink key={name} href={href}>
              {name}
            </ExternalLink>
          ),
      )}
    </p>
  )
}

/** The service as it is now: its light, why, its pods, and the ways onward. */
export function ServiceNow(props: Props) {
  const { row } = props
  return (
    <section className={styles.part} aria-labelledby="alert-now-title">
      <h2 id="alert-now-title" className={styles.verdict}>
        <StatusLight light={row.light} silent />
        {words.title(row.name, screenTexts.light[row.light])}
      </h2>
      <Old />
      <Onward {...props} />
      <ServiceVerdict row={row} />
      <Pods {...props} />
    </section>
  )
}
