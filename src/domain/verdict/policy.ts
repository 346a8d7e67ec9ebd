import { days, type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'

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
  /** How long CPU has to be near its limit before it is told (the alerts of kubernetes-mixin on CPU wait for 15 min). */
  readonly levelCpuFor: DurationMs
  /** How soon a certificate ends. */
  readonly certificateOrange: DurationMs
  readonly certificateRed: DurationMs
  /** Red, when a drift reaches its limit sooner than so long after the next working morning. */
  readonly driftMargin: DurationMs
  /** Share of requests that fail on the service's side … */
  readonly errorsOrange: number
  readonly errorsRed: number
  /** … where at least so many failed between two scrapes: one of two requests is no alarm. */
  readonly errorsAtLeast: number
  /** Red also where errors rise fast: to so many times the orange share. */
  readonly errorsRise: number
  /** How many times its usual p99 a latency may be, … */
  readonly latencyOrange: number
  readonly latencyRed: number
  /** … and for how long before it is red, … */
  readonly latencyRedFor: DurationMs
  /** … where it is at least so long: half of what a person notices (a tenth of a second; J. Nielsen, 1993). */
  readonly latencyAtLeast: DurationMs
  /** How many times the usual requests may come, … */
  readonly trafficOrange: number
  /** … where at least so many come a second. */
  readonly trafficAtLeast: number
  /** How long it has to last before it is told: of a p99, of traffic, of pauses, of waiting for locks. */
  readonly excursionFor: DurationMs
  /** How many times its usual memory a pod may take while it starts up. */
  readonly warmUpMemory: number
  /** The p99 of the pauses of garbage collection. */
  readonly gcPauseOrange: DurationMs
  readonly gcPauseRed: DurationMs
  /** How long pauses, and what the event loop is late by, have to last before they are red. */
  readonly pauseRedFor: DurationMs
  /** How many times as long as usual goroutines may wait for locks, … */
  readonly mutexTimes: number
  /** … where they wait for more than so many seconds in each second, all of them together. */
  readonly mutexAtLeast: number
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
  /** Share of the time that a metrics page may take at most. */
  readonly expositionRed: number
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
  levelCpuFor: minutes(5),
  certificateOrange: days(21),
  certificateRed: days(3),
  driftMargin: hours(24),
  errorsOrange: 0.01,
  errorsRed: 0.1,
  errorsAtLeast: 3,
  errorsRise: 3,
  latencyOrange: 2,
  latencyRed: 5,
  latencyRedFor: minutes(10),
  latencyAtLeast: 50,
  trafficOrange: 3,
  trafficAtLeast: 1,
  excursionFor: minutes(2),
  warmUpMemory: 1.5,
  gcPauseOrange: 10,
  gcPauseRed: 100,
  pauseRedFor: minutes(10),
  mutexTimes: 3,
  mutexAtLeast: 0.05,
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
  expositionRed: 0.8,
  flapBad: 3,
  flapWindow: 10,
  restartMemory: hours(12),
  crashLoopCount: 3,
  crashLoopWindow: minutes(15),
  rolloutWindow: minutes(15),
  startUpWindow: minutes(15),
  hypercare: hours(1),
}
