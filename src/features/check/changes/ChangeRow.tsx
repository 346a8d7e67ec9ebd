import { memo } from 'react'
import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { ackedRedText, changeText, watchText } from '#src/domain/wording/checkItemWords.ts'
import { nightLines } from '#src/domain/wording/checkSpellWords.ts'
import { englishCheckScreen as words } from '#src/domain/wording/englishCheckScreen.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { serviceAt } from '#src/features/check/checkAddress.ts'
import { TicketChip } from '#src/features/check/TicketChip.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './changes.module.css'
import { StepMark } from './StepMark.tsx'

type Props = {
  readonly item: CheckItem
  /** Null: the walk does not go by it. */
  readonly step: WalkStep | null
  readonly isHere: boolean
  readonly isTall: boolean
  readonly from: EpochMs
  readonly reader: Reader
  readonly onGo: (key: string) => void
}

/** What there is to say of a matter beside its reasons, the newest change first. */
function storyOf(item: CheckItem, from: EpochMs, reader: Reader): readonly string[] {
  return [
    changeText(item, from, reader),
    ...(item.root === null ? [] : [words.under(item.root)]),
    ...(item.ackedRed === null ? [] : [ackedRedText(item.ackedRed, reader)]),
    ...nightLines(item, reader),
    ...(item.watch === null ? [] : [watchText(item.watch, reader)]),
  ].filter((line) => line !== '')
}

/** The reasons of now in one line: the worst, and how many more there are. */
function Why({ item: { reasons } }: Pick<Props, 'item'>) {
  const [first] = reasons
  if (first === undefined) return null
  return (
    <p className={styles.why} title={reasons.map(({ text }) => text).join('\n')}>
      {first.text}
      {reasons.length > 1 && <span className={styles.others}> +{reasons.length - 1}</span>}
    </p>
  )
}

/** Its tickets with their clocks, the most urgent first; in the list so many as leave room for the words beside them. */
function Tickets({ item: { tickets } }: Pick<Props, 'item'>) {
  const [first] = tickets.toSorted((a, b) => a.row.priority - b.row.priority)
  if (first === undefined) return null
  return (
    <span className={styles.tickets}>
      <TicketChip row={first.row} />
      {tickets.length > 1 && <span className={styles.others}> +{tickets.length - 1}</span>}
    </span>
  )
}

/** One matter in a line or two: its light, whose it is, what changed, its tickets, and what was decided about it. */
export const ChangeRow = memo(function ChangeRow({ item, step, isHere, isTall, from, reader, onGo }: Props) {
  const story = storyOf(item, from, reader).join(' · ')
  const isDone = step?.standing === 'decided' || step?.standing === 'changed'
  return (
    <li
      className={styles.row}
      data-here={isHere || undefined}
      data-done={isDone || undefined}
      data-under={item.root !== null || undefined}
    >
      {item.light === null ? <span /> : <StatusLight light={item.light} size={16} />}
      <div className={styles.who}>
        <button
          type="button"
          className={styles.name}
          data-item={item.key}
          aria-current={isHere ? 'step' : undefined}
          onClick={() => onGo(item.key)}
        >
          {item.title}
        </button>
        {item.service !== null && (
          <a
            className={styles.open}
            href={serviceAt(item.service, null)}
            aria-label={words.openService(item.service)}
          >
            <Icon name="out" size={12} />
          </a>
        )}
      </div>
      <div className={styles.what}>
        {isTall && <Why item={item} />}
        <div className={styles.line}>
          <Tickets item={item} />
          <p className={styles.story} title={story}>
            {story}
          </p>
        </div>
      </div>
      <StepMark step={step} reader={reader} />
    </li>
  )
})
