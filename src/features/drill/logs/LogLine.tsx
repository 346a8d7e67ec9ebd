import { oneLine, TEXT_CAP } from '#src/domain/health/cutText.ts'
import type { LogEntry } from '#src/domain/log/logEntry.ts'
import { ownFields } from '#src/domain/log/logText.ts'
import { markShared } from '#src/domain/log/markShared.ts'
import { toneOf } from '#src/domain/log/toneOf.ts'
import type { Pin } from '#src/domain/ticket/pin.ts'
import { type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { printTimestamp } from '#src/domain/time/printTimestamp.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { formatClock, formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatStamp } from '#src/domain/wording/formatStamp.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'
import { PinButton } from '#src/features/drill/why/PinButton.tsx'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import { useCapped } from '#src/ui/useCapped.ts'
import type { LineView } from './lineView.ts'
import styles from './lines.module.css'

/** A pin is a sentence: of a longer line its beginning. */
const PIN_CAP = 300
/** So many fields of a line are shown unasked. */
const FIELDS = 6

function pinOf({ at, level, page, pod, message }: LogEntry, { service }: LineView, timeZone: string): Pin {
  const stamp = at === null ? null : formatStamp(at, timeZone)
  return {
    kind: 'log',
    text: words.pinned(pod, stamp, level, oneLine(message, PIN_CAP)),
    link: podHref(service, page, {
      layer: 'logs',
      logs: message.slice(0, 60).trim(),
      ...(at !== null && { at: printTimestamp(at) }),
    }),
    line: null,
  }
}

/** The time to the second; of what is older than half a day the day as well. */
function Time({ at }: { readonly at: EpochMs | null }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (at === null) return null
  const near = Math.abs(now - at) < hours(12)
  return <>{near ? formatClock(at, timeZone, true) : formatMoment(at, now, timeZone)}</>
}

const Marked = ({ text }: { readonly text: string }) => <mark className={styles.mark}>{text}</mark>

/** The message, with what error lines share marked in it. */
function Message({ message, phrases }: { readonly message: string; readonly phrases: readonly string[] }) {
  const parts = keyed(markShared(message, phrases), ({ text }) => text)
  const isCut = message.length >= TEXT_CAP - 1 && message.endsWith('…')
  return (
    <>
      {parts.map(([key, { text, isShared }]) => (isShared ? <Marked key={key} text={text} /> : text))}
      {isCut && <span className={styles.cut}> {words.cut(TEXT_CAP)}</span>}
    </>
  )
}

function Fields({ entry, view }: { readonly entry: LogEntry; readonly view: LineView }) {
  const { shown, left, more } = useCapped(ownFields(entry), FIELDS)
  if (shown.length === 0) return null
  return (
    <span className={styles.fields}>
      {keyed(shown, ([key]) => key).map(([id, [key, value]]) => {
        const text = `${key}=${value}`
        return (
          <span key={id} className={styles.field}>
            {view.fields.has(text) ? <Marked text={text} /> : text}
          </span>
        )
      })}
      {left > 0 && (
        <button type="button" className={styles.more} onClick={more}>
          {words.moreFields(left)}
        </button>
      )}
    </span>
  )
}

/** One line: when, how bad, whose, what. */
export function LogLine({ entry, view }: { readonly entry: LogEntry; readonly view: LineView }) {
  const { timeZone } = useScreen()
  const tone = toneOf(entry)
  const { at, level, pod, message } = entry
  return (
    <li className={styles.line} data-tone={tone} data-pods={view.withPod || undefined}>
      <span className={styles.time}>
        <Time at={at} />
      </span>
      <span className={styles.level}>{level ?? (tone === 'error' ? words.looksLikeError : '')}</span>
      {view.withPod && <span className={styles.pod}>{pod}</span>}
      <span className={styles.message}>
        <Message message={message} phrases={view.phrases} />
        <Fields entry={entry} view={view} />
      </span>
      <PinButton
        service={view.service}
        what={oneLine(message, 60)}
        pin={() => pinOf(entry, view, timeZone)}
      />
    </li>
  )
}
