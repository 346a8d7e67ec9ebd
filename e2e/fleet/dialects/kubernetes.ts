import type { Check } from '#e2e/fleet/pod/checks.ts'
import { type Answer, json, text } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

/*
 * The plain text of Kubernetes components (k8s.io/apiserver healthz): `ok`, with ?verbose a line for each check; on
 * failure the list comes unasked, with HTTP 500, and the reason is withheld.
 */
const line = (name: string, up: boolean) => (up ? `[+]${name} ok` : `[-]${name} failed: reason withheld`)

function checkList(
  endpoint: string,
  parts: readonly (readonly [string, boolean])[],
  query: URLSearchParams,
): Answer {
  const up = parts.every(([, partUp]) => partUp)
  if (up && !query.has('verbose')) return text(200, 'ok')
  const lines = parts.map(([name, partUp]) => line(name, partUp))
  return text(up ? 200 : 500, [...lines, `${endpoint} check ${up ? 'passed' : 'failed'}`, ''].join('\n'))
}

const partsOf = (checks: readonly Check[]) =>
  checks.map((check) => [check.name, check.state !== 'down'] as const)

const health =
  (endpoint: string) =>
  ({ checks, query }: Asked): Answer =>
    checkList(endpoint, [['ping', true], ...partsOf(checks)], query)

const ready = ({ pod, checks, query }: Asked): Answer =>
  checkList('readyz', [['informer-sync', pod.ready], ...partsOf(checks)], query)

function version({ pod }: Asked): Answer {
  const [major = '', minor = ''] = pod.release.version.replace('v', '').split('.')
  return json(200, {
    major,
    minor,
    gitVersion: pod.release.version,
    gitCommit: pod.release.commit,
    gitTreeState: 'clean',
    buildDate: pod.release.builtAt,
    platform: `${process.platform}/${process.arch}`,
  })
}

export const kubernetes: Dialect = {
  vocabulary: 'node',
  metricsPath: '/metrics',
  knowsDegraded: false,
  routes: {
    '/healthz': { kind: 'health', answer: health('healthz') },
    '/livez': { kind: 'health', answer: ({ query }) => checkList('livez', [['ping', true]], query) },
    '/readyz': { kind: 'ready', answer: ready },
    '/version': { kind: 'version', answer: version },
  },
}
