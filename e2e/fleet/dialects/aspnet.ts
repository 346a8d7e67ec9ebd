import { type Check, worstState } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json, text } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// ASP.NET Core with AspNetCore.HealthChecks.UI.Client's writer: nulls are left out, durations are TimeSpan text.
const WORD = { up: 'Healthy', degraded: 'Degraded', down: 'Unhealthy' } as const

function timeSpan(ms: number): string {
  const seconds = (ms / 1000).toFixed(7).padStart(10, '0')
  return `00:00:${seconds}`
}

function entry(check: Check): readonly [string, object] {
  const words =
    check.note === null
      ? {}
      : { description: check.note, ...(check.state === 'down' ? { exception: check.note } : {}) }
  return [
    check.name,
    { data: check.facts, ...words, duration: timeSpan(0), status: WORD[check.state], tags: [check.kind] },
  ]
}

function health({ checks }: Asked): Answer {
  const state = worstState(checks)
  const entries = Object.fromEntries(checks.map(entry))
  const answer = json(
    state === 'down' ? 503 : 200,
    { status: WORD[state], totalDuration: timeSpan(0), entries },
    'application/json',
  )
  return { ...answer, headers: { 'Cache-Control': 'no-store, no-cache' } }
}

export const aspnet: Dialect = {
  vocabulary: 'prometheus-net',
  metricsPath: '/metrics',
  knowsDegraded: true,
  routes: {
    '/health': { kind: 'health', answer: health },
    '/health/ready': {
      kind: 'ready',
      answer: ({ pod }) => text(pod.ready ? 200 : 503, pod.ready ? 'Healthy' : 'Unhealthy'),
    },
    '/version': {
      kind: 'version',
      answer: ({ pod }) => text(200, `${pod.release.version}+${pod.release.commit}`),
    },
  },
}
