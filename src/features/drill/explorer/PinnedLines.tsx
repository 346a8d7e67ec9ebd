import { useMemo } from 'react'
import type { FamilyTold, PinnedSeries, PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import { nameOfId } from '#src/domain/explorer/seriesId.ts'
import { type FamilyUnit, unitOfFamily } from '#src/domain/explorer/unitOfFamily.ts'
import { rangeOf } from '#src/domain/chart/rangeOf.ts'
import { minutes } from '#src/domain/time/units.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { englishExplorer as words } from '#src/domain/wording/englishExplorer.ts'
import { formatMetric, formatMetricRate } from '#src/domain/wording/formatMetric.ts'
import { formatStamp } from '#src/domain/wording/formatStamp.ts'
import { PinButton } from '#src/features/drill/why/PinButton.tsx'
import { presentRoute, printHash } from '#src/state/hashRoute.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Sparkline } from '#src/ui/Sparkline.tsx'
import styles from './pinnedLines.module.css'
import { useDrawing } from './useDrawing.ts'

/** Of which family a series is: its samples are named as it is, or as it is and a form. */
function unitOf(id: string, families: readonly FamilyTold[]): FamilyUnit {
  const name = nameOfId(id)
  if (/_(?:bucket|count)$/.test(name)) return null
  const family =
    families.find((one) => one.name === name) ??
    families.find(({ series }) => series.some((one) => one.name === name))
  return family === undefined ? null : unitOfFamily(family)
}

type LineProps = {
  readonly service: string
  readonly pod: string
  readonly pinned: PinnedSeries
  readonly unit: FamilyUnit
  readonly onTakeOut: () => void
}

function Line({ service, pod, pinned, unit, onTakeOut }: LineProps) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { id, isRate, from, step, values } = pinned
  const range = useMemo(() => rangeOf(values), [values])
  const say = (value: number): string =>
    isRate ? formatMetricRate(unit, value) : formatMetric(unit, value, { now, timeZone })
  const span = formatDuration(Math.max(1, values.length) * step)
  const sentence = range && words.ranged(id, say(range.last), say(range.low), say(range.high), span)
  return (
    <li className={styles.line}>
      <span className={styles.id}>{id}</span>
      {sentence === null || range === null ? (
        <span className={styles.none}>{words.noLineYet}</span>
      ) : (
        <>
          <Sparkline spark={{ from, step, values, bound: null, slope: null, marks: [] }} label={sentence} />
          <span className={styles.value}>{say(range.last)}</span>
          <PinButton
            service={service}
            what={words.of(id, pod)}
            pin={() => ({
              kind: 'chart',
              text: words.pinned(words.of(sentence, pod), formatStamp(from + step * values.length, timeZone)),
              link: printHash(presentRoute()),
              line: { signal: id, pod, from, step, values: [...values], bound: null },
            })}
          />
        </>
      )}
      <button type="button" className={styles.out} aria-label={words.takeOutOne(id)} onClick={onTakeOut}>
        {words.takeOut}
      </button>
    </li>
  )
}

type Props = { readonly service: string; readonly pod: string; readonly told: PodFamilies }

/** The series that somebody draws: each with its line, its newest value, and a way to pin what it shows to an answer. */
export function PinnedLines({ service, pod, told }: Props) {
  const { pinned, families } = told
  const { toggle } = useDrawing(service, pod, pinned)
  return (
    <section className={styles.lines} aria-label={words.lines}>
      <p className={styles.hint}>{words.linesHint}</p>
      <ul>
        {pinned.map((one) => (
          <Line
            key={one.id}
            service={service}
            pod={pod}
            pinned={one}
            unit={unitOf(one.id, families)}
            onTakeOut={() => void toggle(one.id)}
          />
        ))}
      </ul>
    </section>
  )
}
