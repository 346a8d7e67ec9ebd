import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { mebibytes } from '#src/domain/time/units.ts'
import { gatherFixes, reachFixes, type ReachPlace } from './reachFix.ts'

const PLACE: ReachPlace = {
  origin: 'https://dash.test',
  service: 'orders',
  pod: 'orders-1',
  endpoint: 'metrics',
  base: 'http://10.0.0.1:8081/api/',
  address: 'http://10.0.0.1:8081/api/metrics',
  shownUrl: null,
}

const GATEWAY = 'npm start -- --fleet my-fleet.json'
const NGINX = 'location ^~ "/fleet/orders/orders-1/" { proxy_pass "http://10.0.0.1:8081/api/"; }'
const POD = '{"name":"orders-1","url":"fleet/orders/orders-1/","shownUrl":"http://10.0.0.1:8081/api/"}'

const rows: readonly { failure: ProbeFailure; lines: readonly string[] }[] = [
  {
    failure: { kind: 'unreadable' },
    lines: ['Access-Control-Allow-Origin: https://dash.test', GATEWAY, NGINX, POD],
  },
  { failure: { kind: 'mixed-content' }, lines: [GATEWAY, NGINX, POD] },
  { failure: { kind: 'local-network-permission' }, lines: [GATEWAY, NGINX, POD] },
  {
    failure: { kind: 'timeout', after: 2500 },
    lines: [
      String.raw`curl -so /dev/null -w '%{time_total} s\n' http://10.0.0.1:8081/api/metrics`,
      '"timeout": "5s"',
    ],
  },
  {
    failure: { kind: 'unreachable', by: 'browser', detail: null },
    lines: ['curl -v http://10.0.0.1:8081/api/metrics'],
  },
  { failure: { kind: 'unreachable', by: 'gateway', detail: 'ENOTFOUND' }, lines: ['getent hosts 10.0.0.1'] },
  {
    failure: { kind: 'sign-in-needed', how: 'page' },
    lines: ['http://10.0.0.1:8081/api/metrics', '"credentials": "include"'],
  },
  {
    failure: { kind: 'http-status', status: 404 },
    lines: ['curl -i http://10.0.0.1:8081/api/metrics', '"endpoints": { "metrics": "/…" }'],
  },
  {
    failure: { kind: 'http-status', status: 503 },
    lines: ['curl -i http://10.0.0.1:8081/api/metrics'],
  },
  {
    failure: { kind: 'too-large', cap: mebibytes(16) },
    lines: ['curl -s http://10.0.0.1:8081/api/metrics | wc -c', '"caps": { "metrics": "32MiB" }'],
  },
  {
    failure: { kind: 'malformed', line: 7, column: 2, reason: 'no value' },
    lines: ['curl -s http://10.0.0.1:8081/api/metrics | sed -n 7p'],
  },
  { failure: { kind: 'not-found', tried: ['/metrics'] }, lines: ['"endpoints": { "metrics": "/…" }'] },
  { failure: { kind: 'aborted' }, lines: [] },
]

describe('what mends a failure', () => {
  it.each(rows)('$failure.kind', ({ failure, lines }) => {
    expect(reachFixes(failure, PLACE).flatMap((fix) => fix.lines)).toEqual(lines)
  })

  it.each([
    { address: "http://h/a'; rm -rf ~", lines: [String.raw`curl -i 'http://h/a'\''; rm -rf ~'`] },
    { address: 'http://h/\u001B[201~', lines: [] },
    { address: '', lines: [] },
  ])('pastes nothing but one word into a terminal: $address', ({ address, lines }) => {
    const fixes = reachFixes({ kind: 'http-status', status: 500 }, { ...PLACE, address })
    expect(fixes.flatMap((fix) => fix.lines)).toEqual(lines)
  })

  it('writes names and addresses so that nginx and JSON take them', () => {
    const place = { ...PLACE, pod: 'a "b" $c', base: 'http://h/$x' }
    const [, nginx, file] = reachFixes({ kind: 'mixed-content' }, place).flatMap((fix) => fix.lines)
    expect(nginx).toBe(String.raw`location ^~ "/fleet/orders/a \"b\" $c/" { proxy_pass "http://h/%24x/"; }`)
    expect(file).toContain('"url":"fleet/orders/a%20%22b%22%20%24c/"')
  })

  it('is said once of many, with the lines of all', () => {
    const all = ['a', 'b', 'b'].map((pod) => reachFixes({ kind: 'unreadable' }, { ...PLACE, pod }))
    const gathered = gatherFixes(all)
    expect(gathered.map(({ lines }) => lines.length)).toEqual([1, 1, 2, 2])
  })
})
