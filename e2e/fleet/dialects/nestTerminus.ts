import type { Check } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// NestJS Terminus: `details` is `info` (what is up) and `error` (what is not) together; parts are up or down only.
const part = (check: Check): readonly [string, object] => [
  check.name,
  check.state === 'down'
    ? { message: check.note ?? 'down', status: 'down' }
    : { ...check.facts, status: 'up' },
]

function health({ checks }: Asked): Answer {
  const info = Object.fromEntries(checks.filter((check) => check.state !== 'down').map(part))
  const error = Object.fromEntries(checks.filter((check) => check.state === 'down').map(part))
  const up = Object.keys(error).length === 0
  const answer = json(up ? 200 : 503, {
    status: up ? 'ok' : 'error',
    info,
    error,
    details: { ...info, ...error },
  })
  return { ...answer, headers: { 'Cache-Control': 'no-cache, no-store, must-revalidate' } }
}

function version({ pod }: Asked): Answer {
  const { version, commit, builtAt } = pod.release
  const { service } = pod.spec
  return json(200, {
    name: service,
    version,
    commit,
    buildTime: builtAt,
    node: process.version,
    startedAt: pod.startedAt,
  })
}

export const nestTerminus: Dialect = {
  vocabulary: 'node',
  metricsPath: '/metrics',
  knowsDegraded: false,
  routes: {
    '/health': { kind: 'health', answer: health },
    '/ready': { kind: 'ready', answer: ({ pod }) => json(pod.ready ? 200 : 503, { ready: pod.ready }) },
    '/version': { kind: 'version', answer: version },
  },
}
