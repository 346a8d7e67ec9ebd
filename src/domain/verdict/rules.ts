import type { Rule } from '#src/domain/verdict/rule.ts'
import { cannotSee } from './rules/cannotSee.ts'
import { confirming } from './rules/confirming.ts'
import { exposition } from './rules/exposition.ts'
import { failing } from './rules/failing.ts'
import { flapping } from './rules/flapping.ts'
import { health } from './rules/health.ts'
import { level } from './rules/level.ts'
import { metricsFailing } from './rules/metricsFailing.ts'
import { notReady } from './rules/notReady.ts'
import { poolExhausted } from './rules/poolExhausted.ts'
import { restarts } from './rules/restarts.ts'
import { slow } from './rules/slow.ts'
import { stale } from './rules/stale.ts'
import { targetDown } from './rules/targetDown.ts'

/** The rule table: one row a rule. Among reasons of equal light, the earlier row is told first. */
export const RULES: readonly Rule[] = [
  failing,
  health,
  targetDown,
  notReady,
  poolExhausted,
  level,
  restarts,
  flapping,
  metricsFailing,
  exposition,
  slow,
  cannotSee,
  confirming,
  stale,
]
