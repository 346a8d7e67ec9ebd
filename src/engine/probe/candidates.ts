import type { Endpoint } from '#src/domain/fleet/fleet.ts'

/**
 * Where endpoints usually are, most usual first: tried one after the other, once a service, until one answers.
 * Readiness is not among them: it is asked only where the fleet file names it.
 */
export const CANDIDATES: Readonly<Record<Endpoint, readonly string[]>> = {
  health: [
    '/health',
    '/healthz',
    '/actuator/health',
    '/-/healthy',
    '/q/health',
    '/health/ready',
    '/readyz',
    '/healthcheck',
    '/api/health',
    '/ht/?format=json',
  ],
  ready: [],
  metrics: ['/metrics', '/actuator/prometheus', '/q/metrics', '/debug/vars', '/varz'],
  version: ['/version', '/actuator/info', '/api/v1/status/buildinfo', '/api/v2/status', '/varz', '/info'],
}
