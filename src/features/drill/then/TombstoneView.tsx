import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Tombstone } from '#src/domain/tombstone/tombstone.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { agoOf } from './agoOf.ts'
import { OldHealth, OldLogs } from './OldHealth.tsx'
import styles from './tombstone.module.css'

type Props = { readonly tombstone: Tombstone }

const words = englishThen.tombstone

/** When something was, and how long ago. */
function useMomentWords(): (at: EpochMs) => string {
  const { timeZone } = useScreen()
  const now = useNow(seconds(10))
  return (at) => words.momentAgo(formatMoment(at, now, timeZone), agoOf(at, now))
}

function Facts({ tombstone }: Props) {
  const say = useMomentWords()
  const { lastSeen, missedAt, version, startedAt, url } = tombstone
  const facts: readonly (readonly [name: string, value: string | null])[] = [
    [words.lastSeen, lastSeen === null ? words.never : say(lastSeen)],
    [words.missed, say(missedAt)],
    [words.version, version?.version ?? null],
    [words.commit, version?.commit ?? null],
    [words.runtime, version?.runtime ?? null],
    [words.started, startedAt === null ? null : say(startedAt)],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      <div>
        <dt>{words.address}</dt>
        <dd>
          <ExternalLink href={url}>{url}</ExternalLink>
        </dd>
      </div>
    </dl>
  )
}

function Readings({ signals }: Pick<Tombstone, 'signals'>) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return (
    <section className={styles.tall}>
      <h3>{words.readings}</h3>
      {signals.length === 0 && <p className={styles.quiet}>{words.noReadings}</p>}
      {signals.length > 0 && (
        <ul className={styles.readings}>
          {signals.map(({ signal, value, bound, of }) => {
            const say = (amount: number): string => formatSignal(signal, amount, now, timeZone)
            return (
              <li key={signal}>
                <span>
                  {texts.signal[signal]} {of !== null && <span className={styles.quiet}>{of}</span>}
                </span>
                <span className={styles.value}>
                  {bound === null ? say(value) : words.of(say(value), say(bound))}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** What is kept of a pod that is gone: when it was last seen and why it is missed, its last readings, checks and logs. */
export function TombstoneView({ tombstone }: Props) {
  const { pod, why, health, signals } = tombstone
  return (
    <section className={styles.stone} aria-label={words.region(pod)}>
      <header className={styles.band}>
        <StatusLight light="unknown" silent />
        <div>
          <h2>{words[why](pod)}</h2>
          <p>{words.meaning}</p>
        </div>
      </header>
      <div className={styles.body}>
        <Facts tombstone={tombstone} />
        <Readings signals={signals} />
        <OldHealth health={health} />
        <OldLogs logs={health?.logs ?? []} />
      </div>
    </section>
  )
}
