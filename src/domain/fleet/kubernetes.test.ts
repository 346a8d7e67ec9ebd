import { describe, expect, it } from 'vitest'
import { parseFleet } from './parseFleet.ts'

const parse = (kubernetes: unknown, file: object = {}, name = 'orders') =>
  parseFleet({ ...file, services: [{ name, url: 'http://orders:8080', kubernetes }] })

const SHOP = { kubernetes: { namespace: 'shop' } }
const ORDERS = { kind: 'deployment', name: 'orders' }

describe('where a service runs in Kubernetes', () => {
  it.each([
    { name: 'nobody says that it does', own: undefined, expected: null },
    {
      name: 'in the namespace of the fleet',
      own: undefined,
      file: SHOP,
      expected: { namespace: 'shop', workload: ORDERS },
    },
    {
      name: 'in its own namespace before that of the fleet',
      own: { namespace: 'pay' },
      file: SHOP,
      expected: { namespace: 'pay', workload: ORDERS },
    },
    {
      name: 'a deployment of another name',
      own: { workload: 'orders-api' },
      expected: { namespace: null, workload: { kind: 'deployment', name: 'orders-api' } },
    },
    {
      name: 'another kind of workload',
      own: { workload: 'statefulset/orders' },
      expected: { namespace: null, workload: { kind: 'statefulset', name: 'orders' } },
    },
    {
      name: 'a service whose name no workload can have',
      own: undefined,
      file: SHOP,
      service: 'Orders of ours',
      expected: { namespace: 'shop', workload: null },
    },
  ])('$name', ({ own, file, service, expected }) => {
    const parsed = parse(own, file, service)
    expect(parsed.ok ? parsed.value.services[0]?.kubernetes : parsed.error).toEqual(expected)
  })

  it.each([
    ['namespace', '-n'],
    ['namespace', 'Shop'],
    ['namespace', 'shop; reboot'],
    ['workload', 'job/orders'],
    ['workload', 'orders/'],
    ['workload', '--all'],
  ])('a %s is refused as %j', (key, value) => {
    const parsed = parse({ [key]: value })
    expect(parsed.ok ? null : parsed.error).toEqual([
      expect.objectContaining({ path: `services[0].kubernetes.${key}` }),
    ])
  })
})
