import { describe, expect, it } from 'vitest'
import type { Fleet } from './fleet.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { parseFleet } from './parseFleet.ts'

const good = (json: unknown): Fleet => {
  const parsed = parseFleet(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const one = (service: object): unknown => ({
  services: [{ name: 'orders', url: 'http://orders:8080', ...service }],
})

const credentialsOf = ({ services }: Fleet): string[] => services.map(({ credentials }) => credentials)

describe('parseFleet reads', () => {
  it('a name and a URL as a complete service', () => {
    const fleet = good({ services: [{ name: 'orders', url: 'http://orders:8080' }] })
    expect(fleet.services[0]).toMatchObject({
      name: 'orders',
      tier: null,
      credentials: 'omit',
      endpoints: { health: null, ready: false, metrics: null, version: null },
      pods: [{ name: 'orders', url: 'http://orders:8080' }],
    })
    expect(fleet.polling.intervals).toMatchObject({ health: 5000, metrics: 15_000 })
  })

  for (const { name, service, expected } of [
    {
      name: 'pods by URL alone',
      service: { pods: ['http://a:1', 'http://b:2'] },
      expected: ['orders-1', 'orders-2'],
    },
    { name: 'pods with names', service: { pods: [{ name: 'x', url: 'http://a:1' }] }, expected: ['x'] },
    {
      name: 'a given name that a default would take',
      service: { pods: [{ url: 'http://a:1' }, { name: 'orders-1', url: 'http://b:1' }] },
      expected: ['orders-1001', 'orders-1'],
    },
    { name: 'pods relative to the file', service: { pods: ['fleet/orders/1'] }, expected: ['orders-1'] },
  ]) {
    it(name, () => {
      const fleet = good({ services: [{ name: 'orders', ...service }] })
      expect(fleet.services[0]?.pods.map((pod) => pod.name)).toEqual(expected)
    })
  }

  it('thresholds of the service before those of the fleet', () => {
    const fleet = good({
      thresholds: { levelOrange: 0.7, slowAnswer: '2s' },
      services: [{ name: 'a', url: 'http://a', thresholds: { levelOrange: 0.6 } }],
    })
    expect(fleet.services[0]?.policy).toMatchObject({ levelOrange: 0.6, slowAnswer: 2000, levelRed: 0.95 })
  })

  it('endpoints of the service before those of the fleet, and false as none', () => {
    const fleet = good({
      endpoints: { health: '/up', metrics: false },
      services: [{ name: 'a', url: 'http://a', endpoints: { health: '/health' } }],
    })
    expect(fleet.services[0]?.endpoints).toEqual({
      health: '/health',
      ready: false,
      metrics: false,
      version: null,
    })
  })

  it('credentials of the service before those of the fleet, and of neither as none', () => {
    const services = [
      { name: 'a', url: 'http://a' },
      { name: 'b', url: 'http://b', credentials: 'omit' },
    ]
    expect(credentialsOf(good({ credentials: 'include', services }))).toEqual(['include', 'omit'])
    expect(credentialsOf(good({ services }))).toEqual(['omit', 'omit'])
  })

  it.each([
    ['nothing', undefined, { at: hours(8) + minutes(55), timeZone: 'Asia/Tokyo', days: [0, 1, 2, 3, 4] }],
    [
      'all of it',
      { at: '07:30', timeZone: 'Europe/Paris', days: ['sun', 'mon'] as const },
      { at: hours(7) + minutes(30), timeZone: 'Europe/Paris', days: [6, 0] },
    ],
  ])('mornings where the file says %s', (_, morning, expected) => {
    const fleet = parseFleet({ morning, services: [{ name: 'a', url: 'http://a' }] }, 'Asia/Tokyo')
    expect(fleet.ok && fleet.value.services[0]?.mornings).toEqual(expected)
  })

  it('the time-out as the end of what a metrics page may take', () => {
    const fleet = good({ timeout: '9s', services: [{ name: 'orders', url: 'http://orders' }] })
    expect(fleet.services[0]?.bounds).toEqual({ scrapeDuration: 9 })
  })

  it('bounds as sizes, binary or decimal, and as numbers', () => {
    const bounds = { memory: '4GiB', heap: '4GB', fds: 4096 }
    expect(good(one({ bounds })).services[0]?.bounds).toMatchObject({
      memory: 4 * 1024 ** 3,
      heap: 4e9,
      fds: 4096,
    })
  })

  it('an empty list of services as a fleet that is empty yet', () => {
    expect(good({ title: 'New', services: [] })).toMatchObject({ title: 'New', services: [] })
  })

  it('labels of a service, where it has any', () => {
    expect(good(one({ labels: { region: 'eu' } })).services[0]?.labels).toEqual({ region: 'eu' })
    expect(good(one({})).services[0]).not.toHaveProperty('labels')
  })

  it('a dependency that is no service of this fleet', () => {
    expect(good(one({ dependsOn: ['mainframe'] })).services[0]?.dependsOn).toEqual(['mainframe'])
  })

  it('the address to show beside the one to ask, where there is one', () => {
    const pods = [{ url: 'fleet/orders/orders-1/', shownUrl: 'http://10.0.0.7:8080' }, 'http://10.0.0.8:8080']
    expect(good({ services: [{ name: 'orders', pods }] }).services[0]?.pods).toEqual([
      { name: 'orders-1', url: 'fleet/orders/orders-1/', shownUrl: 'http://10.0.0.7:8080' },
      { name: 'orders-2', url: 'http://10.0.0.8:8080' },
    ])
  })

  it('10,000 pods in one go', () => {
    const services = Array.from({ length: 50 }, (_, s) => ({
      name: `s${s}`,
      pods: Array.from({ length: 200 }, (_, p) => ({
        name: `s${s}-${p}`,
        url: `http://10.0.${s}.${p}:8080`,
      })),
    }))
    expect(good({ services }).services.flatMap((service) => service.pods)).toHaveLength(10_000)
  })
})
