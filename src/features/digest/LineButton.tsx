import { useId, useRef } from 'react'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { sparkSentence } from '#src/domain/wording/sparkSentence.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { HoverCard } from '#src/ui/HoverCard.tsx'
import { Sparkline } from '#src/ui/Sparkline.tsx'
import { useHoverCard } from '#src/ui/useHoverCard.ts'
import styles from './rowSpark.module.css'
import { SparkFacts } from './SparkFacts.tsx'

type Props = {
  readonly spark: Spark
  readonly light: Light
  /** Names the row that the line stands in, so that arrow keys lead to it. */
  readonly ofRow?: string
  /** Whether Tab stops here. */
  readonly tabbable?: boolean
  /** Of a line that opens something: whether that is open. */
  readonly expanded?: boolean
  readonly onClick: () => void
}

/** A line that is a button. Hover or focus tells its slope, how sure that is, since when, and when it reaches a limit. */
export function LineButton({ spark, light, ofRow, tabbable = true, expanded, onClick }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const button = useRef<HTMLButtonElement>(null)
  const card = useId()
  const { open, close, around } = useHoverCard()
  return (
    <div {...around}>
      <button
        ref={button}
        type="button"
        className={styles.line}
        data-line={ofRow}
        tabIndex={tabbable ? undefined : -1}
        aria-expanded={expanded}
        aria-label={sparkSentence(spark, now, timeZone)}
        // A drift is told by the label already.
        aria-describedby={open && spark.slope?.isDrift !== true ? card : undefined}
        onClick={onClick}
      >
        <Sparkline spark={spark} light={light} />
      </button>
      {open && (
        <HoverCard id={card} anchor={button} onClose={close}>
          <SparkFacts spark={spark} />
        </HoverCard>
      )}
    </div>
  )
}
