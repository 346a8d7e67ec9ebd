import type { JournalStretch } from '#src/domain/journal/journalStretch.ts'
import { MOST_REASONS } from '#src/domain/journal/momentOfRow.ts'
import type { SaidReason } from '#src/domain/journal/verdictMoment.ts'
import { SEEN_GAP, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import { signalOfText } from './signalOfText.ts'
import type { WeekDrift } from './week.ts'
import type { WeekSource } from './weekSource.ts'

/** A drift that is told again so soon after it ended has not ended. */
const SAME_WITHIN: DurationMs = hours(1)

type Run = {
  readonly signal: Signal | null
  readonly text: string
  readonly from: EpochMs
  /** Until when it was told. */
  readonly to: EpochMs
  readonly pods: ReadonlySet<string>
  /** A limit was said to be near while it was told. */
  readonly wasNear: boolean
  /** A limit was said to be reached. */
  readonly wasAt: boolean
  /** Since when it was seen to be there no more; null: not so far. */
  readonly endedAt: EpochMs | null
}

/** Heap has no limit of its own: it ends at that of the memory. */
const limitSignal = (signal: Signal | null): Signal | null => (signal === 'heap' ? 'memory' : signal)

const LIMIT_OF_KIND: { readonly [K in ReasonKind]?: Signal } = {
  'pool-exhausted': 'poolWaiting',
  utilisation: 'utilisation',
}

/** Whether a reason says that the limit of a signal is near, or with a red light that it is reached. */
function isLimitOf({ kind, text }: SaidReason, signal: Signal | null): boolean {
  const about = kind === 'level' ? signalOfText(text) : LIMIT_OF_KIND[kind]
  return about !== undefined && about === limitSignal(signal)
}

const isOfSignal = ({ kind, text }: SaidReason, signal: Signal | null): boolean =>
  kind === 'drift' && signalOfText(text) === signal

/** Only the gravest reasons are kept: where there are so many a drift may be among those that are not. */
const tellsAll = ({ moment }: JournalStretch): boolean =>
  moment.light !== 'unknown' && moment.reasons.length < MOST_REASONS

function noteLimit(run: Run, { moment }: JournalStretch): Run {
  const limits = moment.reasons.filter((reason) => isLimitOf(reason, run.signal))
  if (limits.length === 0) return run
  return { ...run, wasNear: true, wasAt: run.wasAt || limits.some(({ light }) => light === 'red') }
}

/** What one more stretch makes of a drift that was told before. */
function goOn(run: Run, stretch: JournalStretch): Run {
  const again = stretch.moment.reasons.find((reason) => isOfSignal(reason, run.signal))
  if (again !== undefined) {
    const pods = new Set([...run.pods, ...again.pods])
    return noteLimit({ ...run, to: stretch.to, pods, endedAt: null }, stretch)
  }
  // What comes with its end is still a word on it: a limit that was reached.
  if (run.endedAt !== null) return run
  return tellsAll(stretch) ? noteLimit({ ...run, endedAt: stretch.from }, stretch) : noteLimit(run, stretch)
}

const goesOn = ({ endedAt }: Run, { moment }: JournalStretch, { since }: SaidReason): boolean =>
  endedAt === null || since < endedAt || moment.at - endedAt < SAME_WITHIN

const begun = (reason: SaidReason, stretch: JournalStretch): Run =>
  noteLimit(
    {
      signal: signalOfText(reason.text),
      text: reason.text,
      from: stretch.from,
      to: stretch.to,
      pods: new Set(reason.pods),
      wasNear: false,
      wasAt: false,
      endedAt: null,
    },
    stretch,
  )

/** Every drift that the journal of a service tells of, one a signal and time. */
function runsOf(stretches: readonly JournalStretch[]): readonly Run[] {
  const told: Run[] = []
  const newest = new Map<Signal | null, Run>()
  for (const stretch of stretches) {
    const drifts = stretch.moment.reasons.filter(({ kind }) => kind === 'drift')
    for (const drift of drifts) {
      const signal = signalOfText(drift.text)
      const run = newest.get(signal)
      if (run !== undefined && goesOn(run, stretch, drift)) continue
      if (run !== undefined) told.push(run)
      newest.set(signal, begun(drift, stretch))
    }
    for (const [signal, run] of newest) newest.set(signal, goOn(run, stretch))
  }
  return [...told, ...newest.values()]
}

/** A pod that was near its limit and was started anew has reached it: it was killed, or somebody had to. */
function wasRestarted({ wasNear, pods, from, to, endedAt }: Run, { restarts }: WeekSource): boolean {
  const until = Math.max(to, endedAt ?? to) + SEEN_GAP
  return wasNear && restarts.some(({ pod, at }) => pods.has(pod) && at >= from && at <= until)
}

function outcomeOf(run: Run, source: WeekSource): WeekDrift['outcome'] {
  if (run.wasAt || wasRestarted(run, source)) return 'reached'
  if (run.endedAt === null) return 'standing'
  return run.endedAt - run.to <= SEEN_GAP ? 'caught' : 'unseen'
}

/**
 * The drifts of a service that were told within a week, oldest first, and what became of them until now. The journal keeps
 * words: two drifts are told apart by the signal that their words begin with. A limit counts as reached where a red level of
 * the same signal was said, or where a pod of it was started anew that had been near its limit.
 */
export const weekDrifts = (source: WeekSource, { from, to }: SeenSpan): readonly WeekDrift[] =>
  runsOf(source.stretches)
    .filter((run) => run.from < to && run.to >= from)
    .map((run) => ({
      service: source.name,
      text: run.text,
      from: run.from,
      outcome: outcomeOf(run, source),
    }))
    .toSorted((a, b) => a.from - b.from)
