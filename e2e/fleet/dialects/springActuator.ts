import type { Check } from '#e2e/fleet/pod/checks.ts'
import { worstState } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

/*
 * Spring Boot Actuator with show-details=always. Its only word between UP and DOWN is UNKNOWN (HTTP 200); for it to
 * win over UP, this app orders severities as many do:
 * management.endpoint.health.status.order=down,out-of-service,unknown,up
 */
const TYPE = 'application/vnd.spring-boot.actuator.v3+json'
const WORD = { up: 'UP', degraded: 'UNKNOWN', down: 'DOWN' } as const

function component(check: Check | undefined): Record<string, unknown> {
  if (check === undefined) return { status: 'UNKNOWN' }
  const details = check.note === null ? check.facts : { ...check.facts, error: check.note }
  return { status: WORD[check.state], details }
}

function health({ pod, checks }: Asked): Answer {
  const part = (name: string) => component(checks.find((check) => check.name === name))
  const stores = checks.filter((check) => check.kind === 'datastore')
  const ownWord = WORD[worstState(checks)]
  const word = ownWord === 'DOWN' || pod.ready ? ownWord : 'OUT_OF_SERVICE'
  const body = {
    status: word,
    components: {
      db: {
        status: WORD[worstState(stores)],
        components: { primary: part('database'), replica: part('replica'), pool: part('connections') },
      },
      diskSpace: part('diskSpace'),
      livenessState: { status: 'UP' },
      memory: part('memory'),
      ping: { status: 'UP' },
      readinessState: { status: pod.ready ? 'UP' : 'OUT_OF_SERVICE' },
    },
    groups: ['liveness', 'readiness'],
  }
  return json(word === 'UP' || word === 'UNKNOWN' ? 200 : 503, body, TYPE)
}

const readiness = ({ pod }: Asked): Answer =>
  json(pod.ready ? 200 : 503, { status: pod.ready ? 'UP' : 'OUT_OF_SERVICE' }, TYPE)

function info({ pod }: Asked): Answer {
  const { version, commit, builtAt } = pod.release
  const build = {
    artifact: pod.spec.service,
    name: pod.spec.service,
    group: 'shop.sample',
    version,
    time: builtAt,
  }
  const git = { branch: 'main', commit: { id: commit, time: builtAt } }
  return json(200, { build, git, process: { pid: process.pid } }, TYPE)
}

export const springActuator: Dialect = {
  vocabulary: 'micrometer-histogram',
  metricsPath: '/actuator/prometheus',
  knowsDegraded: true,
  routes: {
    '/actuator/health': { kind: 'health', answer: health },
    '/actuator/health/liveness': { kind: 'health', answer: () => json(200, { status: 'UP' }, TYPE) },
    '/actuator/health/readiness': { kind: 'ready', answer: readiness },
    '/actuator/info': { kind: 'version', answer: info },
  },
}
