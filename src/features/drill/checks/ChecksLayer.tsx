import { useDeferredValue, useMemo } from 'react'
import { CHECK_CAP } from '#src/domain/health/checkBudget.ts'
import { changesSince } from '#src/domain/health/changesSince.ts'
import { checkNodes } from '#src/domain/health/checkNode.ts'
import { countNodes, findChecks, worstWithin } from '#src/domain/health/foldChecks.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { englishChecks as words } from '#src/domain/wording/englishChecks.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatClock, formatMoment } from '#src/domain/wording/formatMoment.ts'
import { agoOf } from '#src/features/drill/then/agoOf.ts'
import { type OldHealth, useOldHealth } from '#src/features/drill/useOldHealth.ts'
import { setParams, useParam } from '#src/state/hashRoute.ts'
import { usePodRecord } from '#src/state/queries/useDrill.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { ChecksSince, GoneChecks } from './ChecksSince.tsx'
import { CheckTree } from './CheckTree.tsx'
import type { CheckView } from './checkView.ts'
import styles from './checks.module.css'
import { RawBody } from './RawBody.tsx'

type Pod = Detail['pods'][number]
type Failure = Pod['endpoints'][number]['failure']

/** From so many checks on one looks for a name. */
const FIND_FROM = 30

/** The health endpoint of a pod: what was asked, and what became of it. */
const healthOf = ({ endpoints }: Pod): Pod['endpoints'][number] | null =>
  endpoints.find(({ endpoint }) => endpoint === 'health') ?? null

/** Why it says so, where its checks do not show it themselves: there are none, or not all were read. */
function whyBeside({ checks, why }: HealthReading): string | null {
  const nodes = checkNodes(checks)
  const isShown = nodes.some((node) => worstWithin(node) !== 'ok') && countNodes(nodes) < CHECK_CAP
  return isShown ? null : why
}

/** When that was answered which is shown; null where that is not known. */
const answeredAt = (pod: Pod, old: OldHealth | null): EpochMs | null =>
  old === null ? (healthOf(pod)?.at ?? null) : old.at

/** What stands before that which it says: that it is of now, or how old it is. */
function saysWords(old: OldHealth | null, now: EpochMs): string {
  if (old === null) return words.says
  return words[old.why](old.at === null ? null : agoOf(old.at, now))
}

function Verdict({
  health,
  pod,
  old,
}: {
  readonly health: HealthReading
  readonly pod: Pod
  readonly old: OldHealth | null
}) {
  const { timeZone } = useScreen()
  const now = useNow(seconds(10))
  const at = answeredAt(pod, old)
  const asked = healthOf(pod)
  const took = asked?.failure === null ? asked.took : null
  const why = useMemo(() => whyBeside(health), [health])
  const facts = [
    words.readAs(health.format),
    at === null ? null : words.answered(formatClock(at, timeZone, true)),
    took === null ? null : words.took(formatDuration(took)),
  ]
  return (
    <p>
      {saysWords(old, now)} <b>{words.state[health.state]}</b>
      {why !== null && `: ${why}`}{' '}
      <span className={styles.quiet}>{facts.filter((fact) => fact !== null).join(', ')}</span>
    </p>
  )
}

type TreeProps = { readonly health: HealthReading; readonly view: Omit<CheckView, 'found'> }

function Tree({ health, view }: TreeProps) {
  const text = useParam('checks')
  const wanted = useDeferredValue(text)
  const nodes = useMemo(() => checkNodes(health.checks), [health.checks])
  const found = useMemo(() => findChecks(nodes, wanted), [nodes, wanted])
  const all = countNodes(nodes)
  if (all === 0) return <p className={styles.quiet}>{words.noChecks}</p>
  const isFinding = wanted.trim() !== ''
  return (
    <>
      {(all >= FIND_FROM || text !== '') && (
        <p className={styles.find}>
          <label>
            {words.find}{' '}
            <input
              type="search"
              value={text}
              placeholder={words.findHint}
              onChange={(event) => setParams({ checks: event.target.value }, 'replace')}
            />
          </label>
          <output className={styles.quiet}>{isFinding && words.found(countNodes(found), all)}</output>
        </p>
      )}
      {found.length === 0 ? (
        <p className={styles.quiet}>{words.foundNone(wanted)}</p>
      ) : (
        <CheckTree key={wanted} nodes={found} view={{ ...view, found: isFinding }} />
      )}
    </>
  )
}

type Props = { readonly service: string; readonly pod: Pod }

type PageProps = Props & { readonly health: HealthReading; readonly record: ReturnType<typeof usePodRecord> }

/** What the health page says, and what changed since it was last all well. */
function Page({ service, pod, health, record }: PageProps) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const good = record?.lastGood ?? null
  const changes = useMemo(() => (good === null ? null : changesSince(good.reading, health)), [good, health])
  const old = useOldHealth()(pod)
  const view = { service, pod: pod.name, at: answeredAt(pod, old), old: old !== null, changes }
  const isCompared =
    record !== undefined && health.checks.length > 0 && (good !== null || health.state !== 'ok')
  return (
    <>
      <Verdict health={health} pod={pod} old={old} />
      {isCompared && (
        <ChecksSince changes={changes} good={good === null ? null : formatMoment(good.at, now, timeZone)} />
      )}
      <Tree health={health} view={view} />
      {changes !== null && <GoneChecks changes={changes} view={{ ...view, found: false }} />}
    </>
  )
}

/** Why there is nothing to be judged, or not all of it; nothing where there is. */
function Missing({ health, failure }: { readonly health: HealthReading | null; readonly failure: Failure }) {
  if (failure?.kind === 'too-large')
    return <p className={styles.notice}>{words.tooLarge(formatBytes(failure.cap))}</p>
  return health === null && failure === null ? <p className={styles.quiet}>{words.nothingYet}</p> : null
}

/** Where nothing else of an answer can be shown, its body is open from the start. */
const isTelling = (failure: Failure): boolean =>
  failure !== null && (failure.kind === 'too-large' || failure.kind === 'malformed')

/** What a pod says of itself: its checks, what changed since all was well, and its answer to the letter. */
export function ChecksLayer({ service, pod }: Props) {
  const record = usePodRecord(service, pod.name)
  const failure = healthOf(pod)?.failure ?? null
  const heard = record?.heard.find(({ endpoint }) => endpoint === 'health')
  return (
    <div className={styles.layer}>
      <Missing health={pod.health} failure={failure} />
      {pod.health !== null && <Page service={service} pod={pod} health={pod.health} record={record} />}
      <RawBody heard={record === undefined ? undefined : (heard ?? null)} telling={isTelling(failure)} />
    </div>
  )
}
