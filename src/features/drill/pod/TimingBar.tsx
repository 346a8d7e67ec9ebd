import type { Heard, RequestTiming } from '#src/domain/heard/heard.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import styles from './layerParts.module.css'

const words = englishLayers.endpoints

const PHASES = ['dns', 'connect', 'wait', 'receive'] as const

const PAGE_TELLS = 'Timing-Allow-Origin'

const isOtherOrigin = (url: string): boolean => URL.canParse(url) && new URL(url).origin !== location.origin

function Phases({ timing }: { readonly timing: RequestTiming }) {
  const whole = PHASES.reduce((sum, phase) => sum + timing[phase], 0)
  const isReused = timing.dns === 0 && timing.connect === 0
  return (
    <>
      <span className={styles.bar} aria-hidden="true">
        {PHASES.map((phase) => (
          <span
            key={phase}
            data-phase={phase}
            style={{ flexGrow: whole === 0 ? 1 : timing[phase] / whole }}
          />
        ))}
      </span>
      <span className={styles.phases}>
        {isReused && <span>{words.reused}</span>}
        {PHASES.filter((phase) => !isReused || phase === 'wait' || phase === 'receive').map((phase) => (
          <span key={phase}>
            {words.phase[phase]} {formatDuration(timing[phase])}
          </span>
        ))}
        {timing.protocol !== '' && <span>{timing.protocol}</span>}
      </span>
    </>
  )
}

/** How the time of a request was spent, as far as the browser tells; else why it does not (W3C Resource Timing). */
export function TimingBar({ heard }: { readonly heard: Heard | null }) {
  if (heard !== null && heard.timing !== null) return <Phases timing={heard.timing} />
  if (heard === null || !isOtherOrigin(heard.url))
    return <span className={styles.quiet}>{words.untimedYet}</span>
  return (
    <span className={styles.quiet}>
      {words.untimedOrigin} <code>{PAGE_TELLS}</code>
    </span>
  )
}
