import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { HttpHead } from '#src/engine/ports.ts'
import { failureInHead, isAbsent } from './classify.ts'

const ASKED = 'http://pod.test/health'

const head = (status: number, more: Partial<HttpHead> = {}): HttpHead => ({
  status,
  headers: {},
  url: ASKED,
  redirected: false,
  ...more,
})
const marked = (status: number, why: string): HttpHead =>
  head(status, { headers: { 'x-morning-check': why } })
const sentTo = (url: string): HttpHead => head(200, { url, redirected: true })

const behindGateway = (detail: string): ProbeFailure => ({ kind: 'unreachable', by: 'gateway', detail })
const byStatus: ProbeFailure = { kind: 'sign-in-needed', how: 'status' }
const byRedirect: ProbeFailure = { kind: 'sign-in-needed', how: 'redirect' }

const rows: readonly { name: string; head: HttpHead; expected: ProbeFailure | null }[] = [
  { name: 'the gateway was refused', head: marked(502, 'refused'), expected: behindGateway('refused') },
  { name: 'the gateway knows no such host', head: marked(502, 'dns'), expected: behindGateway('dns') },
  { name: 'the gateway was cut off', head: marked(502, 'reset'), expected: behindGateway('reset') },
  {
    name: 'the gateway trusts no such certificate',
    head: marked(502, 'tls'),
    expected: behindGateway('tls'),
  },
  { name: 'the gateway cannot tell why', head: marked(502, 'unknown'), expected: behindGateway('unknown') },
  {
    name: 'the gateway waited in vain',
    head: marked(504, 'timeout'),
    expected: { kind: 'timeout', after: 321 },
  },
  { name: "a pod's own 502", head: head(502), expected: null },
  { name: "a pod's own 504", head: head(504), expected: null },
  { name: 'not signed in', head: head(401), expected: byStatus },
  { name: 'not allowed', head: head(403), expected: byStatus },
  { name: 'a proxy asks for a sign-in', head: head(407), expected: byStatus },
  { name: 'led to another host', head: sentTo('http://sso.test/login'), expected: byRedirect },
  { name: 'led to another port', head: sentTo('http://pod.test:8443/health'), expected: byRedirect },
  { name: 'led to https', head: sentTo('https://pod.test/health'), expected: byRedirect },
  { name: 'led to another path of the same origin', head: sentTo('http://pod.test/health/'), expected: null },
  { name: 'an ordinary answer', head: head(200), expected: null },
  { name: 'down', head: head(503), expected: null },
  { name: 'not there', head: head(404), expected: null },
]

describe('failureInHead', () => {
  for (const { name, head, expected } of rows) {
    it(name, () => expect(failureInHead(head, ASKED, 321)).toEqual(expected))
  }
})

describe('isAbsent', () => {
  for (const status of [404, 405, 410])
    it(`${status}: nothing here`, () => expect(isAbsent(status)).toBe(true))
  for (const status of [200, 204, 400, 401, 429, 500, 501, 503]) {
    it(`${status}: something answers`, () => expect(isAbsent(status)).toBe(false))
  }
})
