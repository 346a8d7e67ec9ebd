import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import { printWallTime } from '#src/domain/time/wallTime.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import type { Around } from '#src/state/drillActions.ts'
import { useScreen } from '#src/state/screen.ts'
import { keyed } from '#src/ui/keyed.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './thenAndNow.module.css'

const words = englishThen.around

/** RFC 3339, to the second. */
const utcText = (at: EpochMs): string => `${printWallTime(at, 'UTC')}Z`

/** `before`: what changed before it. */
function whatWas(one: Around, before: readonly Around[]): string {
  switch (one.kind) {
    case 'light': {
      const { light } = one.moment
      const last = before.findLast(({ kind, service }) => kind === 'light' && service === one.service)
      const stays = last?.kind === 'light' && last.moment.light === light
      return (stays ? words.stays : words.light)(one.service, screenTexts.light[light])
    }
    case 'deploy':
      return words.deploy(one.pod ?? one.service, one.version)
    case 'restart':
      return words.restart(one.pod ?? one.service)
  }
}

/** The first reason of a new light, and how many more there were. */
function whyWas(one: Around): string | null {
  if (one.kind !== 'light') return null
  const [first] = one.moment.reasons
  return first === undefined ? null : words.because(first.text, one.moment.reasons.length - 1)
}

function away(t: EpochMs, at: EpochMs): string {
  if (Math.abs(t - at) < seconds(1)) return words.same
  const span = formatDuration(Math.round(Math.abs(t - at) / seconds(1)) * seconds(1))
  return t < at ? words.before(span) : words.after(span)
}

type ItemProps = {
  readonly one: Around
  readonly what: string
  readonly at: EpochMs
  readonly service: string
}

function Item({ one, what, at, service }: ItemProps) {
  const { timeZone } = useScreen()
  const why = whyWas(one)
  return (
    <li>
      <time dateTime={utcText(one.at)}>{formatClock(one.at, timeZone, true)}</time>
      <span className={styles.away}>{away(one.at, at)}</span>
      {one.kind === 'light' ? (
        <StatusLight light={one.moment.light} size={16} silent />
      ) : (
        <span className={styles.start} data-kind={one.kind} aria-hidden="true" />
      )}
      <span className={styles.what}>
        {one.service === service ? what : <a href={serviceHref(one.service, { at: utcText(at) })}>{what}</a>}
        {why !== null && <span className={styles.note}> {why}</span>}
      </span>
    </li>
  )
}

type Props = { readonly around: readonly Around[]; readonly at: EpochMs; readonly service: string }

/** What changed around a moment, in order of time, with the moment itself among it. */
export function AroundList({ around, at, service }: Props) {
  const { timeZone } = useScreen()
  const before = around.filter((one) => one.at <= at)
  const items = (some: readonly Around[]) =>
    keyed(some, (one) => `${one.at} ${one.kind} ${one.pod ?? one.service}`).map(([key, one]) => (
      <Item
        key={key}
        one={one}
        what={whatWas(one, around.slice(0, around.indexOf(one)))}
        at={at}
        service={service}
      />
    ))
  return (
    <section className={styles.part}>
      <h3>
        {words.title} <span className={styles.note}>{words.span}</span>
      </h3>
      {around.length === 0 ? (
        <p className={styles.note}>{words.none}</p>
      ) : (
        <ol className={styles.around}>
          {items(before)}
          <li className={styles.moment}>
            <time dateTime={utcText(at)}>{formatClock(at, timeZone, true)}</time>
            <span>{words.moment}</span>
          </li>
          {items(around.slice(before.length))}
        </ol>
      )}
    </section>
  )
}
