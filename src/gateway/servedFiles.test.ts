import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { get } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { ask, folderWith, gatewayFor, oneOrder } from './testServers.ts'
import { PAGE_POLICY } from './securityHeaders.ts'

const SCRIPT = `console.log(1)${' '.repeat(2000)}`

async function built() {
  const outside = await folderWith({ 'secret.txt': 'secret' })
  const distDir = join(outside, 'dist')
  await mkdir(join(distDir, 'assets'), { recursive: true })
  await mkdir(join(distDir, 'empty'))
  await Promise.all(
    Object.entries({
      'index.html': '<!doctype html>',
      '.env': 'secret',
      'a b.svg': '<svg/>',
      'fleet.json': '{"title":"built in"}',
      'fleet.schema.json': '{}',
      'assets/index-D4x_9-Zq.js': SCRIPT,
      'assets/plain.js': SCRIPT,
    }).map(([name, content]) => writeFile(join(distDir, name), content)),
  )
  await symlink('/dev/zero', join(distDir, 'zero'))
  return gatewayFor(oneOrder('http://h'), { distDir })
}

const IMMUTABLE = 'public, max-age=31536000, immutable'

const served = [
  { path: '/', type: 'text/html; charset=utf-8', cache: 'no-cache' },
  { path: '/?fleet=x', type: 'text/html; charset=utf-8', cache: 'no-cache' },
  { path: '/index.html', type: 'text/html; charset=utf-8', cache: 'no-cache' },
  { path: '/assets/index-D4x_9-Zq.js', type: 'text/javascript; charset=utf-8', cache: IMMUTABLE },
  { path: '/assets/plain.js', type: 'text/javascript; charset=utf-8', cache: 'no-cache' },
  { path: '/a%20b.svg', type: 'image/svg+xml', cache: 'no-cache' },
  { path: '/fleet.schema.json', type: 'application/json; charset=utf-8', cache: 'no-cache' },
]

const refused = [
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/assets/../../secret.txt',
  '//etc/passwd',
  '/%00',
  '/%ff',
  '/.env',
  '/index.html/',
  '/index.html%00.js',
  '/empty',
  '/empty/',
  '/assets/',
  '/zero',
  '/nope.js',
]

describe('the built dashboard through the gateway', () => {
  it.each(served)('serves $path', async ({ path, type, cache }) => {
    const gateway = await built()
    const { status, headers } = await ask(gateway.url, path)
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, cache])
    expect(headers['content-security-policy']).toBe(PAGE_POLICY)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  it('does not serve anything else', async () => {
    const gateway = await built()
    const answers = await Promise.all(refused.map((path) => ask(gateway.url, path)))
    expect(answers.map(({ status }, i) => [refused[i], status])).toEqual(refused.map((path) => [path, 404]))
    expect(answers.some(({ body }) => body.includes('secret'))).toBe(false)
  })

  it('serves its own fleet file instead of the one built in', async () => {
    const gateway = await built()
    expect((await ask(gateway.url, '/fleet.json')).body).not.toContain('built in')
  })

  it('compresses for whoever takes it', async () => {
    const gateway = await built()
    const path = 'assets/index-D4x_9-Zq.js'
    const zipped = await new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
      get(`${gateway.url}${path}`, { headers: { 'accept-encoding': 'gzip, br' } }, (response) => {
        const encoding = response.headers['content-encoding']
        buffer(response).then((body) => resolve({ encoding, body }), reject)
      })
    })
    expect([zipped.encoding, gunzipSync(zipped.body).toString()]).toEqual(['gzip', SCRIPT])
    expect(zipped.body.length).toBeLessThan(200)
    const plain = await ask(gateway.url, `/${path}`)
    expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, SCRIPT])
    expect(plain.headers.vary).toBe('accept-encoding')
  })

  it('answers 304 until the file changes', async () => {
    const gateway = await built()
    const { headers } = await ask(gateway.url, '/a%20b.svg')
    const same = { headers: { 'if-none-match': `"other", ${headers.etag}` } }
    expect(await ask(gateway.url, '/a%20b.svg', same)).toMatchObject({ status: 304, body: '' })
    await writeFile(join(gateway.fleetFile, '..', 'unrelated'), '')
    const other = { headers: { 'if-none-match': '"other"' } }
    expect(await ask(gateway.url, '/a%20b.svg', other)).toMatchObject({ status: 200, body: '<svg/>' })
  })

  it('answers HEAD with the length and no body', async () => {
    const gateway = await built()
    const { headers, body } = await ask(gateway.url, '/', { method: 'HEAD' })
    expect([headers['content-length'], body]).toEqual(['15', ''])
  })

  it('says how to build what is not built', async () => {
    const gateway = await gatewayFor(oneOrder('http://h'), { distDir: '/nowhere' })
    const { status, body } = await ask(gateway.url, '/')
    expect([status, JSON.parse(body).error]).toEqual([404, expect.stringContaining('npm run build')])
  })
})
