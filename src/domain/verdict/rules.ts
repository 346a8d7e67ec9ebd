import type { Rule } from '#src/domain/verdict/rule.ts'
import { cannotSee } from './rules/cannotSee.ts'
import { certificate } from './rules/certificate.ts'
import { confirming } from './rules/confirming.ts'
import { drift } from './rules/drift.ts'
import { errorRatio } from './rules/errorRatio.ts'
import { eventLoopLag } from './rules/eventLoopLag.ts'
import { exposition } from './rules/exposition.ts'
import { failing } from './rules/failing.ts'
import { flapping } from './rules/flapping.ts'
import { gcCpu } from './rules/gcCpu.ts'
import { gcPause } from './rules/gcPause.ts'
import { health } from './rules/health.ts'
import { latency } from './rules/latency.ts'
import { level } from './rules/level.ts'
import { metricsFailing } from './rules/metricsFailing.ts'
import { mutexWait } from './rules/mutexWait.ts'
import { notReady } from './rules/notReady.ts'
import { poolExhausted } from './rules/poolExhausted.ts'
import { readyUnseen } from './rules/readyUnseen.ts'
import { restarts } from './rules/restarts.ts'
import { slow } from './rules/slow.ts'
import { stale } from './rules/stale.ts'
import { targetDown } from './rules/targetDown.ts'
import { traffic } from './rules/traffic.ts'
import { utilisation } from './rules/utilisation.ts'
import { warmUp } from './rules/warmUp.ts'

/** The rule table: one row a rule. How much each weighs is said in `reason.ts`. */
export const RULES: readonly Rule[] = [
  failing,
  health,
  targetDown,
  notReady,
  poolExhausted,
  errorRatio,
  certificate,
  level,
  utilisation,
  traffic,
  latency,
  drift,
  eventLoopLag,
  gcPause,
  gcCpu,
  mutexWait,
  warmUp,
  restarts,
  flapping,
  metricsFailing,
  exposition,
  slow,
  cannotSee,
  readyUnseen,
  confirming,
  stale,
]
