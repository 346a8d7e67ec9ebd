import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { hours } from '#src/domain/time/units.ts'
import type { PodFacts, Tracks } from '#src/domain/verdict/podFacts.ts'
import { NO_OPINION } from '#src/domain/verdict/rule.ts'
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
  signals,
  TIMEOUT,
} from '#src/domain/watch/testing/podFacts.ts'
import { cannotSee } from './cannotSee.ts'
import { failing, isOutage } from './failing.ts'
import { metricsFailing } from './metricsFailing.ts'
import { targetDown } from './targetDown.ts'

/**
 * Every failure there is, and whether it says something about the pod rather than about what may be seen. Of those
 * that were never sent, it cannot even be said that something answered.
 */
const FAILURES: readonly {
  readonly failure: ProbeFailure
  readonly outage: boolean
  readonly unasked?: true
}[] = [
  { failure: TIMEOUT, outage: true },
  { failure: REFUSED, outage: true },
  { failure: { kind: 'unreachable', by: 'gateway', detail: 'ECONNREFUSED' }, outage: true },
  { failure: { kind: 'http-status', status: 502 }, outage: true },
  { failure: { kind: 'unreadable' }, outage: false },
  { failure: { kind: 'mixed-content' }, outage: false, unasked: true },
  { failure: { kind: 'local-network-permission' }, outage: false, unasked: true },
  { failure: SIGN_IN, outage: false },
  { failure: { kind: 'too-large', cap: 1000 }, outage: false },
  { failure: { kind: 'malformed', line: 1, column: 1, reason: 'no JSON' }, outage: false },
  { failure: NOT_FOUND, outage: false },
  { failure: { kind: 'aborted' }, outage: false, unasked: true },
]

const ask = (rule: typeof failing, pod: PodFacts) => rule.find(pod, pod.service.policy, NOW)

describe('a failure of the endpoint that stands for life', () => {
  for (const { failure, outage, unasked } of FAILURES) {
    const pod = podFacts({ tracks: { health: failed(failure) } })
    it(`${failure.kind} is ${outage ? 'an outage' : 'grey: this browser cannot tell'}`, () => {
      expect(isOutage(failure)).toBe(outage)
      const none = unasked === true ? NO_OPINION : []
      expect(ask(failing, pod)).toEqual(
        outage ? [{ light: 'red', part: { kind: 'failing', failure } }] : none,
      )
      const seen = { light: 'unknown', part: { kind: 'cannot-see', failure }, since: NOW, already: true }
      expect(ask(cannotSee, pod)).toMatchObject(outage ? [] : [seen])
    })
  }

  it('that was read before is so since it could not be read any more', () => {
    const lastReading = { at: NOW - 9000, freshFor: 15_000, value: healthReading('ok') }
    const pod = podFacts({ tracks: { health: failed(SIGN_IN, { lastReading }) }, unreadSince: NOW - 4000 })
    const part = { kind: 'cannot-see', failure: SIGN_IN, signIn: expect.anything() }
    expect(ask(cannotSee, pod)).toEqual([{ light: 'unknown', part, since: NOW - 4000 }])
  })

  for (const { name, url, credentials, signIn } of [
    {
      name: 'at its own address, without cookies',
      url: { url: 'https://pay.test/' },
      signIn: { url: 'https://pay.test/', cookies: 'omit', gateway: false },
    },
    {
      name: 'behind a gateway',
      url: { url: 'pods/pay/1/', shownUrl: 'https://pay.test/' },
      credentials: 'include',
      signIn: { url: 'https://pay.test/', cookies: 'include', gateway: true },
    },
  ]) {
    it(`that asks for a sign-in says where, and what is sent along (${name})`, () => {
      const service = serviceOf({ pods: 1, ...(credentials === undefined ? {} : { credentials }) })
      const pod = podFacts({
        service,
        pod: Object.assign({ name: 'pay-1' }, url),
        tracks: { health: failed(SIGN_IN) },
      })
      expect(ask(cannotSee, pod)).toMatchObject([{ part: { signIn } }])
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
      const lights = [failing, cannotSee].map((rule) => {
        const found = ask(rule, pod)
        return found === NO_OPINION ? undefined : found[0]?.light
      })
      expect(lights).toEqual([out ? 'red' : undefined, unseen ? 'unknown' : undefined])
    })
  }

  it('says since when nothing could be read, not when it was last tried', () => {
    const pod = podFacts({ tracks: { health: failed(SIGN_IN) }, unreadSince: NOW - hours(9) })
    expect(ask(cannotSee, pod)).toMatchObject([{ since: NOW - hours(9) }])
  })
})

const orange = (failure: ProbeFailure) => [{ light: 'orange', part: { kind: 'metrics-failing', failure } }]

describe('metrics fail while health answers', () => {
  const rows: readonly { name: string; tracks: Partial<Tracks>; expected: unknown }[] = [
    { name: 'nothing was asked', tracks: {}, expected: NO_OPINION },
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
      name: 'a pod that is down altogether has its own reason, and tells nothing of its metrics',
      tracks: { health: failed(REFUSED), metrics: failed(REFUSED) },
      expected: NO_OPINION,
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
