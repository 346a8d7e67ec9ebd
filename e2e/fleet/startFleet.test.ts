import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { podName } from './podName.ts'
import { SERVICES } from './services.ts'
import { type FleetHandle, startFleet } from './startFleet.ts'
import { ask, failureOf, sampleOf } from './testing/askPod.ts'
import { isAlive, podOf, someServices, urlsOf } from './testing/sampleFleet.ts'
import { until } from './until.ts'

describe('the sample fleet, one pod of each service', () => {
  let fleet: FleetHandle

  beforeAll(async () => {
    fleet = await startFleet({ services: someServices(SERVICES.map((service) => service.name)) })
  })
  afterAll(() => fleet.stop())

  for (const { name } of SERVICES) {
    it(`${name} is healthy, ready and measured, for pages of every origin`, async () => {
      const { health, ready, metrics } = urlsOf(fleet, name)
      for (const url of [health, ready, metrics]) {
        const { status, headers } = await ask(url)
        expect([url, status, headers.get('access-control-allow-origin')]).toEqual([url, 200, '*'])
      }
      const page = (await ask(metrics)).body
      expect(sampleOf(page, 'process_start_time_seconds')).toBeGreaterThan(1e9)
      expect(page).toMatch(/_build_info\{version="[^"]+",revision="[^"]+"\} 1/)
    })
  }

  it('has load: business requests are counted', async () => {
    const { metrics } = urlsOf(fleet, 'payments')
    const served = await until('five requests', async () => {
      const { body } = await ask(metrics)
      return sampleOf(body, 'http_request_duration_seconds_count{status_code="200"') >= 5
    })
    expect(served).toBe(true)
  })

  it('gives a fleet file that the dashboard reads', () => {
    const parsed = parseFleet(fleet.fleetFile)
    expect(parsed).toMatchObject({ ok: true, value: { title: 'Sample shop' } })
    if (!parsed.ok) return
    expect(parsed.value.services.map((service) => service.name)).toEqual(
      SERVICES.map((service) => service.name),
    )
    expect(parsed.value.services[2]?.pods[0]?.url).toBe(podOf(fleet, 'payments').url)
  })
})

describe('starting and stopping', () => {
  it('begins in its scenario', async () => {
    const [down, leaks] = [podName('billing', 0), podName('billing', 1)]
    const services = someServices(['billing'], 2)
    const fleet = await startFleet({ services, scenario: { [down]: 'pod-down', [leaks]: 'leaking-memory' } })
    try {
      expect(await failureOf(podOf(fleet, 'billing', 0).url)).toBe('ECONNREFUSED')
      const { body } = await ask(`${podOf(fleet, 'billing', 1).url}/metrics`)
      expect(sampleOf(body, 'process_resident_memory_bytes')).toBeGreaterThan(0.8 * 160 * 1024 * 1024)
    } finally {
      await fleet.stop()
    }
  })

  it('leaves no process and no port behind', async () => {
    const fleet = await startFleet({ services: someServices(['payments', 'shipping'], 2) })
    const pods = fleet.pods()
    await fleet.stop()
    expect(pods).toHaveLength(4)
    for (const { pid, url } of pods) {
      expect(isAlive(pid ?? 0)).toBe(false)
      expect(await failureOf(url)).toBe('ECONNREFUSED')
    }
    expect(await failureOf(fleet.controlUrl)).toBe('ECONNREFUSED')
  })

  it('refuses a scenario that names an unknown pod, and stops what it began', async () => {
    const start = startFleet({ services: someServices(['shipping']), scenario: { nobody: 'hangs' } })
    await expect(start).rejects.toMatchObject({ status: 404, known: [podName('shipping', 0)] })
  })

  it('puts several pods into a process, where a pod goes down by closing its port', async () => {
    const fleet = await startFleet({ services: someServices(['payments', 'orders'], 3), podsPerProcess: 4 })
    try {
      expect(new Set(fleet.pods().map((pod) => pod.pid)).size).toBe(2)
      const [first, second] = [podOf(fleet, 'payments', 0), podOf(fleet, 'payments', 1)]
      await fleet.setFault('payments', first.name, 'pod-down')
      expect(await failureOf(first.url)).toBe('ECONNREFUSED')
      expect((await ask(`${second.url}/health`)).status).toBe(200)
      await expect(fleet.setFault('payments', first.name, 'restarts')).rejects.toMatchObject({ status: 409 })
      await fleet.heal()
      expect((await ask(`${first.url}/health`)).status).toBe(200)
    } finally {
      await fleet.stop()
    }
  })

  it('says a pod is down when its process ended by itself, and starts it on demand', async () => {
    const lines: string[] = []
    const fleet = await startFleet({ services: someServices(['shipping']), log: (line) => lines.push(line) })
    try {
      process.kill(podOf(fleet, 'shipping').pid ?? 0, 'SIGKILL')
      await until('the end of the process', () => !podOf(fleet, 'shipping').up)
      expect(lines).toEqual([expect.stringContaining('ended by itself (SIGKILL)')])
      await fleet.heal()
      expect((await ask(urlsOf(fleet, 'shipping').health)).body).toBe('SERVER_IS_READY')
    } finally {
      await fleet.stop()
    }
  })
})
