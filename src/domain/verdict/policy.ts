import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'

/**
 * Every threshold of the verdicts, by name. Defaults are the rule table of the product's specification;
 * a fleet file overrides any of them under `thresholds`, for the fleet or for one service.
 */
export type Policy = {
  /** Bad probes in a row before a verdict worsens. */
  readonly worsenAfter: number
  /** Good probes in a row before it recovers. */
  readonly recoverAfter: number
  /** Readings older than this many of their intervals are unknown. */
  readonly freshIntervals: number
  /** Share of pods that must be able to carry the load; below it a service is red. */
  readonly quorum: number
  /** Share of a bound (memory limit, max FDs, pool size). */
  readonly levelOrange: number
  readonly levelRed: number
  /** Red, when a drift reaches its limit sooner than so long after the next working morning. */
  readonly driftMargin: DurationMs
  /** Share of requests that fail on the service's side … */
  readonly errorsOrange: number
  readonly errorsRed: number
  /** … where at least so many failed between two scrapes: one of two requests is no alarm. */
  readonly errorsAtLeast: number
  /** The p99 of what the event loop is late by. */
  readonly loopLagOrange: DurationMs
  readonly loopLagRed: DurationMs
  /** Share of the time that garbage collection takes. */
  readonly gcCpuOrange: number
  readonly gcCpuRed: number
  /** Share of the workers that are busy: from about 0.7 on waiting grows faster than the load (M/M/c queues). */
  readonly utilisationOrange: number
  readonly utilisationRed: number
  /** How many times its fair share of the requests one pod may carry, … */
  readonly loadOrange: number
  /** … where at least so many came to all pods between two of their metrics pages, … */
  readonly loadAtLeast: number
  /** … and how long it has to do so, where no pod is missing: a balancer deals unevenly for moments. */
  readonly loadPatience: DurationMs
  /** A health or metrics answer that takes longer is slow. */
  readonly slowAnswer: DurationMs
  /** Bad answers among the last `flapWindow` that make a pod flapping. */
  readonly flapBad: number
  readonly flapWindow: number
  /** How long a restart is worth a look: the night before the morning check. */
  readonly restartMemory: DurationMs
  /** Restarts within `crashLoopWindow` that make a crash loop. */
  readonly crashLoopCount: number
  readonly crashLoopWindow: DurationMs
  /** How long a roll-out may leave pods unready or on different versions. */
  readonly rolloutWindow: DurationMs
  /** How long after a start a pod warms up: caches fill, code is compiled, memory grows to its usual size. */
  readonly startUpWindow: DurationMs
  /** How long a service is watched more closely after a deploy, or after it was red. */
  readonly hypercare: DurationMs
}

export const DEFAULT_POLICY: Policy = {
  worsenAfter: 2,
  recoverAfter: 3,
  freshIntervals: 3,
  quorum: 0.5,
  levelOrange: 0.8,
  levelRed: 0.95,
  driftMargin: hours(24),
  errorsOrange: 0.01,
  errorsRed: 0.1,
  errorsAtLeast: 3,
  loopLagOrange: 100,
  loopLagRed: seconds(1),
  gcCpuOrange: 0.05,
  gcCpuRed: 0.1,
  utilisationOrange: 0.7,
  utilisationRed: 0.95,
  loadOrange: 1.5,
  loadAtLeast: 10,
  loadPatience: minutes(5),
  slowAnswer: seconds(1),
  flapBad: 3,
  flapWindow: 10,
  restartMemory: hours(12),
  crashLoopCount: 3,
  crashLoopWindow: minutes(15),
  rolloutWindow: minutes(15),
  startUpWindow: minutes(15),
  hypercare: hours(1),
}
