import { type Check, worstState } from '#e2e/fleet/pod/checks.ts'
import { cpuSeconds, disk, residentBytes } from '#e2e/fleet/pod/processFacts.ts'
import { type Answer, json } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// A team's own page, after no standard: a verdict, parts, and its last log entries and metrics in the same body.
const WORD = { up: 'ok', degraded: 'degraded', down: 'down' } as const

function metricsOf({ pod }: Asked): readonly object[] {
  const at = new Date().toISOString()
  const { total, free } = disk()
  const { inUse, waiting } = { inUse: pod.pool.inUse(), waiting: pod.pool.waiting() }
  return [
    { name: 'memory', value: residentBytes(), unit: 'bytes', at },
    { name: 'cpu', value: cpuSeconds(), unit: 'seconds', at },
    { name: 'disk', value: total - free, unit: 'bytes', at },
    { name: 'connections', value: inUse, unit: 'count', at },
    { name: 'waiting', value: waiting, unit: 'count', at },
    { name: 'requests', value: pod.calls, unit: 'count', at },
  ]
}

const part = (check: Check): object => ({
  name: check.name,
  status: WORD[check.state],
  ...(check.note === null ? {} : { message: check.note }),
  ...check.facts,
})

function health(asked: Asked): Answer {
  const { pod, checks } = asked
  const state = worstState(checks)
  return json(state === 'down' ? 503 : 200, {
    status: WORD[state],
    service: pod.spec.service,
    instance: pod.spec.name,
    version: pod.release.version,
    startedAt: pod.startedAt,
    checks: checks.map(part),
    logs: pod.log.last(),
    metrics: metricsOf(asked),
  })
}

export const inHouse: Dialect = {
  vocabulary: 'node',
  metricsPath: '/metrics',
  knowsDegraded: true,
  routes: {
    '/health': { kind: 'health', answer: health },
    '/ready': { kind: 'ready', answer: ({ pod }) => json(pod.ready ? 200 : 503, { ready: pod.ready }) },
    '/version': {
      kind: 'version',
      answer: ({ pod }) =>
        json(200, { ...pod.release, service: pod.spec.service, runtime: `node ${process.version}` }),
    },
  },
}
