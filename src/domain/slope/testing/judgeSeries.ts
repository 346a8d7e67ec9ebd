import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { Answer, Engine, EngineFactory } from './engine.ts'
import { mean, median } from './quantile.ts'
import type { Scenario, Series, Truth } from './scenario.ts'

/** One time that an engine began to call a drift; while it holds on to it, it is the same call. */
export type Call = {
  readonly at: EpochMs
  /** Since the series began. */
  readonly after: DurationMs
  readonly held: DurationMs
  readonly slopePerHour: number
  readonly reason: unknown
  /** No drift had begun by then. */
  readonly wrong: boolean
  /** Within an hour after a restart, and wrong. */
  readonly inStartUp: boolean
}

/** What came of one series. */
export type Outcome = {
  readonly scenario: Scenario
  readonly seed: number
  readonly truth: Truth | null
  readonly calls: readonly Call[]
  /** Time with samples before any drift began; gaps above 10 min do not count. */
  readonly quietTime: DurationMs
  /** From the onset to the first right call that comes before the limit is reached; null when there was none. */
  readonly delay: DurationMs | null
  /** From the onset to the first "at limit" (`transient`, ETA 0); null when there was none. */
  readonly atLimitAfter: DurationMs | null
  /** Median of |slope - truth| / |truth| while right; null where the truth is no line. */
  readonly slopeError: number | null
  /** Median of |ETA - truth| / truth while right, up to the last 5 % of the way. No ETA is an error of 1. */
  readonly etaError: number | null
  /** How often the interval held the truth while right; one without ends says nothing and holds nothing. */
  readonly coverage: number | null
}

const ASK_EVERY = minutes(5)
const START_UP = minutes(60)
const LONGEST_GAP = minutes(10)

/** Feeds a series to a new engine, asks it every 5 min or as the scenario wants, and compares with the truth. */
export const judgeSeries = (
  factory: EngineFactory,
  scenario: Scenario,
  seed: number,
  series: Series,
): Outcome => {
  const { kind, limit, askEvery = ASK_EVERY } = scenario
  const engine = factory(limit === undefined ? { kind } : { kind, limit })
  const watch = watching(series)
  let asked: EpochMs = Number.NEGATIVE_INFINITY
  let restarted = 0
  let now: EpochMs = Number.NEGATIVE_INFINITY
  for (const { t, v } of series.samples) {
    for (; (series.restarts[restarted] ?? Infinity) <= t; restarted += 1) {
      engine.restart(series.restarts[restarted] ?? t)
    }
    engine.push(t, v)
    if (t <= now) continue
    watch.pass(t)
    now = t
    if (isDue(engine, watch.calling(), now - asked >= askEvery, scenario)) {
      asked = now
      watch.hear(now, engine.assess())
    }
  }
  return { scenario, seed, truth: series.truth, ...watch.end(now) }
}

/** An engine that says itself when it calls a drift need not be asked while it does not. */
const isDue = (engine: Engine, calling: boolean, isTime: boolean, { expects }: Scenario): boolean => {
  const drifting = engine.drifting?.() ?? null
  if (drifting === null || drifting === calling)
    return isTime && (drifting !== false || expects === 'atLimit')
  return true
}

type Watching = {
  readonly pass: (t: EpochMs) => void
  readonly hear: (t: EpochMs, answer: Answer) => void
  readonly calling: () => boolean
  readonly end: (t: EpochMs) => Omit<Outcome, 'scenario' | 'seed' | 'truth'>
}

const watching = ({ samples, restarts, truth }: Series): Watching => {
  const first = samples[0]?.t ?? 0
  const onset = truth?.onset ?? Infinity
  const calls: Call[] = []
  const scores = scoring(truth)
  let open: Call | null = null
  let last = first
  let quietTime = 0
  let atLimit: EpochMs | null = null
  const close = (t: EpochMs): void => {
    if (open !== null) calls.push({ ...open, held: t - open.at })
    open = null
  }
  return {
    pass: (t) => {
      if (t < onset && t - last <= LONGEST_GAP) quietTime += t - last
      last = t
    },
    hear: (t, answer) => {
      if (answer.verdict === 'drift') {
        open ??= callAt(t, answer, first, restarts, onset)
        if (!open.wrong) scores.add(t, answer)
        return
      }
      close(t)
      if (answer.verdict === 'transient' && answer.etaMs === 0 && t >= onset) atLimit ??= t
    },
    calling: () => open !== null,
    end: (t) => {
      close(t)
      const right = calls.find(({ at, wrong }) => !wrong && at <= (truth?.hitsLimitAt ?? Infinity))
      return {
        calls,
        quietTime,
        delay: right === undefined ? null : right.at - onset,
        atLimitAfter: atLimit === null ? null : atLimit - onset,
        ...scores.end(),
      }
    },
  }
}

const callAt = (
  at: EpochMs,
  { slopePerHour, reason }: Answer,
  first: EpochMs,
  restarts: readonly EpochMs[],
  onset: EpochMs,
): Call => {
  const wrong = at < onset
  const inStartUp = wrong && restarts.some((restart) => at >= restart && at - restart < START_UP)
  return { at, after: at - first, held: 0, slopePerHour, reason, wrong, inStartUp }
}

type Scores = Pick<Outcome, 'slopeError' | 'etaError' | 'coverage'>

const scoring = (
  truth: Truth | null,
): {
  readonly add: (t: EpochMs, answer: Answer) => void
  readonly end: () => Scores
} => {
  const [slopes, etas, covered]: [number[], number[], number[]] = [[], [], []]
  const slope = truth?.slopePerHour ?? null
  const hit = truth?.hitsLimitAt ?? null
  const onset = truth?.onset ?? 0
  return {
    add: (t, { slopePerHour, ci, etaMs }) => {
      if (slope !== null) {
        slopes.push(Math.abs(slopePerHour / slope - 1))
        covered.push(Number.isFinite(ci[1] - ci[0]) && ci[0] <= slope && slope <= ci[1] ? 1 : 0)
      }
      if (hit !== null && hit - t > 0.05 * (hit - onset)) {
        etas.push(etaMs === null ? 1 : Math.abs(etaMs / (hit - t) - 1))
      }
    },
    end: () => ({ slopeError: median(slopes), etaError: median(etas), coverage: mean(covered) }),
  }
}
