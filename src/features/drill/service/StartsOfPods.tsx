import { type PodStarts, startsOf } from '#src/domain/compare/startsOf.ts'
import type { PodCell, ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { useRange } from '#src/features/drill/drillAddress.ts'
import { useBehind } from '#src/state/queries/useServiceDetail.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { DeployFacts } from '#src/ui/DeployFacts.tsx'
import { StartShape } from './StartShape.tsx'
import styles from './starts.module.css'
import { TimeRuler } from './TimeRuler.tsx'
import { useServiceHistories, useSpan } from './useServiceHistories.ts'

const words = englishService.starts

/** What nearly every pod tells: marks of starts come with whichever signals are known. */
const TELLING: readonly Signal[] = ['memory', 'cpu', 'uptime', 'requestRate', 'goroutines', 'heap']

function Mark({ mark: { at, kind, version } }: { readonly mark: StartMark }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { from, to } = useSpan()
  const when = formatMoment(at, now, timeZone)
  const says = kind === 'deploy' ? words.deploy(version, when) : words.restart(when)
  return (
    <li className={styles.mark} style={{ left: `${((at - from) / (to - from)) * 100}%` }} title={says}>
      <StartShape kind={kind} />
      <span className="unseen">{says}</span>
    </li>
  )
}

type LineProps = { readonly pod: PodCell; readonly marks: PodStarts['marks'] }

function PodLine({ pod: { name, version }, marks }: LineProps) {
  const { from, to } = useSpan()
  const within = marks.filter(({ at }) => at >= from && at <= to)
  return (
    <li className={styles.line}>
      <span className={styles.pod}>{name}</span>
      <ol className={styles.track}>
        {within.map((mark) => (
          <Mark key={mark.at} mark={mark} />
        ))}
      </ol>
      <code className={styles.version} title={version ?? words.unknownVersion}>
        {version ?? words.unknownVersion}
      </code>
    </li>
  )
}

function Track({ row }: { readonly row: ServiceRow }) {
  const { name: range } = useRange()
  const told = useServiceHistories(row.name, TELLING)
  const starts = startsOf(
    row.pods.map(({ name }) => name),
    told?.histories ?? [],
  )
  const isQuiet = starts.every(({ marks }) => marks.length === 0)
  const marksOf = (pod: string): PodStarts['marks'] => starts.find((one) => one.pod === pod)?.marks ?? []
  return (
    <>
      <ul className={styles.lines}>
        {row.pods.map((pod) => (
          <PodLine key={pod.name} pod={pod} marks={marksOf(pod.name)} />
        ))}
      </ul>
      <TimeRuler />
      {isQuiet ? (
        <p className={styles.quiet}>{words.none(englishService.range.name[range])}</p>
      ) : (
        <p className={styles.legend} aria-hidden="true">
          <StartShape kind="deploy" /> {words.legend} <StartShape kind="restart" /> {words.legendRestart}
        </p>
      )}
    </>
  )
}

/** What runs where, and when each pod was started: again as it was, or with another version. */
export function StartsOfPods({ row }: { readonly row: ServiceRow }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const delivery = useBehind(row.name)?.delivery ?? null
  return (
    <section className={styles.starts} aria-labelledby="starts">
      <h2 id="starts">{words.heading}</h2>
      <Track row={row} />
      {delivery !== null && <DeployFacts delivery={delivery} now={now} timeZone={timeZone} headed={false} />}
    </section>
  )
}
