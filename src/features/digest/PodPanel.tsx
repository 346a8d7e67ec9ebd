import { type MouseEvent, useEffect, useRef } from 'react'
import type { Light } from '#src/domain/verdict/light.ts'
import { englishWays } from '#src/domain/wording/englishWays.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Detail } from '#src/state/screen.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { CheckTree } from './CheckTree.tsx'
import { EndpointList } from './EndpointList.tsx'
import { podWay } from './drillWays.ts'
import { endsSelection } from './endsSelection.ts'
import { LastBadAnswer } from './LastBadAnswer.tsx'
import { LogLines } from './LogLines.tsx'
import styles from './panel.module.css'
import { RecentProbes } from '#src/ui/RecentProbes.tsx'
import { RunningFacts } from './RunningFacts.tsx'
import { SignalList } from './SignalList.tsx'

type Pod = Detail['pods'][number]
type Props = {
  readonly service: string
  readonly pod: Pod
  readonly light: Light
  readonly open: boolean
  /** The address asks for this pod: it is brought into view. */
  readonly picked: boolean
  readonly onToggle: (pod: string) => void
}

/** The newest health probe failed: what is known of its health is older. */
const isOld = ({ endpoints }: Pod): boolean =>
  endpoints.some(({ endpoint, failure }) => endpoint === 'health' && failure !== null)

/** One pod: a line with its light, name and newest probes; behind it what runs, what answered, checks, signals, logs. */
export function PodPanel({ service, pod, light, open, picked, onToggle }: Props) {
  const item = useRef<HTMLLIElement>(null)
  const byHand = useRef(false)
  useEffect(() => {
    if (picked && !byHand.current) item.current?.scrollIntoView({ block: 'nearest' })
    byHand.current = false
  }, [picked])
  // The address says what is open; the platform's own toggling would be a second truth.
  const onClick = (event: MouseEvent): void => {
    event.preventDefault()
    if (endsSelection(event, event.currentTarget)) return
    byHand.current = true
    onToggle(pod.name)
  }
  return (
    <li ref={item} className={styles.podItem}>
      <details className={styles.podBox} open={open}>
        <summary className={styles.podHead} onClick={onClick}>
          <StatusLight light={light} size={16} />
          <span className={styles.pod}>{pod.name}</span>
          <span className={styles.address}>{pod.shownUrl ?? pod.url}</span>
          <RecentProbes recent={pod.recent} />
        </summary>
        <p className={styles.podTools}>
          <a href={podWay(service, pod.name)} aria-label={englishWays.podLabel(pod.name)}>
            {englishWays.pod}
          </a>
          <CopyButton
            text={pod.name}
            label={screenTexts.copy.podName}
            done={screenTexts.copy.done(pod.name)}
          />
        </p>
        <div className={styles.columns}>
          <div>
            <RunningFacts pod={pod} />
            <EndpointList pod={pod} />
          </div>
          <div>
            <CheckTree health={pod.health} old={isOld(pod)} />
            <LastBadAnswer pod={pod} />
          </div>
        </div>
        {open && <SignalList service={service} pod={pod} light={light} />}
        {pod.health !== null && pod.health.logs.length > 0 && <LogLines logs={pod.health.logs} />}
      </details>
    </li>
  )
}
