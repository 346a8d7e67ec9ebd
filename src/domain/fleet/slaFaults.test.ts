import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '#src/domain/sla/defaultPolicy.ts'
import { parseFleet } from './parseFleet.ts'

const rows: readonly { name: string; tickets: unknown; path: string; says: string }[] = [
  {
    name: 'a priority that there is not',
    tickets: { sla: { P6: {} } },
    path: 'sla.P6',
    says: 'Did you mean "P1"?',
  },
  { name: 'no target', tickets: { sla: { P1: { restore: '4' } } }, path: 'sla.P1.restore', says: '"4h"' },
  {
    name: 'more to acknowledge than to restore',
    tickets: { sla: { P1: { acknowledge: '5h' } } },
    path: 'sla.P1.acknowledge',
    says: 'Shorten acknowledge',
  },
  {
    name: 'less to restore than to acknowledge by default',
    tickets: { sla: { P1: { restore: '10m' } } },
    path: 'sla.P1.restore',
    says: 'not shorter than that to acknowledge',
  },
  {
    name: 'at risk after it is breached',
    tickets: { sla: { P1: { atRisk: '4h1m' } } },
    path: 'sla.P1.atRisk',
    says: 'within that to restore',
  },
  {
    name: 'more time for what is more urgent',
    tickets: { sla: { P1: { restore: '9h' } } },
    path: 'sla.P1.restore',
    says: 'no longer than that of P2: what is more urgent is restored sooner',
  },
  {
    name: 'less time for what is less urgent',
    tickets: { sla: { P4: { acknowledge: '1h' } } },
    path: 'sla.P4.acknowledge',
    says: 'no shorter than that of P3: what is more urgent is acknowledged sooner',
  },
  {
    name: 'the same over one that goes by another calendar',
    tickets: { sla: { P2: { calendar: 'business' }, P3: { calendar: 'always', acknowledge: '10m' } } },
    path: 'sla.P3.acknowledge',
    says: 'that of P1',
  },
  {
    name: 'days of 24 hours in working time',
    tickets: { sla: { P3: { restore: '3d' } } },
    path: 'sla.P3.restore',
    says: '"3bd"',
  },
  {
    name: 'a calendar that there is not',
    tickets: { sla: { P3: { calendar: 'busines' } } },
    path: 'sla.P3.calendar',
    says: 'Did you mean "business"?',
  },
  {
    name: 'a calendar that objects have by nature',
    tickets: { sla: { P3: { calendar: 'constructor' } } },
    path: 'sla.P3.calendar',
    says: 'one of always, business',
  },
  {
    name: 'an unknown key of a calendar',
    tickets: { calendars: { shop: { dyas: [] } } },
    path: 'calendars.shop.dyas',
    says: 'Did you mean "days"?',
  },
  {
    name: 'a calendar without a day',
    tickets: { calendars: { shop: { days: [] } } },
    path: 'calendars.shop.days',
    says: 'some hours of work',
  },
  {
    name: 'a calendar without hours',
    tickets: { calendars: { shop: { hours: [] } } },
    path: 'calendars.shop.hours',
    says: 'some hours of work',
  },
  {
    name: 'a calendar that works backwards',
    tickets: { calendars: { shop: { from: '18:00' } } },
    path: 'calendars.shop.from',
    says: 'two hours: until "24:00"',
  },
  {
    name: 'hours that go past midnight',
    tickets: { calendars: { shop: { hours: [{ days: ['mon'], from: '22:00', to: '06:00' }] } } },
    path: 'calendars.shop.hours[0].to',
    says: 'two hours: until "24:00"',
  },
  {
    name: 'hours told twice',
    tickets: {
      calendars: { shop: { from: '08:00', hours: [{ days: ['mon'], from: '08:00', to: '09:00' }] } },
    },
    path: 'calendars.shop.hours',
    says: 'either hours, or days',
  },
  {
    name: 'a calendar called as day and night',
    tickets: { calendars: { always: {} } },
    path: 'calendars.always',
    says: 'Rename',
  },
  {
    name: 'a calendar in a zone that there is not',
    tickets: { calendars: { shop: { timeZone: 'Europe/Atlantis' } } },
    path: 'calendars.shop.timeZone',
    says: 'Europe/Paris',
  },
  {
    name: 'a holiday that there is not',
    tickets: { calendars: { shop: { holidays: ['2026-02-29'] } } },
    path: 'calendars.shop.holidays[0]',
    says: 'a date that exists',
  },
]

const maybe = <T>(...values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })

describe('of targets and calendars is refused', () => {
  it.each(rows)('$name', ({ tickets, path, says }) => {
    const fleet = parseFleet({ tickets, services: [] })
    const issues = fleet.ok ? [] : fleet.error
    expect(issues.map((issue) => issue.path)).toEqual([`tickets.${path}`])
    expect(`${issues[0]?.expected} ${issues[0]?.repair}`).toContain(says)
  })

  it('nothing that could not be judged afterwards: what is taken has targets in order', () => {
    const target = fc.record({
      acknowledge: maybe('30m', '1h', '1bd'),
      restore: maybe('2h', '8h', '3bd', '4d'),
      atRisk: maybe('1h', '1bd'),
      calendar: maybe('always', 'business', 'shifts', 'toString'),
    })
    const calendar = fc.record({
      days: maybe(['mon'], ['sat', 'sun'], []),
      from: maybe('00:00', '12:00'),
      to: maybe('12:00', '24:00'),
    })
    const sla = fc
      .tuple(fc.constantFrom('P1', 'P3', 'P5'), target)
      .map(([priority, its]) => ({ [priority]: its }))
    const calendars = fc.dictionary(fc.constantFrom('business', 'shifts', 'toString'), calendar, {
      maxKeys: 2,
    })
    fc.assert(
      fc.property(sla, calendars, (targets, named) => {
        const fleet = parseFleet({ tickets: { sla: targets, calendars: named }, services: [] })
        expect(fleet.ok || fleet.error.length > 0).toBe(true)
        const policy = fleet.ok ? fleet.value.tickets.policy : defaultPolicy('UTC')
        for (const { acknowledge, restore, restoreAtRisk, calendar: its } of Object.values(policy.targets)) {
          expect(acknowledge).toBeLessThanOrEqual(restore)
          expect(restoreAtRisk).toBeLessThanOrEqual(restore)
          expect(its === null || Object.hasOwn(policy.calendars, its)).toBe(true)
        }
      }),
    )
  })
})
