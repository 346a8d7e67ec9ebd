import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { readFleetDocument } from './fleetDocument.ts'
import { PRINTABLE, type Printable } from './readArguments.ts'
import { printConfiguration } from './printConfiguration.ts'
import { gatewayPath } from './podTarget.ts'
import { ask, deadUrl, folderWith, servePod, type Answer } from './testServers.ts'

const NAME = 'café "1" {$x}*'
const POD = `/morning/${gatewayPath('orders', NAME)}`
const SOURCE = '/morning/sources/prometheus/'
const SILENCES = '/morning/sources/alertmanager/api/v2/silences'

/** Each web server, and how it is run on a configuration in a folder of the test. */
const SERVERS = [
  {
    program: 'nginx',
    file: (text: string, folder: string) =>
      `daemon off; master_process off; worker_processes 1; pid "${folder}/pid"; error_log stderr warn;\n` +
      `events {}\nhttp {\naccess_log off; proxy_temp_path "${folder}/t1"; client_body_temp_path "${folder}/t2";\n` +
      `fastcgi_temp_path "${folder}/t3"; uwsgi_temp_path "${folder}/t4"; scgi_temp_path "${folder}/t5";\n` +
      `types { text/html html; application/javascript js; application/json json; }\n${text}\n}\n`,
    args: (path: string, folder: string) => ['-p', folder, '-c', path],
    refused: { status: 502, kind: 'unknown' },
  },
  {
    program: 'caddy',
    file: (text: string) => `{\n\tadmin off\n}\n${text}\n`,
    args: (path: string) => ['run', '--config', path, '--adapter', 'caddyfile'],
    refused: { status: 502, kind: 'unknown' },
  },
] as const

const isInstalled = (program: string): boolean =>
  spawnSync(program, [program === 'nginx' ? '-v' : 'version']).error === undefined

async function freePort(): Promise<number> {
  return Number(new URL(await deadUrl()).port)
}

async function untilItListens(origin: string, gaveUp: () => string | null): Promise<void> {
  for (;;) {
    const answer: Answer | null = await ask(origin, '/').catch(() => null)
    const why = gaveUp()
    if (why !== null) throw new Error(why)
    if (answer !== null) return
  }
}

/** Runs the real server on a printed configuration of one good pod, one dead pod, and a dashboard. */
async function run(server: (typeof SERVERS)[number], good: string, dead: string): Promise<string> {
  const folder = await folderWith({})
  const distDir = join(folder, 'dist')
  await mkdir(join(distDir, 'assets'), { recursive: true })
  await writeFile(join(distDir, 'index.html'), '<!doctype html>')
  await writeFile(join(distDir, 'assets', 'index-12345678.js'), 'let a')
  const services = [{ name: 'orders', pods: [{ name: NAME, url: `${good}/app$x` }, dead] }]
  const sources = {
    prometheus: { url: `${good}/metrics$store` },
    alertmanager: { url: `${good}/alerts` },
  }
  const document = readFleetDocument(JSON.stringify({ services, sources }), null)
  if (document.kind !== 'good') throw new Error('the fleet of this test is faulty')
  const port = await freePort()
  const deployment = { ...document, host: '127.0.0.1', port, prefix: '/morning/', distDir }
  const path = join(folder, 'configuration')
  await writeFile(path, server.file(printConfiguration(server.program, deployment), folder))
  const child = spawn(server.program, server.args(path, folder), { env: { ...process.env, HOME: folder } })
  let words = ''
  child.stderr.on('data', (chunk) => {
    words += String(chunk)
  })
  onTestFinished(async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  })
  const origin = `http://127.0.0.1:${port}`
  await untilItListens(origin, () => (child.exitCode === null ? null : words))
  return origin
}

async function answerAsPod(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url, method, headers } = request
  const body = await text(request)
  if (url?.endsWith('/502')) response.statusCode = 502
  if (url?.endsWith('/moved')) response.writeHead(302, { location: '/app$x/there' })
  else response.setHeader('set-cookie', 'a=b').setHeader('content-type', 'text/html')
  const written = body === '' ? {} : { body }
  response.end(
    JSON.stringify({ url, method, host: headers.host, cookie: headers.cookie ?? null, ...written }),
  )
}

describe.each(SERVERS)('the real $program', (server) => {
  const missing = !isInstalled(server.program)

  beforeAll(() => {
    if (missing)
      console.warn(`${server.program} is not installed: its printed configuration is not tried out.`)
  })

  it.skipIf(missing)(
    'does with its printed configuration what the gateway does',
    { timeout: 30_000 },
    async () => {
      const pod = await servePod(answerAsPod)
      const origin = await run(server, pod, await deadUrl())

      const page = await ask(origin, '/morning/')
      expect([page.status, page.body]).toEqual([200, '<!doctype html>'])
      expect(page.headers['content-security-policy']).toContain("default-src 'none'")
      expect(page.headers['cache-control']).toBe('no-cache')
      const script = await ask(origin, '/morning/assets/index-12345678.js')
      expect(script.headers['cache-control']).toContain('immutable')

      const answer = await ask(origin, `${POD}health?a=b`, { headers: { cookie: 'secret=1' } })
      expect(JSON.parse(answer.body)).toEqual({
        url: expect.stringMatching(/^\/app(?:\$|%24)x\/health\?a=b$/),
        method: 'GET',
        host: new URL(pod).host,
        cookie: null,
      })
      expect(answer.headers).toMatchObject({
        'content-security-policy': 'sandbox',
        'x-content-type-options': 'nosniff',
      })
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.headers['x-morning-check']).toBeUndefined()

      const own = await ask(origin, `${POD}502`)
      expect([own.status, own.headers['x-morning-check']]).toEqual([502, undefined])
      expect(own.body).toContain('GET')
      const moved = await ask(origin, `${POD}moved`)
      expect(new URL(moved.headers.location ?? '', origin).pathname).toBe(`${POD}there`)

      const refused = await ask(origin, '/morning/fleet/orders/orders-2/health')
      expect([refused.status, refused.headers['x-morning-check']]).toEqual([
        server.refused.status,
        server.refused.kind,
      ])
      expect(Object.keys(JSON.parse(refused.body))).toEqual(['error'])
      const stored = await ask(origin, `${SOURCE}api/v1/query?query=up%7Ba%3D%22b%22%7D+or+c`, {
        headers: { authorization: 'Bearer secret' },
      })
      expect(JSON.parse(stored.body)).toMatchObject({
        url: expect.stringMatching(
          /^\/metrics(?:\$|%24)store\/api\/v1\/query\?query=up%7Ba%3D%22b%22%7D\+or\+c$/,
        ),
        host: new URL(pod).host,
      })
      expect(stored.headers['content-security-policy']).toBe('sandbox')
      const admin = await ask(origin, `${SOURCE}api/v1/admin/tsdb/snapshot`)
      expect([admin.status, admin.headers['x-morning-check']]).toEqual([404, 'unknown'])
      expect((await ask(origin, `${SOURCE}api/v1/query`, { method: 'POST' })).status).toBeGreaterThanOrEqual(
        400,
      )

      const alerts = await ask(origin, '/morning/sources/alertmanager/api/v2/alerts?filter=a%3D%22b%22')
      expect(JSON.parse(alerts.body)).toMatchObject({ url: '/alerts/api/v2/alerts?filter=a%3D%22b%22' })
      const statusOf = async (path: string, method: string, headers: Readonly<Record<string, string>>) =>
        (await ask(origin, path, { method, headers, body: '{"comment":"ACK!"}' })).status
      const json = { 'content-type': 'application/json' }
      const silenced = await ask(origin, SILENCES, {
        method: 'POST',
        headers: { ...json, 'sec-fetch-site': 'same-origin' },
        body: '{"comment":"ACK!"}',
      })
      expect(JSON.parse(silenced.body)).toMatchObject({
        url: '/alerts/api/v2/silences',
        method: 'POST',
        body: '{"comment":"ACK!"}',
      })
      const refusals = [
        await statusOf(SILENCES, 'POST', { 'content-type': 'text/plain' }),
        await statusOf(SILENCES, 'POST', { ...json, 'sec-fetch-site': 'cross-site' }),
        await statusOf(SILENCES, 'DELETE', json),
        await statusOf(SILENCES, 'OPTIONS', {}),
        await statusOf(SILENCES.replace('silences', 'alerts'), 'POST', json),
      ]
      expect(refusals.every((status) => status >= 400)).toBe(true)

      const unknown = await ask(origin, '/morning/fleet/orders/orders-3/health')
      expect([unknown.status, unknown.headers['x-morning-check']]).toEqual([404, 'unknown'])
      expect((await ask(origin, `${POD}health`, { method: 'POST' })).status).toBeGreaterThanOrEqual(400)
      expect((await ask(origin, `${POD}../../../fleet/x`)).body).not.toContain('"url"')
    },
  )
})

describe('printConfiguration', () => {
  const document = readFleetDocument(
    '{"sources":{"prometheus":{"url":"https://p.example"},"alertmanager":{"url":"http://a.example","credentials":"include"}},"services":[{"name":"a","url":"https://h.example/x"},{"name":"b","url":"http://[::1]:81","credentials":"include"}]}',
    null,
  )
  const print = (what: Printable) =>
    document.kind === 'good'
      ? printConfiguration(what, { ...document, host: '::', port: 80, prefix: '/', distDir: '/srv/dist' })
      : ''

  it.each(PRINTABLE)('prints no address as a variable or open bracket (%s)', (what) => {
    const text = print(what)
    expect(text.match(/\{/g)).toHaveLength(text.match(/\}/g)?.length ?? -1)
    expect(text).not.toContain('undefined')
  })

  it('drops credentials where they are not asked for only', () => {
    // One of the two services, and each of the three paths of the source.
    expect(print('nginx').match(/proxy_set_header Cookie ""/g)).toHaveLength(4)
    expect(print('caddy').match(/header_up -Cookie/g)).toHaveLength(4)
  })

  it('checks certificates in nginx, which does not by itself', () => {
    expect(print('nginx')).toContain('proxy_ssl_verify on;')
    expect(print('nginx')).toContain('server h.example:443 max_fails=0;')
    expect(print('nginx')).toContain('server [::1]:81 max_fails=0;')
  })

  it('prints the fleet file that goes with it', () => {
    expect(JSON.parse(print('fleet')).services[0]).toEqual({
      name: 'a',
      pods: [{ name: 'a', url: 'fleet/a/a/', shownUrl: 'https://h.example/x' }],
    })
  })
})
