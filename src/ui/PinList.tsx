import type { Pin } from '#src/domain/ticket/pin.ts'
import { MOST_WHYS } from '#src/domain/ticket/why.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { keptSpark } from './keptSpark.ts'
import { keyed } from './keyed.ts'
import styles from './PinList.module.css'
import { Sparkline } from './Sparkline.tsx'

type Props = {
  readonly pins: readonly Pin[]
  /** Of which answer, 1 to 5. */
  readonly n: number
  /** Takes off the pin at a place; left out where they are only looked at. */
  readonly onRemove?: (place: number) => void
  /** Moves the pin at a place to another answer, 1 to 5. */
  readonly onMove?: (place: number, to: number) => void
}

/** The names of buttons are read out whole: of a long pin its beginning. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** The row that a pin lies in keeps the keyboard when the pin is gone. */
const stay = (button: Element): void =>
  button.closest('[data-why]')?.querySelector<HTMLElement>('input, textarea')?.focus()

/** What was seen, as text, and its picture where it has one. It leads back to where it was seen, within this dashboard. */
function Seen({ pin: { kind, text, link, line } }: { readonly pin: Pin }) {
  const said = (
    <>
      {line !== null && <Sparkline spark={keptSpark(line)} />}
      <span className={styles.text}>{text}</span>
    </>
  )
  return (
    <>
      <span className={styles.kind}>{words.kind[kind]}</span>
      {link.startsWith('#/') ? (
        <a className={styles.seen} href={link}>
          {said}
        </a>
      ) : (
        <span className={styles.seen}>{said}</span>
      )}
    </>
  )
}

type MoveProps = {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly onMove: (to: number) => void
}

function Move({ from, to, text, onMove }: MoveProps) {
  if (to < 1 || to > MOST_WHYS) return null
  const label = words.move(to, short(text))
  return (
    <button
      type="button"
      className={styles.move}

      aria-label={label}
      title={label}
      onClick={(event) => {
        stay(event.currentTarget)
        onMove(to)
      }}
    >
      {to < from ? '↑' : '↓'}
    </button>
  )
}

/** What was pinned to one of five whys: charts drawn, lines of logs and checks as text. */
export function PinList({ pins, n, onRemove, onMove }: Props) {
  if (pins.length === 0) return null
  return (
    <ul className={styles.pins} aria-label={words.pins(n)}>
      {keyed(pins, ({ kind, text, link }) => `${kind} ${link} ${text}`).map(([key, pin], place) => (
        <li key={key} className={styles.pin}>
          <Seen pin={pin} />
          {onMove !== undefined && (
            <>
              <Move from={n} to={n - 1} text={pin.text} onMove={(to) => onMove(place, to)} />
              <Move from={n} to={n + 1} text={pin.text} onMove={(to) => onMove(place, to)} />
            </>
          )}
          {onRemove !== undefined && (
            <button
              type="button"
              className={styles.remove}
              aria-label={words.remove(short(pin.text))}
              title={words.remove(short(pin.text))}
              onClick={(event) => {
                stay(event.currentTarget)
                onRemove(place)
              }}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
