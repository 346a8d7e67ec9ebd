import { JOBS } from './negatives/jobs.ts'
import { LOADS } from './negatives/loads.ts'
import { PLAIN } from './negatives/plain.ts'
import { POOR_SAMPLES } from './negatives/poorSamples.ts'
import { SAWTEETH } from './negatives/sawteeth.ts'
import { START_UPS } from './negatives/startUps.ts'
import { STEPS } from './negatives/steps.ts'
import { WANDERS } from './negatives/wanders.ts'
import { ERROR_COUNTERS } from './positives/errorCounters.ts'
import { LATENCIES } from './positives/latencies.ts'
import { MEMORY_LEAKS } from './positives/memoryLeaks.ts'
import { POOLS } from './positives/pools.ts'
import { QUEUES } from './positives/queues.ts'
import { SLOW_LEAKS } from './positives/slowLeaks.ts'
import { STORES } from './positives/stores.ts'
import { STUCK_WORK } from './positives/stuckWork.ts'
import type { Scenario } from './scenario.ts'

/** Something drifts, or stands at its limit, and has to be told. */
export const POSITIVES: readonly Scenario[] = [
  ...MEMORY_LEAKS,
  ...SLOW_LEAKS,
  ...QUEUES,
  ...LATENCIES,
  ...STORES,
  ...STUCK_WORK,
  ...POOLS,
  ...ERROR_COUNTERS,
]

/** Nothing drifts; most of them look as if something did. */
export const NEGATIVES: readonly Scenario[] = [
  ...LOADS,
  ...JOBS,
  ...WANDERS,
  ...SAWTEETH,
  ...STEPS,
  ...START_UPS,
  ...PLAIN,
  ...POOR_SAMPLES,
]

/** All of them, drifts first. */
export const SCENARIOS: readonly Scenario[] = [...POSITIVES, ...NEGATIVES]
