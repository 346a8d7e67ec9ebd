import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FleetHandle, startFleet } from '#e2e/fleet/startFleet.ts'
import { ask, failureOf, sampleOf } from '#e2e/fleet/testing/askPod.ts'
import { setFault, someServices, urlsOf } from '#e2e/fleet/testing/sampleFleet.ts'
import type { FaultName } from './faults.ts'

const SERVICE = 'payments'
const MEBIBYTE = 1024 * 1024

let fleet: FleetHandle

beforeAll(async () => {
  fleet = await startFleet({ services: someServices([SERVICE]), requestsPerSecond: 0 })
})
afterAll(() => fleet.stop())

const urls = () => urlsOf(fleet, SERVICE)

/** Reads on until so many bytes have come, then hangs up; answers with how many came. */
async function bytesUntil(url: string, enough: number): Promise<number> {
  const response = await fetch(url)
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes >= enough) break
  }
  return bytes
}

type Row = { readonly fault: FaultName; readonly sees: string; readonly look: () => Promise<unknown> }

const rows: readonly Row[] = [
  {
    fault: 'slow',
    sees: 'health after 1.5 s',
    look: async () => {
      const { status, tookMs } = await ask(urls().health)
      expect(status).toBe(200)
      expect(tookMs).toBeGreaterThan(1400)
    },
  },
  {
    fault: 'hangs',
    sees: 'no answer at all, on every endpoint',
    look: async () => {
      const { health, metrics, version } = urls()
      for (const url of [health, metrics, version]) expect(await failureOf(url, 150)).toBe('TimeoutError')
    },
  },
  {
    fault: 'drops-connections',
    sees: 'a cut connection',
    look: async () => expect(await failureOf(urls().health)).toBe('UND_ERR_SOCKET'),
  },
  {
    fault: 'http-500',
    sees: '500 everywhere',
    look: async () => {
      expect((await ask(urls().health)).status).toBe(500)
      expect((await ask(urls().metrics)).status).toBe(500)
    },
  },
  { fault: 'not-found', sees: '404', look: async () => expect((await ask(urls().health)).status).toBe(404) },
  {
    fault: 'sign-in-401',
    sees: '401',
    look: async () => expect((await ask(urls().health)).status).toBe(401),
  },
  {
    fault: 'redirect-login',
    sees: 'a way to another origin, which has no CORS headers',
    look: async () => {
      const { status, headers } = await ask(urls().health)
      const target = new URL(headers.get('location') ?? '')
      expect(status).toBe(302)
      expect(target.origin).not.toBe(new URL(urls().health).origin)
      const page = await ask(target.href)
      expect(page.body).toContain('type="password"')
      expect(page.headers.get('access-control-allow-origin')).toBeNull()
    },
  },
  {
    fault: 'login-page',
    sees: '200 with a sign-in form',
    look: async () => {
      const { status, headers, body } = await ask(urls().health)
      expect(status).toBe(200)
      expect(headers.get('content-type')).toContain('text/html')
      expect(body).toContain('type="password"')
    },
  },
  {
    fault: 'cors-missing',
    sees: 'a good answer that pages may not read',
    look: async () => {
      const { status, headers } = await ask(urls().health)
      expect(status).toBe(200)
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  },
  {
    fault: 'html-garbage',
    sees: '200 with torn HTML',
    look: async () => expect((await ask(urls().health)).body).toMatch(/^<!DOCTYPE html>.*="$/),
  },
  {
    fault: 'empty-body',
    sees: '200 with nothing',
    look: async () => expect(await ask(urls().health)).toMatchObject({ status: 200, body: '' }),
  },
  {
    fault: 'truncated-body',
    sees: 'an answer that breaks off',
    look: async () => expect(await failureOf(urls().health)).toBe('UND_ERR_SOCKET'),
  },
  {
    fault: 'endless-body',
    sees: 'bodies that go on',
    look: async () => {
      const { health, metrics } = urls()
      for (const url of [health, metrics]) expect(await bytesUntil(url, 30)).toBeGreaterThanOrEqual(30)
      expect(await failureOf(health, 300)).toBe('TimeoutError')
    },
  },
  {
    fault: 'huge-exposition',
    sees: 'more than 60 MB of metrics from a small process',
    look: async () => {
      expect(await bytesUntil(urls().metrics, Infinity)).toBeGreaterThan(60 * MEBIBYTE)
      await setFault(fleet, SERVICE, 'all-green')
      const { body } = await ask(urls().metrics)
      expect(sampleOf(body, 'process_resident_memory_bytes')).toBeLessThan(120 * MEBIBYTE)
    },
  },
  {
    fault: 'malformed-metrics',
    sees: 'good lines before and after broken ones',
    look: async () => {
      const { body } = await ask(urls().metrics)
      const broken = body.indexOf('{state="open"} seventeen')
      expect(body.indexOf('process_cpu_seconds_total')).toBeLessThan(broken)
      expect(body.lastIndexOf('db_client_connections_max')).toBeGreaterThan(broken)
      expect((await ask(urls().health)).status).toBe(200)
    },
  },
  {
    fault: 'unreadable-metrics',
    sees: 'a page without one sample',
    look: async () => expect((await ask(urls().metrics)).body).toMatch(/^panic: /),
  },
  {
    fault: 'metrics-500',
    sees: 'metrics fail, health does not',
    look: async () => {
      expect((await ask(urls().metrics)).status).toBe(500)
      expect((await ask(urls().health)).status).toBe(200)
    },
  },
]

describe('a pod whose answers are at fault', () => {
  for (const { fault, sees, look } of rows) {
    it(`${fault}: ${sees}; healed, it is well at once`, async () => {
      await setFault(fleet, SERVICE, fault)
      await look()
      await fleet.heal()
      const { status, headers } = await ask(urls().health)
      expect(status).toBe(200)
      expect(headers.get('access-control-allow-origin')).toBe('*')
    })
  }

  it('cuts what hangs when the fault ends', async () => {
    await setFault(fleet, SERVICE, 'hangs')
    const failure = failureOf(urls().health)
    await expect(failureOf(urls().version, 100)).resolves.toBe('TimeoutError')
    await fleet.heal()
    expect(await failure).toBe('UND_ERR_SOCKET')
  })
})
