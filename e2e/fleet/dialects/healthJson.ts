import { type Check, worstState } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// IETF draft-inadarei-api-health-check-06: `checks` holds arrays, one entry a node; keys are `component:measurement`.
const TYPE = 'application/health+json; charset=utf-8'
const WORD = { up: 'pass', degraded: 'warn', down: 'fail' } as const
const MEASUREMENT: Readonly<Record<string, string>> = {
  connections: 'connections',
  diskSpace: 'utilization',
  memory: 'utilization',
}

function entry(check: Check, podName: string): readonly [string, readonly object[]] {
  const measurement = MEASUREMENT[check.name] ?? 'state'
  const observed = {
    componentId: `${check.name}@${podName}`,
    componentType: check.kind,
    observedValue: check.value,
    observedUnit: check.unit,
    status: WORD[check.state],
    time: new Date().toISOString(),
    ...(check.note === null ? {} : { output: check.note }),
  }
  return [`${check.name}:${measurement}`, [observed]]
}

function health({ pod, checks }: Asked): Answer {
  const state = worstState(checks)
  const uptime = {
    componentType: 'system',
    observedValue: process.uptime(),
    observedUnit: 's',
    status: 'pass',
  }
  const body = {
    status: WORD[state],
    version: pod.release.version.split('.')[0],
    releaseId: pod.release.version,
    serviceId: pod.spec.name,
    description: `${pod.spec.service} API`,
    checks: { ...Object.fromEntries(checks.map((check) => entry(check, pod.spec.name))), uptime: [uptime] },
  }
  return json(state === 'down' ? 503 : 200, body, TYPE)
}

export const healthJson: Dialect = {
  vocabulary: 'node',
  metricsPath: '/metrics',
  knowsDegraded: true,
  routes: {
    '/health': { kind: 'health', answer: health },
    '/ready': { kind: 'ready', answer: ({ pod }) => json(pod.ready ? 200 : 503, { ready: pod.ready }) },
    '/version': {
      kind: 'version',
      answer: ({ pod }) => json(200, { version: pod.release.version, revision: pod.release.commit }),
    },
  },
}
