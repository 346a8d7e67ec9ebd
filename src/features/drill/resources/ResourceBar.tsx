import type { Span } from '#src/domain/chart/span.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { setComparedWith, useComparedWith } from '#src/features/drill/drillAddress.ts'
import { RangePicker } from '#src/features/drill/RangePicker.tsx'
import { useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import styles from './resources.module.css'
import { setZoom } from './zoomAddress.ts'

function ComparePicker({ service, pod }: { readonly service: string; readonly pod: string }) {
  const wanted = useComparedWith()
  const others = (useServiceDetail(service)?.pods ?? [])
    .map(({ name }) => name)
    .filter((name) => name !== pod)
  const { yesterday, 'last-week': lastWeek } = words.sameHour
  // What the address names may be a pod that is gone.
  const isNamed = wanted === '' || wanted in words.sameHour || others.includes(wanted)
  const pods = isNamed ? others : [wanted, ...others]
  return (
    <label className={styles.compare}>
      <span>{words.compare}</span>
      <select value={wanted} onChange={({ target }) => setComparedWith(target.value)}>
        <option value="">{words.nothing}</option>
        <option value="yesterday">{yesterday}</option>
        <option value="last-week">{lastWeek}</option>
        {pods.length > 0 && (
          <optgroup label={words.otherPods}>
            {pods.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  )
}

type Props = {
  readonly service: string
  readonly pod: string
  readonly span: Span
  readonly at: EpochMs | null
  readonly isZoomed: boolean
}

/** How far back charts reach, around when, and what they are compared with. */
export function ResourceBar({ service, pod, span, at, isZoomed }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const say = (moment: EpochMs): string => formatMoment(moment, now, timeZone)
  return (
    <div className={styles.bar}>
      <RangePicker />
      {isZoomed ? (
        <p className={styles.zoomed}>
          {words.zoomed(say(span.from), say(span.to))}
          <button type="button" className={styles.button} onClick={() => setZoom(null)}>
            {words.unzoom}
          </button>
        </p>
      ) : (
        at !== null && <p className={styles.quiet}>{words.around(say(at))}</p>
      )}
      <ComparePicker service={service} pod={pod} />
    </div>
  )
}
