import type { Check } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json, text } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// Dropwizard's admin servlet: a flat map of parts, the verdict is the HTTP status, and a failure is 500.
function part(check: Check): readonly [string, object] {
  const timestamp = new Date().toISOString()
  if (check.state !== 'down') return [check.name, { healthy: true, duration: 0, timestamp }]
  const message = check.note ?? ''
  const error = { type: 'Error', message, stack: [] }
  return [check.name, { healthy: false, message, error, duration: 0, timestamp }]
}

function health({ checks }: Asked): Answer {
  const up = checks.every((check) => check.state !== 'down')
  return json(up ? 200 : 500, Object.fromEntries(checks.map(part)), 'application/json')
}

// dropwizard-health's answer of ?type=ready: an array of the checks of that type.
const ready = ({ pod }: Asked): Answer =>
  json(pod.ready ? 200 : 503, [{ name: 'startup', healthy: pod.ready, type: 'READY', critical: true }])

export const dropwizard: Dialect = {
  vocabulary: 'node',
  metricsPath: '/metrics',
  knowsDegraded: false,
  routes: {
    '/healthcheck': { kind: 'health', answer: health },
    '/ping': { kind: 'health', answer: () => text(200, 'pong\n') },
    '/health-check': { kind: 'ready', answer: ready },
    '/info': {
      kind: 'version',
      answer: ({ pod }) => json(200, { name: pod.spec.service, ...pod.release }),
    },
  },
}
