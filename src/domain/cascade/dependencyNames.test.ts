import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dependencyNames } from './dependencyNames.ts'
import { fleetNames } from './fleetNames.ts'

const SHOP = [
  'orders',
  'payment-service',
  'catalog',
  'catalog-api',
  'inventory',
  'user-sync-service',
  'OAuth',
  'db',
]

const needsOf = (
  checks: readonly string[],
  fleet: readonly string[] = SHOP,
  dependsOn: readonly string[] = [],
) => dependencyNames({ name: 'orders', dependsOn }, checks, fleetNames(fleet))

describe('the service that a check names', () => {
  it.each<{ format: string; check: string; expected: string | null }>([
    { format: 'Spring, a bean of its own', check: 'paymentService', expected: 'payment-service' },
    { format: 'Spring, of all names', check: 'discoveryComposite / discoveryClient', expected: null },
    { format: 'Spring, nested', check: 'dependencies / inventory', expected: 'inventory' },
    { format: 'Spring, below the service', check: 'db / us1', expected: 'db' },
    { format: 'ASP.NET, an entry', check: 'catalog-api-check', expected: 'catalog-api' },
    { format: 'ASP.NET, in words', check: 'Inventory API', expected: 'inventory' },
    { format: 'ASP.NET, in PascalCase', check: 'InventoryHealthCheck', expected: 'inventory' },
    { format: 'Go, with its protocol', check: 'http:inventory', expected: 'inventory' },
    { format: 'Go, by address', check: 'http://inventory:8080/healthz', expected: 'inventory' },
    { format: 'Go, heptiolabs', check: 'upstream-inventory', expected: 'inventory' },
    { format: 'health+json', check: 'inventory:responseTime', expected: 'inventory' },
    { format: 'Consul', check: "Service 'inventory' check", expected: 'inventory' },
    { format: 'Consul, by id', check: 'service:inventory', expected: 'inventory' },
    { format: 'MicroProfile', check: 'Inventory connection health check', expected: 'inventory' },
    { format: 'NestJS', check: 'user_sync', expected: null },
    { format: 'NestJS, a client', check: 'user_sync_client', expected: 'user-sync-service' },
    { format: 'in-house', check: 'oauth', expected: 'OAuth' },
    { format: 'in-house, capitals', check: 'HTTPInventory', expected: 'inventory' },
    { format: 'in-house, gRPC', check: 'grpc-oauth-client', expected: 'OAuth' },
    { format: 'the longest name that fits', check: 'catalogApiClient', expected: 'catalog-api' },
    { format: 'one that only one of two services is called', check: 'catalog', expected: 'catalog' },
    { format: 'the service itself', check: 'ordersApi', expected: null },
    { format: 'a name without letters', check: ' / : --', expected: null },
    { format: 'a part of a name', check: 'invent', expected: null },
    { format: 'more than a name', check: 'inventory-cache', expected: null },
  ])('$format: $check', ({ check, expected }) => {
    expect(needsOf([check])).toEqual(expected === null ? [] : [expected])
  })

  it.each(['db', 'disk', 'ping', 'redis', 'mail', 'config'])('%s only of one called just so', (check) => {
    expect(needsOf([check], [check, `${check}-service`, `${check}-api`])).toEqual([check])
    expect(needsOf([check], [`${check}-service`, `${check}-cache`, `my-${check}`])).toEqual([])
  })

  it('is none where it may be two', () => {
    expect(needsOf(['stock-client'], ['stock-api', 'stock-service'])).toEqual([])
    expect(needsOf(['stock-client'], ['stock-api'])).toEqual(['stock-api'])
    expect(needsOf(['userSync'], ['user-sync', 'usersync'])).toEqual([])
  })

  it('is not one called like a decoration, unless called just so', () => {
    const fleet = ['health', 'api', 'check']
    expect(needsOf(['health-check', 'api-client', 'http-api'], fleet)).toEqual([])
    expect(needsOf(['http-client'], ['api', '--'])).toEqual([])
    expect(needsOf(['health', 'API'], fleet)).toEqual(['health', 'api'])
  })
})

describe('what a service needs', () => {
  it('is what is declared, as it stands there, and then what its checks name, each once and never itself', () => {
    const declared = ['mainframe', 'db', 'orders', 'Mainframe']
    expect(needsOf(['inventory', 'db', 'inventory-client', 'orders'], SHOP, declared)).toEqual([
      'mainframe',
      'db',
      'Mainframe',
      'inventory',
    ])
  })

  it('is only of the fleet, whatever checks are called', () => {
    const odd = fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z:/_ -]{0,30}$/))
    fc.assert(
      fc.property(fc.array(odd), fc.array(odd), (checks, fleet) => {
        const names = new Set(fleet)
        for (const name of needsOf(checks, fleet)) expect(names.has(name)).toBe(true)
      }),
    )
  })
})
