import { type UnknownThen, unknownThen } from '#src/domain/journal/unknownThen.ts'
import type { PodValue } from '#src/domain/journal/valuesBeside.ts'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { englishThen } from '#src/domain/wording/englishThen.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Then } from '#src/state/drillActions.ts'
import { useAsOf } from '#src/state/queries/useDrill.ts'
import { useServiceDetail } from '#src/state/queries/useServiceDetail.ts'
import { type Detail, useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useRow, useWatch } from '#src/state/useWatch.ts'
import { keyed } from '#src/ui/keyed.ts'
import { agoOf } from './agoOf.ts'
import { AroundList } from './AroundList.tsx'
import { PodsBesideTable } from './PodsBesideTable.tsx'
import { type SaidLine, StandingColumn } from './StandingColumn.tsx'
import { differences, podsBeside } from './standings.ts'
import styles from './thenAndNow.module.css'
import { TicketsThen } from './TicketsThen.tsx'
import { ValuesBesideTable } from './ValuesBesideTable.tsx'

type Props = {
  readonly service: string
  readonly at: EpochMs
  /** On the screen of one pod: of its pods and signals only this one is shown. */
  readonly pod?: string
}

/** Why it is not known how it stood, in a sentence. */
function whyUnknown(why: UnknownThen, say: (t: EpochMs) => string): string {
  const words = englishThen.unknown
  switch (why.kind) {
    case 'to-come':
      return words.toCome
    case 'before':
      return why.knownSince === null ? words.never : words.before(say(why.knownSince))
    case 'light-only':
      return words.lightOnly(screenTexts.light[why.light])
    case 'unwatched':
      return why.to === null
        ? words.unwatchedSince(say(why.from))
        : words.unwatched(say(why.from), say(why.to))
  }
}

type ThenProps = Omit<Props, 'service'> & { readonly then: Then; readonly kinds: ReadonlySet<string> | null }

/** The column of the past. `kinds`: the reasons of now; null where nothing is known of now. */
function ThenColumn({ then, at, kinds }: ThenProps) {
  const { timeZone } = useScreen()
  const now = useNow(seconds(10))
  const { moment } = then
  const say = (t: EpochMs): string => formatMoment(t, now, timeZone)
  const lines = (moment?.reasons ?? []).map(({ light, text, kind }): SaidLine => ({
    light,
    text,
    mark: kinds === null || kinds.has(kind) ? '' : englishThen.ended,
  }))
  return (
    <StandingColumn
      isOld
      title={englishThen.thenAt(say(at))}
      note={
        moment === null
          ? englishThen.slider.ago(agoOf(at, now))
          : `${englishThen.thenNote(agoOf(at, now))}; ${englishThen.stoodSince(say(moment.at))}`
      }
      light={moment?.light ?? null}
      lines={lines}
      none={moment?.light === 'unknown' ? englishThen.greyThen : englishThen.noReason}
    >
      {moment === null && (
        <p>
          {whyUnknown(unknownThen(at, then.past ?? [], then.knownSince, now), say)}{' '}
          {then.values.length > 0 && englishThen.unknown.values}
        </p>
      )}
    </StandingColumn>
  )
}

/** The column of the present; of what cannot be seen now what was known last, and that it is no more than that. */
function NowColumn({ service, then }: { readonly service: string; readonly then: Then }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const row = useRow(service)
  if (row === undefined)
    return (
      <StandingColumn title={englishThen.now} note={englishThen.nowGone} light={null} lines={[]} none="" />
    )
  const { lastKnown } = row
  const isSeen = row.light !== 'unknown'
  const say = (at: EpochMs): string => formatMoment(at, now, timeZone)
  const before = isSeen ? then.moment && new Set(then.moment.reasons.map(({ kind }) => kind)) : null
  return (
    <StandingColumn
      title={englishThen.now}
      note={
        lastKnown === null
          ? englishThen.stoodSince(say(row.since))
          : englishThen.lastSeen(screenTexts.light[lastKnown.light], say(lastKnown.at))
      }
      light={row.light}
      lines={row.reasons.map((reason) => ({
        light: isSeen ? reason.light : 'unknown',
        text: reasonLine(reason, now, timeZone),
        mark: before === null || before.has(reason.kind) ? '' : englishThen.begun,
      }))}
      none={row.light === 'green' ? englishThen.noReasonNow : englishThen.greyNow}
    />
  )
}

const valuesNow = (detail: Detail | null | undefined): readonly PodValue[] =>
  (detail?.pods ?? []).flatMap(({ name, signals }) =>
    signals.map(({ signal, value }) => ({ pod: name, signal, value })),
  )

type ChangedProps = Pick<Props, 'service' | 'at'> & {
  readonly then: Then
  /** What is different now; null where that cannot be told. */
  readonly changes: readonly string[] | null
}

/** What changed around that time, and what is different since. */
function Changed({ changes, then, at, service }: ChangedProps) {
  return (
    <div className={styles.tables}>
      <AroundList around={then.around} at={at} service={service} />
      <div>
        {changes !== null && (
          <section className={styles.part}>
            <h3>{englishThen.change.title}</h3>
            {changes.length === 0 ? (
              <p className={styles.note}>{englishThen.change.none}</p>
            ) : (
              <ul>
                {keyed(changes, (text) => text).map(([key, text]) => (
                  <li key={key}>{text}</li>
                ))}
              </ul>
            )}
          </section>
        )}
        <TicketsThen service={service} at={at} />
      </div>
    </div>
  )
}

function Beside({ service, at, pod, then }: Props & { readonly then: Then }) {
  const row = useRow(service)
  const detail = useServiceDetail(service)
  const isLive = useWatch(({ source }) => source === 'live')
  const { moment } = then
  const isOf = (name: string): boolean => pod === undefined || name === pod
  const pods = podsBeside(moment?.pods ?? [], row?.pods ?? []).filter(({ name }) => isOf(name))
  const changes = moment === null || row === undefined ? null : differences(moment, row)
  const isSeen = row !== undefined && row.light !== 'unknown'
  const kinds = isSeen ? new Set<string>(row.reasons.map(({ kind }) => kind)) : null
  return (
    <>
      <div className={styles.columns}>
        <ThenColumn then={then} at={at} kinds={kinds} />
        <NowColumn service={service} then={then} />
      </div>
      <Changed changes={changes} then={then} at={at} service={service} />
      <div className={styles.tables}>
        {moment !== null && pods.length > 0 && <PodsBesideTable pods={pods} />}
        <ValuesBesideTable
          was={then.values.filter((value) => isOf(value.pod))}
          is={valuesNow(isLive ? detail : null).filter((value) => isOf(value.pod))}
        />
      </div>
    </>
  )
}

/** That another moment is on its way than the one that is shown. */
function Asking({ at }: { readonly at: EpochMs }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return <span className={styles.note}>{englishThen.asking(formatMoment(at, now, timeZone))}</span>
}

/**
 * How a service stood at a moment and how it stands now, side by side, and what changed around that moment. While another
 * moment is being asked for, the one before stays, under its own time.
 */
export function ThenAndNow({ service, at, pod }: Props) {
  const then = useAsOf(service, at)
  const isAsking = then != null && then.at !== at
  return (
    <section
      className={styles.then}
      aria-label={englishThen.title}
      aria-busy={then === undefined || isAsking || undefined}
    >
      <h2>
        {englishThen.title} {isAsking && <Asking at={at} />}
      </h2>
      {then === undefined && <p className={styles.note}>{englishThen.loading}</p>}
      {then === null && <p>{englishThen.unknownService}</p>}
      {then != null && (
        <Beside service={service} at={then.at} then={then} {...(pod === undefined ? {} : { pod })} />
      )}
    </section>
  )
}
