import { NO_WHY, pinsOf } from '#src/domain/ticket/why.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { useWhys } from '#src/state/useWhys.ts'
import { aimAt, movePin, removePin, setAnswer, type WhyDraft } from '#src/state/whyStore.ts'
import { PinList } from '#src/ui/PinList.tsx'
import styles from './whyTray.module.css'

const FIVE = [0, 1, 2, 3, 4] as const

type Props = {
  readonly service: string
  readonly draft: WhyDraft
  /** The answer to which pins go, 0 to 4. */
  readonly aim: number
}

/** Five answers with what was pinned to each. */
export function WhyRows({ service, draft, aim }: Props) {
  const whys = useWhys()
  return (
    <ol className={styles.rows}>
      {FIVE.map((i) => {
        const why = draft.whys[i] ?? NO_WHY
        return (
          <li key={i} data-why="" className={styles.row} data-aimed={i === aim || undefined}>
            <span className={styles.n}>{words.why(i + 1)}</span>
            <span className={styles.answer}>
              <input
                aria-label={words.why(i + 1)}
                maxLength={4000}
                value={why.answer}
                onFocus={() => aimAt(whys, service, i)}
                onChange={(event) => setAnswer(whys, service, i, event.target.value)}
              />
              {i === aim && <small>{words.aimed}</small>}
            </span>
            <PinList
              n={i + 1}
              pins={pinsOf(why)}
              onRemove={(place) => removePin(whys, service, i, place)}
              onMove={(place, to) => movePin(whys, service, i, place, to - 1)}
            />
          </li>
        )
      })}
    </ol>
  )
}
