import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION } from '#src/domain/verdict/rule.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import {
  failed,
  NOT_FOUND,
  NOW,
  podFacts,
  read,
  REFUSED,
  scraped,
  SIGN_IN,
  signals,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { cannotSee } from './cannotSee.ts'
import { failing, isOutage } from './failing.ts'
import { metricsFailing } from './metricsFailing.ts'
import { targetDown } from './targetDown.ts'

/** Every failure there is, and whether it says something about the pod rather than about what may be seen. */
const FAILURES: readonly { readonly failure: ProbeFailure; readonly outage: boolean }[] = [
  { failure: TIMEOUT, outage: true },
  { failure: REFUSED, outage: true },
  { failure: { kind: 'unreachable', by: 'gateway', detail: 'ECONNREFUSED' }, outage: true },
  { failure: { kind: 'http-status', status: 502 }, outage: true },
  { failure: { kind: 'unreadable' }, outage: false },
  { failure: { kind: 'mixed-content' }, outage: false },
  { failure: { kind: 'local-network-permission' }, outage: false },
  { failure: SIGN_IN, outage: false },
  { failure: { kind: 'too-large', cap: 1000 }, outage: false },
  { failure: { kind: 'malformed', line: 1, column: 1, reason: 'no JSON' }, outage: false },
  { failure: NOT_FOUND, outage: false },
  { failure: { kind: 'aborted' }, outage: false },
]

const ask = (rule: typeof failing, pod: PodFacts) => rule.find(pod, pod.service.policy, NOW)

describe('a failure of the endpoint that stands for life', () => {
  for (const { failure, outage } of FAILURES) {
    const pod = podFacts({ tracks: { health: failed(failure) } })
    it(`${failure.kind} is ${outage ? 'an outage' : 'grey: this browser cannot tell'}`, () => {
      expect(isOutage(failure)).toBe(outage)
      expect(ask(failing, pod)).toEqual(outage ? [{ light: 'red', part: { kind: 'failing', failure } }] : [])
      expect(ask(cannotSee, pod)).toEqual(
        outage ? [] : [{ light: 'unknown', part: { kind: 'cannot-see', failure }, since: NOW }],
      )
    })
  }

  const noHealth = serviceOf({ pods: 1, endpoints: { health: false } })
  for (const { name, tracks, service, out, unseen } of [
    { name: 'nothing asked yet', tracks: {}, out: false, unseen: false },
    { name: 'a good answer', tracks: { health: read('ok') }, out: false, unseen: false },
    { name: 'a bad answer is still an answer', tracks: { health: read('down') }, out: false, unseen: false },
    {
      name: 'metrics time out while health answers',
      tracks: { health: read('ok'), metrics: failed(TIMEOUT) },
      out: false,
      unseen: false,
    },
    {
      name: 'metrics time out where the fleet file says there is no health',
      tracks: { metrics: failed(TIMEOUT) },
      service: noHealth,
      out: true,
      unseen: false,
    },
    {
      name: 'metrics time out where no health was found',
      tracks: { health: failed(NOT_FOUND), metrics: failed(TIMEOUT) },
      out: true,
      unseen: false,
    },
    {
      name: 'metrics ask for a sign-in where no health was found',
      tracks: { health: failed(NOT_FOUND), metrics: failed(SIGN_IN) },
      out: false,
      unseen: true,
    },
    {
      name: 'neither health nor metrics were found',
      tracks: { health: failed(NOT_FOUND), metrics: failed(NOT_FOUND) },
      out: false,
      unseen: true,
    },
  ] satisfies readonly {
    name: string
    tracks: Partial<Tracks>
    service?: typeof noHealth
    out: boolean
    unseen: boolean
  }[]) {
    it(`${name}: ${out ? 'out' : unseen ? 'unseen' : 'nothing'}`, () => {
      const pod = podFacts({ tracks, ...(service === undefined ? {} : { service }) })
      expect([ask(failing, pod).length > 0, ask(cannotSee, pod).length > 0]).toEqual([out, unseen])
    })
  }
})

const orange = (failure: ProbeFailure) => [{ light: 'orange', part: { kind: 'metrics-failing', failure } }]

describe('metrics fail while health answers', () => {
  const rows: readonly { name: string; tracks: Partial<Tracks>; expected: unknown }[] = [
    { name: 'nothing was asked', tracks: {}, expected: [] },
    { name: 'both answer', tracks: { health: read('ok'), metrics: scraped() }, expected: [] },
    {
      name: 'a time-out is orange',
      tracks: { health: read('ok'), metrics: failed(TIMEOUT) },
      expected: orange(TIMEOUT),
    },
    {
      name: 'a sign-in is orange: the signals are blind all the same',
      tracks: { health: read('degraded'), metrics: failed(SIGN_IN) },
      expected: orange(SIGN_IN),
    },
    {
      name: 'no metrics endpoint is no fault',
      tracks: { health: read('ok'), metrics: failed(NOT_FOUND) },
      expected: [],
    },
    {
      name: 'a pod that is down altogether has its own reason',
      tracks: { health: failed(REFUSED), metrics: failed(REFUSED) },
      expected: [],
    },
    {
      name: 'a pod without health has its own reason',
      tracks: { health: failed(NOT_FOUND), metrics: failed(TIMEOUT) },
      expected: [],
    },
  ]
  for (const { name, tracks, expected } of rows) {
    it(name, () => {
      expect(ask(metricsFailing, podFacts({ tracks }))).toEqual(expected)
    })
  }
})

describe('the target of an exporter', () => {
  const from = 'redis_up'
  const rows: readonly { name: string; facts: Parameters<typeof podFacts>[0]; expected: unknown }[] = [
    { name: 'no opinion before metrics were read', facts: {}, expected: NO_OPINION },
    {
      name: 'no opinion when this scrape failed',
      facts: { tracks: { metrics: failed(TIMEOUT) }, signals: signals([], { up: false, from }) },
      expected: NO_OPINION,
    },
    {
      name: 'a page that exports nothing else has no target',
      facts: { tracks: { metrics: scraped() }, signals: signals([]) },
      expected: [],
    },
    {
      name: 'a target that is up',
      facts: { tracks: { metrics: scraped() }, signals: signals([], { up: true, from }) },
      expected: [],
    },
    {
      name: 'a target that is down is out, though the exporter answers',
      facts: {
        tracks: { health: read('ok'), metrics: scraped() },
        signals: signals([], { up: false, from }),
      },
      expected: [{ light: 'red', part: { kind: 'target-down', from } }],
    },
  ]
  for (const { name, facts, expected } of rows) {
    it(name, () => {
      expect(ask(targetDown, podFacts(facts))).toEqual(expected)
    })
  }
})
