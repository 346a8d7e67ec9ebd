import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '#src/domain/sla/defaultPolicy.ts'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import type { Fleet } from './fleet.ts'
import { parseFleet } from './parseFleet.ts'

const ZONE = 'Europe/Paris'

const good = (tickets: unknown, more: object = {}): Fleet => {
  const parsed = parseFleet({ tickets, services: [], ...more }, ZONE)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

const at = (text: string): number => Date.parse(text)

describe('tickets of a fleet file', () => {
  it('are the usual ones where it says nothing of them', () => {
    expect(good(undefined).tickets).toEqual({
      board: 'run',
      nats: null,
      policy: defaultPolicy(ZONE),
      automatic: true,
      openAfter: { 1: minutes(1), 2: minutes(2), 3: minutes(5), 4: minutes(10), 5: minutes(15) },
      projects: [],
      people: [],
      hypercare: [],
    })
  })

  it('go by the zone of the mornings before that of the viewer', () => {
    const { policy } = good({}, { morning: { timeZone: 'Asia/Tokyo' } }).tickets
    expect(policy).toEqual(defaultPolicy('Asia/Tokyo'))
  })

  it('are opened, kept and shared as it says', () => {
    const { tickets } = good({
      board: 'payments',
      automatic: false,
      openAfter: { P3: '1h' },
      projects: ['Apollo', 'Apollo'],
      people: ['Anna', { name: 'Ben', aliases: ['b.k'] }, { name: 'Zoë' }],
      nats: { url: 'wss://nats.example/board' },
      pauseP1: true,
      resolveAfter: '10m',
      reopenWithin: '1h',
    })
    expect(tickets).toMatchObject({
      board: 'payments',
      nats: { url: 'wss://nats.example/board', stream: 'TICKETS_payments' },
      automatic: false,
      openAfter: { 2: minutes(2), 3: hours(1) },
      projects: ['Apollo'],
      people: [
        { name: 'Anna', aliases: [] },
        { name: 'Ben', aliases: ['b.k'] },
        { name: 'Zoë', aliases: [] },
      ],
      policy: { pausesP1: true, resolveDelay: minutes(10), reopenWindow: hours(1) },
    })
  })

  it.each([
    {
      name: 'a target of its own, at risk after the usual share',
      sla: { P1: { restore: '2h' } },
      priority: 1,
      expected: { acknowledge: minutes(15), restore: hours(2), restoreAtRisk: hours(1), calendar: null },
    },
    {
      name: 'what is at risk in its own words',
      sla: { P2: { atRisk: '1h' } },
      priority: 2,
      expected: { acknowledge: minutes(30), restore: hours(8), restoreAtRisk: hours(1), calendar: null },
    },
    {
      name: 'working days as long as the calendar has them',
      sla: { P4: { calendar: 'shifts', restore: '4bd' } },
      priority: 4,
      expected: {
        acknowledge: hours(16),
        restore: hours(64),
        restoreAtRisk: hours(51.2),
        calendar: 'shifts',
      },
    },
    {
      name: 'days of 24 hours by day and night',
      sla: { P5: { calendar: 'always' } },
      priority: 5,
      expected: { acknowledge: days(2), restore: days(10), restoreAtRisk: days(8), calendar: null },
    },
    {
      name: 'the default days of eight hours',
      sla: {},
      priority: 3,
      expected: {
        acknowledge: hours(2),
        restore: hours(24),
        restoreAtRisk: hours(19.2),
        calendar: 'business',
      },
    },
  ] as const)('promise $name', ({ sla, priority, expected }) => {
    const calendars = {
      business: { from: '08:00', to: '16:00' },
      shifts: {
        timeZone: 'UTC',
        hours: [
          { days: ['mon', 'tue'], from: '06:00', to: '14:00' },
          // What two windows share counts once.
          { days: ['tue'], from: '12:00', to: '22:00' },
        ],
      },
    }
    expect(good({ sla, calendars }).tickets.policy.targets[priority]).toEqual(expected)
  })

  it('know calendars with their hours and holidays', () => {
    const calendars = {
      late: { days: ['sun'], from: '22:00', to: '24:00', timeZone: 'UTC', holidays: ['2028-02-29'] },
    }
    expect(good({ calendars }).tickets.policy.calendars).toEqual({
      ...defaultPolicy(ZONE).calendars,
      late: {
        timeZone: 'UTC',
        hours: [{ days: [6], from: hours(22), to: hours(24) }],
        holidays: ['2028-02-29'],
      },
    })
  })

  it.each([
    ['a day alone with all its hours', '2026-10-25', '2026-10-25', '2026-10-24T22:00Z', '2026-10-25T23:00Z'],
    ['local times', '2026-11-16T09:00', '2026-11-16T18:00', '2026-11-16T08:00Z', '2026-11-16T17:00Z'],
    ['an offset', '2026-11-16T09:00Z', '2026-11-16T18:00-05:00', '2026-11-16T09:00Z', '2026-11-16T23:00Z'],
  ])('mean %s in spans', (_, from, to, begins, ends) => {
    const { tickets, services } = good(
      { hypercare: [{ team: 'shop', from, to, reason: 'go-live' }] },
      {
        services: [
          {
            name: 'a',
            url: 'http://a',
            team: 'shop',
            tickets: { automatic: false, priority: 'P2', maintenance: [{ from, to, reason: 'move' }] },
          },
        ],
      },
    )
    const span = { from: at(begins), to: at(ends) }
    expect(tickets.hypercare).toEqual([{ service: null, team: 'shop', ...span, reason: 'go-live' }])
    expect(services[0]?.tickets).toEqual({
      automatic: false,
      project: 'shop',
      priority: 2,
      maintenance: [{ ...span, reason: 'move' }],
    })
  })

  it('of a service belong to the project it names', () => {
    const services = [{ name: 'a', url: 'http://a', team: 'shop', tickets: { project: 'Apollo' } }]
    expect(good({}, { services }).services[0]?.tickets.project).toBe('Apollo')
  })
})
