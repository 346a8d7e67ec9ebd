import { type ReactNode, type RefObject, useId, useState } from 'react'
import { historyCsv } from '#src/domain/chart/historyCsv.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { englishCharts as words } from '#src/domain/wording/englishCharts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { saveFile } from '#src/ui/saveFile.ts'
import styles from './SignalData.module.css'
import { pictureOf } from './pictureOf.ts'
import { SignalTable } from './SignalTable.tsx'
import type { SignalView } from './signalView.ts'

type Props = {
  readonly view: SignalView
  /** The chart that is saved as a picture. */
  readonly figure: RefObject<HTMLElement | null>
  readonly now: EpochMs
  readonly timeZone: string
  /** What else can be done with the chart. */
  readonly children: ReactNode
}

/** RFC 3339's day, in a file's name. */
const dayOf = (now: EpochMs): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }).format(now)

/** A name of a file that every system takes. */
const plain = (text: string): string => text.replaceAll(/[^\w.-]+/g, '-').slice(0, 80)

function SaveButton({ view, figure, now }: Omit<Props, 'children'>) {
  const [told, setTold] = useState('')
  const { pod, signal } = view.history
  const title = words.table(texts.signal[signal], pod)
  const save = async (): Promise<void> => {
    const bytes = figure.current === null ? null : await pictureOf(figure.current, title)
    const name = words.file(plain(pod), signal, dayOf(now))
    if (bytes !== null) saveFile(bytes, name)
    setTold(bytes === null ? words.notSaved : words.saved(name))
  }
  return (
    <span className={styles.save}>
      <button type="button" className={styles.button} onClick={() => void save()}>
        {words.savePng}
      </button>
      <output className={styles.told}>{told}</output>
    </span>
  )
}

/** A chart's data, behind a button: as a table, to be copied, to be saved; nothing of it is made before. */
export function SignalData({ view, figure, now, timeZone, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { history, beside } = view
  const what = texts.signal[history.signal]
  return (
    <div className={styles.data}>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={words.dataOf(what)}
          onClick={() => setOpen(!isOpen)}
        >
          <span className={styles.turn} data-open={isOpen}>
            <Icon name="open" size={12} />
          </span>
          {words.data}
        </button>
        {children}
      </div>
      {isOpen && (
        <div id={id}>
          <div className={styles.actions}>
            <CopyButton text={historyCsv(history, beside)} label={words.copyCsv} done={words.copied} />
            <SaveButton view={view} figure={figure} now={now} timeZone={timeZone} />
          </div>
          <SignalTable view={view} now={now} timeZone={timeZone} />
        </div>
      )}
    </div>
  )
}
