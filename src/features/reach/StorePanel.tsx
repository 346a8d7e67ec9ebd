import { minutes } from '#src/domain/time/units.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { logFaultWords } from '#src/domain/wording/logFaultWords.ts'
import { logWords, skewWords } from '#src/domain/wording/logWords.ts'
import type { Desk } from '#src/state/boardStore.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { FixLines } from '#src/ui/FixList.tsx'
import styles from './panel.module.css'
import { StoreTest } from './StoreTest.tsx'

type Log = Desk['log']
type Fact = readonly [string, string]

const { store: words } = englishReach

function rightOf({ readOnly }: Log): string {
  if (readOnly === false) return words.mayWrite
  return readOnly === 'not-signed-in' ? words.signInNeeded : words.noRight
}

function clockOf({ skew }: Log): string {
  return skew === null ? words.clockUntold : (skewWords(skew) ?? words.clockAgrees)
}

/** What only a store that is shared has. */
function sharedFacts(log: Log, now: number, timeZone: string): readonly Fact[] {
  const { lastSyncAt, pending, user } = log
  const { fact } = words
  return [
    [fact.heard, lastSyncAt === null ? words.heardNever : formatMoment(lastSyncAt, now, timeZone)],
    [fact.waiting, words.events(pending)],
    [fact.user, user ?? words.nobody],
    [fact.right, rightOf(log)],
    [fact.clock, clockOf(log)],
  ]
}

function Facts({ desk }: { readonly desk: Desk }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { log, known } = desk
  const { fact } = words
  const facts: readonly Fact[] = [
    [fact.where, words.kind[log.kind]],
    [fact.state, logWords(log, now, timeZone)],
    ...(log.kind === 'nats' ? sharedFacts(log, now, timeZone) : []),
    [fact.tickets, formatNumber(known)],
    ...(log.skipped > 0 ? [[fact.skipped, words.events(log.skipped)] as const] : []),
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Fault({ fault }: { readonly fault: NonNullable<Log['fault']> }) {
  return (
    <div className={styles.item}>
      <StatusLight light={fault.kind === 'store' ? 'red' : 'unknown'} size={16} silent />
      <p>
        <b>{logFaultWords(fault)}</b>
      </p>
    </div>
  )
}

/** How tickets that are kept in this browser become the team's. */
function Sharing() {
  return (
    <details className={styles.more}>
      <summary>{words.share}</summary>
      <FixLines
        lines={['"tickets": { "nats": { "url": "wss://nats.example.com:9222" } }']}
        of={words.share}
      />
      <p>{words.shareConfiguration}:</p>
      <FixLines
        lines={['npm run --silent gateway -- nats --fleet my-fleet.json > nats.conf']}
        of={words.shareConfiguration}
      />
    </details>
  )
}

/** Where tickets are kept, whether that works, and a test of everything that a shared server has to allow. */
export function StorePanel() {
  const desk = useBoard((state) => state.desk)
  return (
    <section className={styles.panel} aria-label={words.heading}>
      <h2>{words.heading}</h2>
      {desk === null ? (
        <p className={styles.quiet}>{words.loading}</p>
      ) : (
        <>
          <Facts desk={desk} />
          {desk.log.fault !== null && <Fault fault={desk.log.fault} />}
          {desk.log.kind === 'memory' && <p>{words.memory}</p>}
          {desk.log.readOnly === 'not-signed-in' && (
            <p>
              <a href={hashTo('/board')}>{words.signIn}</a>
            </p>
          )}
          {desk.log.kind === 'nats' ? <StoreTest isSignedIn={desk.log.user !== null} /> : <Sharing />}
        </>
      )}
    </section>
  )
}
