import type { Check } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// MicroProfile Health as Quarkus serves it: `checks` is an array, `data` is optional, UP 200 and DOWN 503 only.
function part(check: Check): object {
  const up = check.state !== 'down'
  return {
    name: check.name,
    status: up ? 'UP' : 'DOWN',
    data: up ? check.facts : { ...check.facts, reason: check.note ?? '' },
  }
}

function answerFor(checks: readonly object[], up: boolean): Answer {
  return json(up ? 200 : 503, { status: up ? 'UP' : 'DOWN', checks })
}

const health = ({ checks }: Asked): Answer =>
  answerFor(
    checks.map(part),
    checks.every((check) => check.state !== 'down'),
  )

const ready = ({ pod }: Asked): Answer =>
  answerFor([{ name: 'readiness', status: pod.ready ? 'UP' : 'DOWN' }], pod.ready)

/** It has no version endpoint: its version is only in the metric `search_build_info`. */
export const microprofile: Dialect = {
  vocabulary: 'micrometer-summary',
  metricsPath: '/q/metrics',
  knowsDegraded: false,
  routes: {
    '/q/health': { kind: 'health', answer: health },
    '/q/health/live': { kind: 'health', answer: () => answerFor([], true) },
    '/q/health/ready': { kind: 'ready', answer: ready },
  },
}
