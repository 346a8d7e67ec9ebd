import { memo } from 'react'
import type { FamilyTold, SeriesTold } from '#src/domain/explorer/podFamilies.ts'
import { unitOfFamily } from '#src/domain/explorer/unitOfFamily.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishExplorer as words } from '#src/domain/wording/englishExplorer.ts'
import { formatMetric, formatMetricRate } from '#src/domain/wording/formatMetric.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { FamilyPanel } from './FamilyPanel.tsx'
import styles from './explorer.module.css'
import { setOpenFamily } from './explorerAddress.ts'
import type { Drawing } from './useDrawing.ts'

/** What a family of one series says, in its row; of more how many they are. */
function Sum({ family }: { readonly family: FamilyTold }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const [only] = family.series
  if (family.seriesCount !== 1 || only === undefined) {
    return <span className={styles.sum}>{words.series(family.seriesCount)}</span>
  }
  const unit = unitOfFamily(family)
  return (
    <span className={styles.sum} title={String(only.value)}>
      {only.rate === null
        ? formatMetric(unit, only.value, { now, timeZone })
        : formatMetricRate(unit, only.rate)}
    </span>
  )
}

type Props = {
  readonly service: string
  readonly family: FamilyTold
  /** Those of its series that fit what is looked for. */
  readonly series: readonly SeriesTold[]
  readonly isOpen: boolean
  /** Null of a family that is not open. */
  readonly drawing: Drawing | null
}

/** One family in a line, and when it is open all that the page says of it. Drawn again only when it changed. */
export const FamilyItem = memo(function FamilyItem({ service, family, series, isOpen, drawing }: Props) {
  const { name, type, help, feeds } = family
  return (
    <li className={styles.family} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        onClick={() => setOpenFamily(isOpen ? null : name)}
      >
        <Icon name="open" size={12} />
        <span className={styles.name}>{name}</span>
        <span className={styles.type}>{type === 'untyped' ? words.untyped : type}</span>
        <span className={styles.help}>
          {feeds.length > 0 && (
            <strong>{words.feeds(feeds.map((signal) => texts.signal[signal]).join(', '))}</strong>
          )}{' '}
          {help}
        </span>
        <Sum family={family} />
      </button>
      {isOpen && drawing !== null && (
        <FamilyPanel service={service} family={family} series={series} drawing={drawing} />
      )}
    </li>
  )
})
