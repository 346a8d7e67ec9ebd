import { loadShare, type LoadShare } from '#src/domain/compare/loadShare.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatRatio } from '#src/domain/wording/formatNumber.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { useAt } from '#src/features/drill/drillAddress.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { PodName } from './PodName.tsx'
import styles from './servicePage.module.css'
import { shortPods } from './shortPods.ts'
import { useFewPods } from './useFewPods.tsx'
import { useServiceHistories } from './useServiceHistories.ts'
import { useValueOf } from './useValueOf.ts'

const words = englishService.load

const RATE: readonly Signal[] = ['requestRate']

/** How many letters of a pod's name have room. */
const LETTERS = 20

/** The bars end where the largest share does, or at twice the fair one: else two equal pods would seem to be full. */
const endOf = ({ pods, fair }: LoadShare): number => Math.min(1, Math.max(2 * fair, pods[0]?.share ?? 0))

function Bars({ load }: { readonly load: LoadShare }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const end = endOf(load)
  const percent = (share: number): string => `${Math.round((share / end) * 1000) / 10}%`
  const { shown, more } = useFewPods(load.pods)
  const short = shortPods([...load.pods.map(({ pod }) => pod), ...load.missing], LETTERS)
  return (
    <>
      <ul className={styles.bars}>
        {shown.map(({ pod, value, share }) => (
          <li key={pod}>
            <PodName name={pod} short={short.get(pod)} />
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ width: percent(share) }} />
              <span className={styles.fair} style={{ left: percent(load.fair) }} />
            </span>
            <span className={styles.number}>{formatRatio(share)}</span>
            <span className={styles.number}>{formatSignal('requestRate', value, now, timeZone)}</span>
          </li>
        ))}
        {load.missing.map((pod) => (
          <li key={pod}>
            <PodName name={pod} short={short.get(pod)} />
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fair} style={{ left: percent(load.fair) }} />
            </span>
            <span className={styles.missing}>{words.missing}</span>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

/** Who carries how many of the requests, beside what would be fair. Of a single pod there is nothing to share. */
export function LoadOfPods({ row }: { readonly row: ServiceRow }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const at = useAt()
  const told = useServiceHistories(row, RATE)
  const valueOf = useValueOf(row.name, told?.scaled ?? [])
  if (row.pods.length < 2) return null
  const load = loadShare(row.pods.map(({ name }) => ({ pod: name, perSecond: valueOf('requestRate', name) })))
  return (
    <section className={styles.small} aria-labelledby="load">
      <h2 id="load">
        {words.heading}{' '}
        {load !== null && (
          <span className={styles.caption}>
            {words.caption(formatSignal('requestRate', load.total, now, timeZone), formatRatio(load.fair))}
          </span>
        )}
      </h2>
      {load === null ? (
        <p className={styles.quiet}>{at === null ? words.none : words.noneThen}</p>
      ) : (
        <Bars load={load} />
      )}
    </section>
  )
}
