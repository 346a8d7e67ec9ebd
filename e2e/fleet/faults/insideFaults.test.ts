import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FleetHandle, startFleet } from '#e2e/fleet/startFleet.ts'
import { type Asked, ask, failureOf, sampleOf } from '#e2e/fleet/testing/askPod.ts'
import { isAlive, podOf, setFault, someServices, urlsOf } from '#e2e/fleet/testing/sampleFleet.ts'
import { until } from '#e2e/fleet/until.ts'

const SERVICE = 'payments'
const LIMIT = 160 * 1024 * 1024
const linux = process.platform === 'linux'

let fleet: FleetHandle

beforeAll(async () => {
  fleet = await startFleet({ services: someServices([SERVICE]), requestsPerSecond: 0, restartEvery: 50 })
})
afterAll(() => fleet.stop())

const urls = () => urlsOf(fleet, SERVICE)
const health = () => ask(urls().health)
const metric = async (beginning: string) => sampleOf((await ask(urls().metrics)).body, beginning)
const version = async (): Promise<unknown> => JSON.parse((await ask(urls().version)).body).version
const shareOfFiles = async () => (await metric('process_open_fds')) / (await metric('process_max_fds'))
const statusOf = ({ body }: Asked): unknown => JSON.parse(body).status

async function healed(): Promise<void> {
  await fleet.heal()
  expect((await health()).status).toBe(200)
}

describe('a pod with something wrong inside', () => {
  it('health-degraded: warns with HTTP 200 and names the replica', async () => {
    await setFault(fleet, SERVICE, 'health-degraded')
    const answer = await health()
    expect([answer.status, statusOf(answer)]).toEqual([200, 'warn'])
    expect(answer.body).toContain('replication stopped')
    await healed()
    expect(statusOf(await health())).toBe('pass')
  })

  it('health-down: fails with HTTP 503, and so do business requests', async () => {
    await setFault(fleet, SERVICE, 'health-down')
    const answer = await health()
    expect([answer.status, statusOf(answer)]).toEqual([503, 'fail'])
    expect((await ask(urls().api)).status).toBe(500)
    await healed()
    expect((await ask(urls().api)).status).toBe(200)
  })

  it('not-ready: lives, but is not ready', async () => {
    await setFault(fleet, SERVICE, 'not-ready')
    expect((await ask(urls().ready)).status).toBe(503)
    expect((await health()).status).toBe(200)
    await healed()
    expect((await ask(urls().ready)).status).toBe(200)
  })

  it('flapping: good and bad answers by turns', async () => {
    await setFault(fleet, SERVICE, 'flapping')
    const seen: number[] = []
    for (let call = 0; call < 4; call += 1) seen.push((await health()).status)
    expect(seen).toEqual([200, 503, 200, 503])
    await healed()
  })

  it('failing-requests: one of three fails, and the histogram counts it', async () => {
    await setFault(fleet, SERVICE, 'failing-requests')
    const seen: number[] = []
    for (let call = 0; call < 6; call += 1) seen.push((await ask(urls().api)).status)
    expect(seen.filter((status) => status === 500)).toHaveLength(2)
    expect(await metric('http_request_duration_seconds_count{status_code="500"')).toBeGreaterThanOrEqual(2)
    await healed()
  })

  it('pool-exhausted: all in use and callers waiting; a business request finds no connection', async () => {
    await setFault(fleet, SERVICE, 'pool-exhausted')
    expect(await metric('db_client_connections_usage{pool_name="main",state="used"}')).toBe(10)
    expect(await metric('db_client_connections_pending_requests')).toBeGreaterThanOrEqual(3)
    expect((await ask(urls().api)).status).toBe(503)
    await healed()
    expect(await metric('db_client_connections_usage{pool_name="main",state="used"}')).toBe(0)
    expect(await metric('db_client_connections_pending_requests')).toBe(0)
  })

  it('blocked-event-loop: the lag is real', async () => {
    await setFault(fleet, SERVICE, 'blocked-event-loop')
    // The lag's maximum starts anew with every page, so whole blocks have to pass before one is asked for.
    for (let block = 0; block < 3; block += 1) {
      await until('an answer that had to wait', async () => (await health()).tookMs > 200)
    }
    expect(await metric('nodejs_eventloop_lag_max_seconds')).toBeGreaterThan(0.3)
    await healed()
  })

  it('leaking-memory: resident memory is near its limit, and comes back', async () => {
    await setFault(fleet, SERVICE, 'leaking-memory')
    const resident = await metric('process_resident_memory_bytes')
    expect(resident).toBeGreaterThan(0.8 * LIMIT)
    expect(resident).toBeLessThan(0.95 * LIMIT)
    await healed()
    expect(await metric('process_resident_memory_bytes')).toBeLessThan(0.7 * LIMIT)
  })

  it.runIf(linux)('leaking-fds: nearly all descriptors are open, and closed again', async () => {
    await setFault(fleet, SERVICE, 'leaking-fds')
    expect(await shareOfFiles()).toBeGreaterThan(0.8)
    expect(await shareOfFiles()).toBeLessThan(0.95)
    await healed()
    expect(await shareOfFiles()).toBeLessThan(0.5)
  })
})

describe('a pod whose process is at fault', () => {
  it('pod-down: the process is gone and its port refuses; healed, it is back on the same port', async () => {
    const { pid, port } = podOf(fleet, SERVICE)
    await setFault(fleet, SERVICE, 'pod-down')
    expect(podOf(fleet, SERVICE)).toMatchObject({ pid: null, up: false, fault: 'pod-down' })
    expect(isAlive(pid ?? 0)).toBe(false)
    expect(await failureOf(`http://127.0.0.1:${port}/health`)).toBe('ECONNREFUSED')
    await healed()
    expect(podOf(fleet, SERVICE)).toMatchObject({ port, up: true, fault: 'all-green' })
    expect(podOf(fleet, SERVICE).pid).not.toBe(pid)
  })

  it('version-mismatch: started anew with another version, and back again', async () => {
    const { pid } = podOf(fleet, SERVICE)
    await setFault(fleet, SERVICE, 'version-mismatch')
    expect(await version()).toBe('1.8.1')
    expect(podOf(fleet, SERVICE).pid).not.toBe(pid)
    await healed()
    expect(await version()).toBe('1.8.0')
  })

  it('restarts: the process ends and starts again and again, until healed', async () => {
    const seen = new Set<number>()
    await setFault(fleet, SERVICE, 'restarts')
    await until('four processes', () => {
      const { pid } = podOf(fleet, SERVICE)
      if (pid !== null) seen.add(pid)
      return seen.size >= 4
    })
    await healed()
    expect(podOf(fleet, SERVICE)).toMatchObject({ up: true, fault: 'all-green' })
  })

  it('one fault replaces another, whatever they are', async () => {
    for (const fault of ['pod-down', 'hangs', 'version-mismatch', 'leaking-memory', 'pod-down'] as const) {
      await setFault(fleet, SERVICE, fault)
      expect(podOf(fleet, SERVICE).fault).toBe(fault)
    }
    await healed()
  })
})
