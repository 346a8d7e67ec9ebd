import { describe, expect, it } from 'vitest'
import { failurePhrase, failureSentence } from './failureWords.ts'
import { mebibytes, seconds } from '#src/domain/time/units.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'

const byGateway = (detail: string | null): ProbeFailure => ({ kind: 'unreachable', by: 'gateway', detail })

type Row = { readonly failure: ProbeFailure; readonly phrase: string; readonly fix: RegExp }

const rows: readonly Row[] = [
  {
    failure: { kind: 'timeout', after: seconds(2) },
    phrase: 'timed out after 2 s',
    fix: /within 2 s: .*longer timeout/,
  },
  {
    failure: { kind: 'unreachable', by: 'browser', detail: null },
    phrase: 'refused or DNS error',
    fix: /a page cannot tell which.*pod runs/,
  },
  {
    failure: { kind: 'unreachable', by: 'browser', detail: 'Failed to fetch' },
    phrase: 'refused or DNS error',
    fix: /a page cannot tell which/,
  },
  {
    failure: byGateway('connect ECONNREFUSED 127.0.0.1:9'),
    phrase: 'refused the connection',
    fix: /Nothing listens.*port is right/,
  },
  { failure: byGateway('getaddrinfo ENOTFOUND orders'), phrase: 'name not in DNS', fix: /correct the URL/ },
  {
    failure: byGateway('connect EHOSTUNREACH 10.0.0.1'),
    phrase: 'cannot be connected to',
    fix: /network between the gateway/,
  },
  { failure: byGateway('read ECONNRESET'), phrase: 'hung up', fix: /last log lines/ },
  { failure: byGateway('socket hang up'), phrase: 'hung up', fix: /closed the connection/ },
  {
    failure: byGateway('EFOO'),
    phrase: 'cannot be reached (EFOO)',
    fix: /\(EFOO\)/,
  },
  { failure: byGateway('refused'), phrase: 'refused the connection', fix: /port is right/ },
  { failure: byGateway('dns'), phrase: 'name not in DNS', fix: /correct the URL/ },
  { failure: byGateway('timeout'), phrase: 'cannot be connected to', fix: /network/ },
  { failure: byGateway('reset'), phrase: 'hung up', fix: /crash/ },
  { failure: byGateway('tls'), phrase: 'TLS certificate not accepted', fix: /ended or is for another name/ },
  { failure: byGateway('certificate has expired'), phrase: 'TLS certificate not accepted', fix: /ended/ },
  { failure: byGateway('unknown'), phrase: 'cannot be reached', fix: /pod runs/ },
  { failure: byGateway(null), phrase: 'refused or DNS error', fix: /pod runs/ },
  { failure: { kind: 'unreadable' }, phrase: 'CORS headers missing', fix: /Access-Control-Allow-Origin/ },
  { failure: { kind: 'mixed-content' }, phrase: 'blocked, http from an https page', fix: /gateway/ },
  {
    failure: { kind: 'local-network-permission' },
    phrase: 'blocked, local-network permission missing',
    fix: /allow it/,
  },
  {
    failure: { kind: 'sign-in-needed', how: 'page' },
    phrase: 'sign-in needed',
    fix: /login page came.*sign in/,
  },
  {
    failure: { kind: 'sign-in-needed', how: 'redirect' },
    phrase: 'sign-in needed',
    fix: /another origin: sign in/,
  },
  { failure: { kind: 'sign-in-needed', how: 'status' }, phrase: 'sign-in needed', fix: /401 or 403/ },
  { failure: { kind: 'http-status', status: 500 }, phrase: 'HTTP 500', fix: /HTTP 500.*last log lines/ },
  {
    failure: { kind: 'http-status', status: 404 },
    phrase: 'HTTP 404',
    fix: /HTTP 404.*path in the fleet file/,
  },
  {
    failure: { kind: 'too-large', cap: mebibytes(4) },
    phrase: 'answer over 4 MiB',
    fix: /over 4 MiB.*smaller/,
  },
  {
    failure: { kind: 'malformed', line: 3, column: 14, reason: 'a value was expected' },
    phrase: 'unreadable at 3:14 (a value was expected)',
    fix: /line 3, column 14/,
  },
  {
    failure: { kind: 'not-found', tried: ['/health', '/healthz'] },
    phrase: 'not found at 2 usual paths',
    fix: /\/health, \/healthz: name its path/,
  },
  { failure: { kind: 'aborted' }, phrase: 'not asked yet', fix: /within one interval/ },
]

describe('failurePhrase', () => {
  for (const { failure, phrase } of rows) {
    it(phrase, () => expect(failurePhrase(failure)).toBe(phrase))
  }
})

describe('failureSentence', () => {
  for (const { failure, phrase, fix } of rows) {
    it(`${phrase} is one sentence with its repair`, () => {
      const sentence = failureSentence(failure)
      expect(sentence).toMatch(fix)
      expect(sentence).toMatch(/^[A-Z].*: .*\.$/s)
      expect(sentence).not.toMatch(/anomaly|issue|something went wrong/i)
    })
  }
})
