import { describe, expect, it } from 'vitest'
import type { FleetIssue } from './fleetIssue.ts'
import { parseFleet } from './parseFleet.ts'

const SERVICES = [{ name: 'orders', url: 'http://orders', team: 'shop' }]

const faults = (json: object): readonly FleetIssue[] => {
  const parsed = parseFleet({ services: SERVICES, ...json })
  return parsed.ok ? [] : parsed.error
}

const hypercare = (more: object) => ({
  hypercare: [{ service: 'orders', from: '2026-11-16', to: '2026-11-20', reason: 'go-live', ...more }],
})

const rows: readonly { name: string; tickets: unknown; path: string; says: string }[] = [
  { name: 'a board that is no token', tickets: { board: 'a.b' }, path: 'board', says: '1 to 32 letters' },
  { name: 'a flag in words', tickets: { automatic: 'no' }, path: 'automatic', says: 'without quotes' },
  { name: 'an unknown key', tickets: { peple: [] }, path: 'peple', says: 'Did you mean "people"?' },
  {
    name: 'NATS without a URL',
    tickets: { nats: {} },
    path: 'nats.url',
    says: 'Add it. Write for example "url": "wss',
  },
  {
    name: 'NATS on its own port',
    tickets: { nats: { url: 'nats://n' } },
    path: 'nats.url',
    says: 'a ws or wss URL',
  },
  {
    name: 'a password for NATS',
    tickets: { nats: { url: 'wss://me:secret@n' } },
    path: 'nats.url',
    says: 'without user name',
  },
  {
    name: 'somebody twice',
    tickets: { people: ['Anna', { name: 'Ben', aliases: ['anna'] }] },
    path: 'people[1].aliases[0]',
    says: 'also at tickets.people[0]',
  },
  { name: 'a person who is a number', tickets: { people: [7] }, path: 'people[0]', says: 'aliases' },
  {
    name: 'a closer watch on nothing',
    tickets: hypercare({ service: undefined }),
    path: 'hypercare[0].service',
    says: 'either a service or a team',
  },
  {
    name: 'a closer watch on both',
    tickets: hypercare({ team: 'shop' }),
    path: 'hypercare[0].service',
    says: 'either a service or a team',
  },
  {
    name: 'a closer watch on a service that there is not',
    tickets: hypercare({ service: 'order' }),
    path: 'hypercare[0].service',
    says: 'Did you mean "orders"?',
  },
  {
    name: 'a closer watch on a team that there is not',
    tickets: hypercare({ service: undefined, team: 'stop' }),
    path: 'hypercare[0].team',
    says: 'Did you mean "shop"?',
  },
  {
    name: 'a closer watch that ends before it begins',
    tickets: hypercare({ to: '2026-11-15' }),
    path: 'hypercare[0].to',
    says: 'later than its beginning',
  },
  {
    name: 'a closer watch for no reason',
    tickets: hypercare({ reason: ' ' }),
    path: 'hypercare[0].reason',
    says: 'why, in 1 to 200',
  },
  {
    name: 'a closer watch from no day that there is',
    tickets: hypercare({ from: '2026-11-31' }),
    path: 'hypercare[0].from',
    says: 'that exists',
  },
]

describe('of tickets is refused', () => {
  it.each(rows)('$name', ({ tickets, path, says }) => {
    const found = faults({ tickets })
    expect(found.map((fault) => fault.path)).toEqual([`tickets.${path}`])
    expect(`${found[0]?.expected} ${found[0]?.repair}`).toContain(says)
  })

  it.each([
    {
      name: 'a service in maintenance backwards',
      json: {
        services: [
          {
            name: 'a',
            url: 'http://a',
            tickets: {
              maintenance: [{ from: '2026-11-16T10:00Z', to: '2026-11-16T11:00+01:00', reason: 'x' }],
            },
          },
        ],
      },
      path: 'services[0].tickets.maintenance[0].to',
      says: 'later than its beginning',
    },
    {
      name: 'a priority of a service as a number',
      json: { services: [{ name: 'a', url: 'http://a', tickets: { priority: 1 } }] },
      path: 'services[0].tickets.priority',
      says: '"P1"',
    },
  ])('$name', ({ json, path, says }) => {
    const found = faults(json)
    expect(found.map((fault) => fault.path)).toEqual([path])
    expect(`${found[0]?.expected} ${found[0]?.repair}`).toContain(says)
  })

  it('everything at once, in the order of the file', () => {
    const found = faults({
      tickets: {
        people: ['Anna', 'Anna'],
        board: '?',
        sla: { P1: { restore: '9h' } },
        hypercare: [{ team: 'x', from: '2026-11-16' }],
      },
      rota: { from: 'x', people: ['Anna'] },
    })
    expect(found.map(({ path }) => path)).toEqual([
      'tickets.people[1]',
      'tickets.board',
      'tickets.sla.P1.restore',
      'tickets.hypercare[0].to',
      'tickets.hypercare[0].reason',
      'rota.from',
    ])
  })
})
