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
import { PodName } from './PodName.tsx'
import { shortPods } from './shortPods.ts'
import { StartShape } from './StartShape.tsx'
import styles from './starts.module.css'
import { TimeRuler } from './TimeRuler.tsx'
import { useFewPods } from './useFewPods.tsx'
import { useServiceHistories, useSpan } from './useServiceHistories.ts'

const words = englishService.starts

/** What nearly every pod tells: marks of starts come with whichever signals are known. */
const TELLING: readonly Signal[] = ['memory', 'cpu', 'uptime', 'requestRate', 'goroutines', 'heap']

/** How many letters of a pod's name have room. */
const LETTERS = 20

/** A version is written beside its mark where so much of the span is free behind it. */
const LABEL_NEEDS = 0.16

type MarkProps = { readonly mark: StartMark; readonly next: StartMark | undefined }

function Mark({ mark: { at, kind, version }, next }: MarkProps) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { from, to } = useSpan()
  const when = formatMoment(at, now, timeZone)
  const says = kind === 'deploy' ? words.deploy(version, when) : words.restart(when)
  const isRoomy = ((next?.at ?? to) - at) / (to - from) > LABEL_NEEDS
  return (
    <li className={styles.mark} style={{ left: `${((at - from) / (to - from)) * 100}%` }} title={says}>
      <StartShape kind={kind} />
      <span className="unseen">{says}</span>
      {version !== null && isRoomy && (
        <code className={styles.label} aria-hidden="true">
          {version}
        </code>
      )}
    </li>
  )
}

type LineProps = {
  readonly pod: PodCell
  readonly marks: PodStarts['marks']
  /** How it is called where its name has no room. */
  readonly short: string | undefined
}

function PodLine({ pod: { name, version }, marks, short }: LineProps) {
  return (
    <li className={styles.line}>
      <PodName name={name} short={short} />
      <ol className={styles.track}>
        {marks.map((mark, i) => (
          <Mark key={mark.at} mark={mark} next={marks[i + 1]} />
        ))}
      </ol>
      <code className={styles.version} title={version ?? words.unknownVersion}>
        {version ?? words.unknownVersion}
      </code>
    </li>
  )
}

const restarts = ({ marks }: { readonly marks: PodStarts['marks'] }): number =>
  marks.filter(({ kind }) => kind === 'restart').length

/** The pods with their starts within the span; those that were restarted most come first. */
function usePodLines(row: ServiceRow): readonly LineProps[] {
  const { from, to } = useSpan()
  const told = useServiceHistories(row, TELLING)
  const names = row.pods.map(({ name }) => name)
  const starts = startsOf(names, told?.histories ?? [])
  const short = shortPods(names, LETTERS)
  const marksOf = (pod: string): PodStarts['marks'] =>
    (starts.find((one) => one.pod === pod)?.marks ?? []).filter(({ at }) => at >= from && at <= to)
  return row.pods
    .map((pod) => ({ pod, marks: marksOf(pod.name), short: short.get(pod.name) }))
    .toSorted((a, b) => restarts(b) - restarts(a))
}

function Track({ row }: { readonly row: ServiceRow }) {
  const { name: range } = useRange()
  const lines = usePodLines(row)
  const { shown, more } = useFewPods(lines)
  return (
    <>
      <ul>
        {shown.map(({ pod, marks, short }) => (
          <PodLine key={pod.name} pod={pod} marks={marks} short={short} />
        ))}
      </ul>
      {more}
      <TimeRuler />
      {lines.every(({ marks }) => marks.length === 0) ? (
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
