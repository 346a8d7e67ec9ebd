import { type Check, worstState } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// hellofresh/health-go v5. `system` is left out: it is optional there, and holds figures of the Go runtime only.
const WORD = { up: 'OK', degraded: 'Partially Available', down: 'Unavailable' } as const

const failure = (check: Check): readonly [string, string] => [check.name, check.note ?? 'failed']

function health({ pod, checks }: Asked): Answer {
  const state = worstState(checks)
  const failures = Object.fromEntries(checks.filter((check) => check.state !== 'up').map(failure))
  return json(state === 'down' ? 503 : 200, {
    status: WORD[state],
    timestamp: new Date().toISOString(),
    ...(state === 'up' ? {} : { failures }),
    component: { name: pod.spec.service, version: pod.release.version },
  })
}

// The shape of Prometheus' /api/v1/status/buildinfo, which its libraries' users often copy.
function buildInfo({ pod }: Asked): Answer {
  const { version, commit, builtAt } = pod.release
  const data = { version, revision: commit, branch: 'main', buildUser: 'ci', buildDate: builtAt }
  return json(200, { status: 'success', data }, 'application/json')
}

export const healthGo: Dialect = {
  vocabulary: 'node',
  metricsPath: '/metrics',
  knowsDegraded: true,
  routes: {
    '/status': { kind: 'health', answer: health },
    '/ready': { kind: 'ready', answer: ({ pod }) => json(pod.ready ? 200 : 503, { ready: pod.ready }) },
    '/api/v1/status/buildinfo': { kind: 'version', answer: buildInfo },
  },
}
