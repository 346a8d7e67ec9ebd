import { useEffect, useRef } from 'react'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Detail } from '#src/state/screen.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { CheckTree } from './CheckTree.tsx'
import { EndpointList } from './EndpointList.tsx'
import { LogLines } from './LogLines.tsx'
import styles from './panel.module.css'
import { RecentProbes } from './RecentProbes.tsx'
import { RunningFacts } from './RunningFacts.tsx'
import { SignalTable } from './SignalTable.tsx'
import { usePickedPod } from './viewParams.ts'

type Pod = Detail['pods'][number]
type Props = {
  readonly pod: Pod
  readonly light: Light
  /** The worst pod is open from the start. */
  readonly first: boolean
}

/** The newest health probe failed: what is known of its health is older. */
const isOld = ({ endpoints }: Pod): boolean =>
  endpoints.some(({ endpoint, failure }) => endpoint === 'health' && failure !== null)

/** One pod: a line with its light, name and newest probes; behind it what runs, what answered, checks, signals, logs. */
export function PodPanel({ pod, light, first }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  const picked = usePickedPod() === pod.name
  useEffect(() => {
    if (!picked || box.current === null) return
    box.current.open = true
    box.current.scrollIntoView({ block: 'nearest' })
  }, [picked])
  return (
    <li>
      <details ref={box} className={styles.podBox} open={first}>
        <summary className={styles.podHead}>
          <StatusLight light={light} size={16} />
          <span className={styles.pod}>{pod.name}</span>
          <span className={styles.address}>{pod.url}</span>
          <RecentProbes recent={pod.recent} />
        </summary>
        <div className={styles.columns}>
          <div>
            <RunningFacts pod={pod} />
            <EndpointList endpoints={pod.endpoints} />
          </div>
          <CheckTree health={pod.health} old={isOld(pod)} />
          <SignalTable signals={pod.signals} />
        </div>
        {pod.health !== null && pod.health.logs.length > 0 && <LogLines logs={pod.health.logs} />}
      </details>
    </li>
  )
}
