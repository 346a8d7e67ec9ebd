import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAULT_NAMES } from '#e2e/fleet/faults/faults.ts'
import { type FleetHandle, startFleet } from '#e2e/fleet/startFleet.ts'
import { ask, failureOf } from '#e2e/fleet/testing/askPod.ts'
import { podOf, someServices, urlsOf } from '#e2e/fleet/testing/sampleFleet.ts'

let fleet: FleetHandle

beforeAll(async () => {
  fleet = await startFleet({ services: someServices(['payments', 'shipping'], 2), requestsPerSecond: 0 })
})
afterAll(() => fleet.stop())

type Sent = { readonly status: number; readonly body: unknown }

async function send(method: string, path: string, body?: string, headers: HeadersInit = {}): Promise<Sent> {
  const response = await fetch(fleet.controlUrl + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  return { status: response.status, body: await response.json() }
}

const fault = (name: string) => JSON.stringify({ fault: name })
const podPath = (index: number) => `/services/payments/pods/${podOf(fleet, 'payments', index).name}`

describe('the control', () => {
  it('gives the fleet file, the pods and the faults', async () => {
    expect((await send('GET', '/fleet.json')).body).toEqual(fleet.fleetFile)
    expect((await send('GET', '/pods')).body).toEqual(fleet.pods())
    const faults = (await send('GET', '/faults')).body
    expect(faults).toHaveLength(FAULT_NAMES.length)
    expect(faults).toContainEqual({ name: 'hangs', says: 'Connections are accepted and never answered.' })
  })

  it('sets a fault on one pod, on a whole service, and heals all', async () => {
    const one = await send('PUT', `${podPath(1)}/fault`, fault('http-500'))
    expect(one).toMatchObject({ status: 200, body: [{ fault: 'http-500' }] })
    expect((await ask(urlsOf(fleet, 'payments').health)).status).toBe(200)
    const all = await send('PUT', '/services/payments/fault', fault('not-found'))
    expect(all).toMatchObject({ status: 200, body: [{ fault: 'not-found' }, { fault: 'not-found' }] })
    expect((await ask(urlsOf(fleet, 'payments').health)).status).toBe(404)
    expect((await send('DELETE', '/faults')).status).toBe(200)
    expect(fleet.pods().every((pod) => pod.fault === 'all-green' && pod.up)).toBe(true)
    expect((await ask(urlsOf(fleet, 'payments').health)).status).toBe(200)
  })

  it('kills a pod and starts it again', async () => {
    const { url } = podOf(fleet, 'payments', 0)
    expect(await send('POST', `${podPath(0)}/kill`)).toMatchObject({ status: 200, body: [{ up: false }] })
    expect(await failureOf(url)).toBe('ECONNREFUSED')
    expect(await send('POST', `${podPath(0)}/start`)).toMatchObject({
      status: 200,
      body: [{ up: true, url }],
    })
    expect((await ask(`${url}/health`)).status).toBe(200)
  })

  it('starting a pod that runs changes nothing', async () => {
    await fleet.setFault('payments', null, 'http-500')
    expect(await send('POST', `${podPath(0)}/start`)).toMatchObject({ body: [{ fault: 'http-500' }] })
    await fleet.heal()
  })
})

describe('what the control refuses', () => {
  const rows = [
    {
      name: 'an unknown fault',
      send: () => send('PUT', '/services/payments/fault', fault('hang')),
      status: 422,
      known: 'hangs',
    },
    {
      name: 'an unknown service',
      send: () => send('PUT', '/services/pay/fault', fault('hangs')),
      status: 404,
      known: 'payments',
    },
    {
      name: 'an unknown pod',
      send: () => send('POST', '/services/shipping/pods/x/kill'),
      status: 404,
      known: 'shipping-',
    },
    { name: 'an unknown path', send: () => send('GET', '/fleet'), status: 404, known: 'GET /fleet.json' },
    { name: 'another method', send: () => send('POST', '/faults'), status: 405, known: 'DELETE' },
    {
      name: 'a body that is not JSON',
      send: () => send('PUT', '/services/payments/fault', 'hangs'),
      status: 400,
      known: 'hangs',
    },
    {
      name: 'a body without a fault',
      send: () => send('PUT', '/services/payments/fault', '{}'),
      status: 400,
      known: 'hangs',
    },
  ]
  for (const { name, send: request, status, known } of rows) {
    it(`${name}, with what is known`, async () => {
      expect(await request()).toEqual({
        status,
        body: {
          error: expect.any(String),
          known: expect.arrayContaining([expect.stringContaining(known)]),
        },
      })
    })
  }

  it('a fault that a dialect has no words for, and leaves the pod alone', async () => {
    const refused = await send('PUT', '/services/shipping/fault', fault('health-degraded'))
    expect(refused).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('no word between') },
    })
    expect(podOf(fleet, 'shipping').fault).toBe('all-green')
  })

  it('a web page that wants to switch something', async () => {
    const origin = { origin: 'https://page.example' }
    expect((await send('POST', `${podPath(0)}/kill`, undefined, origin)).status).toBe(403)
    expect((await send('GET', '/pods', undefined, origin)).status).toBe(200)
    expect(podOf(fleet, 'payments').up).toBe(true)
  })
})
