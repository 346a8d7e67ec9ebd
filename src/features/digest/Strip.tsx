import type { FleetStrip } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { headline } from '#src/domain/wording/fleetSentence.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { CountFilters } from './CountFilters.tsx'
import { FindBox } from './FindBox.tsx'
import { Freshness } from './Freshness.tsx'
import { KeysButton } from './KeysButton.tsx'
import { RunLine } from './RunLine.tsx'
import { SinceCheckLine } from './SinceCheckLine.tsx'
import styles from './strip.module.css'
import { ThemeSwitch } from './ThemeSwitch.tsx'

type Props = {
  /** Null while nothing is known of the fleet: then the product's name stands for it. */
  readonly strip: FleetStrip | null
  /** What to say instead of a sentence about services. */
  readonly silence: string
}

const servicesIn = (strip: FleetStrip | null): number =>
  strip === null ? 0 : Object.values(strip.counts).reduce((sum, n) => sum + n, 0)

/** The top of the page: the fleet in one light and one sentence, its counts as filters, and how fresh all that is. */
export function Strip({ strip, silence }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const services = servicesIn(strip)
  const known = services > 0 && strip !== null
  return (
    <header className={styles.strip}>
      <span className={styles.light}>
        <StatusLight light={strip?.light ?? 'unknown'} size={44} />
      </span>
      <div className={styles.says}>
        <h1 className={styles.title}>
          {strip?.title ?? screenTexts.product}
          {known && <span> {screenTexts.fleetSize(services, strip.podCount)}</span>}
        </h1>
        <p className={styles.sentence}>{known ? headline(strip, now, timeZone) : silence}</p>
      </div>
      <div className={styles.tools}>
        <FindBox />
        <ThemeSwitch />
        <KeysButton />
      </div>
      <div className={styles.middle}>
        {known && <CountFilters counts={strip.counts} />}
        <RunLine />
        {known && <SinceCheckLine />}
      </div>
      <Freshness observedAt={strip?.observedAt ?? null} />
    </header>
  )
}
