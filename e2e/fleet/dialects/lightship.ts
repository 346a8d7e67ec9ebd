import { worstState } from '#e2e/fleet/pod/checks.ts'
import { type Answer, text } from './answer.ts'
import type { Asked, Dialect } from './dialect.ts'

// lightship: the whole verdict is one word, and "not ready" is HTTP 500.
function serverState({ pod, checks }: Asked): Answer {
  const ready = pod.ready && worstState(checks) !== 'down'
  return ready ? text(200, 'SERVER_IS_READY') : text(500, 'SERVER_IS_NOT_READY')
}

export const lightship: Dialect = {
  vocabulary: 'node',
  metricsPath: '/metrics',
  knowsDegraded: false,
  routes: {
    '/health': { kind: 'health', answer: serverState },
    '/ready': { kind: 'ready', answer: serverState },
    '/live': { kind: 'health', answer: () => text(200, 'SERVER_IS_NOT_SHUTTING_DOWN') },
    '/version': { kind: 'version', answer: ({ pod }) => text(200, `${pod.release.version}\n`) },
  },
}
