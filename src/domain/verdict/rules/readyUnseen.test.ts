import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  failed,
  healthReading,
  NOT_FOUND,
  NOW,
  podFacts,
  read,
  REFUSED,
  scraped,
  SIGN_IN,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { readyUnseen } from './readyUnseen.ts'

type Facts = Parameters<typeof podFacts>[0]

const named = serviceOf({ pods: 1, endpoints: { ready: '/ready' } })
const exporter = serviceOf({ pods: 1, endpoints: { health: false, ready: '/ready' } })
const denied = serviceOf({ pods: 1, endpoints: { ready: false } })
const OK = read('ok')
const lastRead = (at: number) => ({ lastReading: { at, freshFor: 15_000, value: healthReading('ok') } })

describe('readiness that the fleet file names', () => {
  const rows: readonly { name: string; facts: Facts; failure?: object | null; since?: number }[] = [
    { name: 'is read', facts: { tracks: { health: OK, ready: OK } } },
    {
      name: 'is read and bad: that has its own reason',
      facts: { tracks: { health: OK, ready: read('down') } },
    },
    { name: 'was not asked yet', facts: { tracks: { health: OK } }, failure: null, since: NOW },
    {
      name: 'was never asked, for an hour',
      facts: { tracks: { health: OK }, watchedSince: NOW - hours(1) },
      failure: null,
      since: NOW - hours(1),
    },
    {
      name: 'always fails',
      facts: { tracks: { health: OK, ready: failed(TIMEOUT) }, watchedSince: NOW - 9 },
      failure: TIMEOUT,
      since: NOW - 9,
    },
    {
      name: 'wants a sign-in',
      facts: { tracks: { health: read('degraded'), ready: failed(SIGN_IN) } },
      failure: SIGN_IN,
      since: NOW,
    },
    { name: 'fails once', facts: { tracks: { health: OK, ready: failed(TIMEOUT, lastRead(NOW - 15_000)) } } },
    {
      name: 'fails for longer than its last reading stays fresh',
      facts: { tracks: { health: OK, ready: failed(TIMEOUT, lastRead(NOW - 15_001)) } },
      failure: TIMEOUT,
      since: NOW - 15_001,
    },
    {
      name: 'was read too long ago, and is silent since',
      facts: { tracks: { health: OK, ready: read('ok', { at: NOW - 15_001 }) } },
      failure: null,
      since: NOW - 15_001,
    },
    {
      name: 'of a pod that never answered: that has its own reason',
      facts: { tracks: { health: failed(REFUSED) } },
    },
    { name: 'of a pod that is silent for long', facts: { tracks: { health: read('ok', { at: 0 }) } } },
    {
      name: 'of a pod that lives by its metrics',
      facts: { service: exporter, tracks: { metrics: scraped() } },
      failure: null,
      since: NOW,
    },
    {
      name: 'of a pod without health that was not found either',
      facts: { tracks: { health: failed(NOT_FOUND), metrics: scraped(), ready: failed(NOT_FOUND) } },
      failure: NOT_FOUND,
      since: NOW,
    },
    { name: 'is not named', facts: { service: serviceOf(), tracks: { health: OK } } },
    { name: 'is said not to be there', facts: { service: denied, tracks: { health: OK } } },
  ]
  for (const { name, facts, failure, since } of rows) {
    it(`${name}: ${failure === undefined ? 'nothing' : 'grey'}`, () => {
      const pod = podFacts({ service: named, ...facts })
      const already = pod.tracks.ready?.lastReading ? {} : { already: true }
      const found = { light: 'unknown', part: { kind: 'ready-unseen', failure }, since, ...already }
      expect(readyUnseen.find(pod, pod.service.policy, NOW)).toEqual(failure === undefined ? [] : [found])
    })
  }
})
