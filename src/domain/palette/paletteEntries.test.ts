import { describe, expect, it } from 'vitest'
import { findEntries } from './findEntries.ts'
import { indexEntries, type PaletteEntry } from './paletteEntry.ts'
import { type FoundService, type FoundTicket, paletteEntries } from './paletteEntries.ts'

const pod = (name: string) => ({ name, light: 'green', observedAt: 0, version: '1.4.0' }) as const

const ORDERS: FoundService = {
  name: 'orders',
  team: 'shop',
  tier: 1,
  light: 'orange',
  pods: [pod('orders-1'), { ...pod('orders-2'), light: 'red', version: null }],
  spark: { signal: 'memory', pod: 'orders-2' },
}
/** Names may contain whatever a path or a key is made of. */
const ODD: FoundService = {
  ...ORDERS,
  name: 'a/b "c"?',
  pods: [pod('x/1')],
  spark: null,
  team: null,
  tier: null,
}

const TICKET: FoundTicket = {
  code: 'T-0A7QK',
  title: 'orders does not answer',
  priority: 1,
  state: 'acknowledged',
  service: 'orders',
  project: null,
  assignee: 'Anna',
}

const entries = (path = '/', tickets: readonly FoundTicket[] = [TICKET]): readonly PaletteEntry[] =>
  paletteEntries({
    rows: new Map([ORDERS, ODD].map((row) => [row.name, row])),
    tickets: new Map(tickets.map((row) => [row.code, row])),
    rules: [['drift', 'Drifting towards a limit']],
    actions: [['dark', 'Dark theme']],
    path,
  })

const named = (name: string, path = '/'): PaletteEntry | undefined =>
  entries(path).find((entry) => entry.name === name)

describe('paletteEntries', () => {
  it.each([
    { name: 'orders', about: 'shop, tier 1, 2 pods', light: 'orange', way: { path: '/s/orders' } },
    { name: 'orders-2', about: 'of orders', light: 'red', way: { path: '/s/orders/p/orders-2' } },
    { name: 'orders-1', about: 'of orders, 1.4.0', way: { path: '/s/orders/p/orders-1' } },
    { name: 'a/b "c"?', about: '1 pod', way: { path: '/s/a%2Fb%20%22c%22%3F' } },
    { name: 'x/1', way: { path: '/s/a%2Fb%20%22c%22%3F/p/x%2F1' } },
    {
      name: 'T-0A7QK orders does not answer',
      about: 'P1, acknowledged, orders, Anna',
      light: null,
      way: { path: '/t/T-0A7QK' },
      isPast: false,
    },
    {
      name: 'memory of orders-2',
      way: { path: '/s/orders/p/orders-2', params: { layer: 'resources', signal: 'memory' } },
    },
    { name: 'Drifting towards a limit', way: { path: '/rules', params: { rule: 'drift' } } },
    { name: 'Dark theme', way: null },
    { name: 'Week', way: { path: '/check', params: { view: 'week' } } },
    { name: 'Incident board', way: { path: '/board' } },
  ])('has $name, and where it leads', ({ name, ...expected }) => {
    expect(named(name)).toMatchObject(expected)
  })

  it('has keys of their own', () => {
    for (const path of ['/', '/s/orders', '/s/orders/p/orders-2']) {
      const keys = entries(path).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('has all signals of the pod or service that is looked at', () => {
    expect(named('CPU of orders-1')).toBeUndefined()
    expect(named('CPU of orders-1', '/s/orders/p/orders-1')?.way).toEqual({
      path: '/s/orders/p/orders-1',
      params: { layer: 'resources', signal: 'cpu' },
    })
    expect(named('CPU of orders', '/s/orders')?.way).toEqual({
      path: '/s/orders',
      params: { signal: 'cpu' },
    })
    expect(named('CPU of gone', '/s/gone')).toBeUndefined()
  })

  it('marks what is over', () => {
    const row = entries('/', [{ ...TICKET, state: 'resolved' }]).find(({ kind }) => kind === 'ticket')
    expect(row).toMatchObject({ isPast: true, about: 'P1, resolved, orders, Anna' })
  })
})

describe('a large fleet', () => {
  const rows = Array.from({ length: 200 }, (_, s): FoundService => {
    const name = `service-${s}-of-team-${s % 9}`
    const pods = Array.from({ length: 5 }, (_, p) => pod(`${name}-${p}`))
    return { ...ORDERS, name, pods, spark: { signal: 'memory', pod: `${name}-0` } }
  })
  const tickets = Array.from({ length: 500 }, (_, t): FoundTicket => ({ ...TICKET, code: `T-${10_000 + t}` }))

  it('has an entry for each pod and ticket, and finds one among them', () => {
    const index = indexEntries(
      paletteEntries({
        rows: new Map(rows.map((row) => [row.name, row])),
        tickets: new Map(tickets.map((row) => [row.code, row])),
        rules: [],
        actions: [],
        path: '/',
      }),
    )
    expect(index.length).toBeGreaterThan(1700)
    expect(findEntries(index, 'service-17-of', [])[0]?.name).toBe('service-17-of-team-8')
    expect(findEntries(index, '10321', [])[0]?.name).toContain('T-10321')
    expect(findEntries(index, 's', [])).toHaveLength(30)
  })
})
