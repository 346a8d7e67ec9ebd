import { describe, expect, it } from 'vitest'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { NOW, reasonOf } from '#src/domain/wording/testing/reasonOf.ts'
import { sparkOf } from '#src/domain/wording/testing/sparkOf.ts'
import { type AlarmContext, alarmsOfRows } from './alarmsOfRows.ts'

const FLEET = fleetOf(
  { orders: { pods: 2, tier: 1, team: 'shop' }, db: 1 },
  { morning: { at: '09:00', timeZone: 'Europe/Paris' } },
)
const refused = { kind: 'unreachable', by: 'browser', detail: null } as const
const SINCE = NOW - minutes(5)

const failing = (since = SINCE, light: Light = 'red'): Reason => ({
  ...reasonOf('failing', 2, { 'orders-1': { failure: refused }, 'orders-2': { failure: refused } }),
  since,
  light,
})

/** What is said of tickets: of a kind that no alarm may come of. */
const ofTicket = (light: Light): Reason => ({
  ...reasonOf('ticket', 2, {}),
  light,
  since: NOW - hours(1),
})

function rowOf(own: Partial<ServiceRow> = {}): ServiceRow {
  const light = own.light ?? 'red'
  return {
    name: 'orders',
    team: 'shop',
    tier: 1,
    light,
    since: SINCE + seconds(10),
    lastKnown: null,
    reasons: light === 'green' ? [] : [failing(SINCE, light)],
    pods: ['orders-1', 'orders-2'].map((name) => ({ name, light, observedAt: NOW, version: '1.4' })),
    version: '1.4',
    observedAt: NOW,
    spark: null,
    links: { runbook: 'https://wiki/orders', dashboard: null, logs: '/logs', channel: null },
    ...own,
  }
}

function alarm(own: Partial<ServiceRow> = {}, fleet: Fleet = FLEET, context: AlarmContext = {}) {
  const [only] = alarmsOfRows([rowOf(own)], fleet, NOW, context)
  if (only === undefined) throw new Error('a service has an alarm')
  return only
}

const withTickets = (tickets: object): Fleet => ({
  ...FLEET,
  services: FLEET.services.map((one) => ({ ...one, tickets: { ...one.tickets, ...tickets } })),
})
const maintenance = (from: number, to: number) =>
  withTickets({ maintenance: [{ from, to, reason: 'upgrade' }] })

describe('the alarm of a service', () => {
  it('says what is wrong, how urgent it is and why, and keeps what was seen', () => {
    const found = alarm({ spark: sparkOf({ values: Float32Array.of(NaN, 1.23456, 2) }) })
    expect(found).toMatchObject({
      key: 'check|orders',
      source: 'check',
      state: 'firing',
      service: 'orders',
      project: 'shop',
      title: 'orders: 2 of 2 pods do not answer: refused or DNS error',
      description: '2 of 2 pods do not answer: refused or DNS error since 08:55',
      priority: 1,
      why: 'tier 1, both pods are out',
      since: SINCE,
      detectedAt: SINCE + seconds(10),
      delay: minutes(1),
      root: null,
      links: [{ label: 'runbook', url: 'https://wiki/orders' }],
      automatic: true,
    })
    expect(found.evidence).toMatchObject({ light: 'red', at: NOW, pods: '2 of 2 pods red', version: '1.4' })
    expect(found.evidence?.lines[0]?.values).toEqual([null, 1.235, 2])
  })

  it.each<{ name: string; row: Partial<ServiceRow>; fleet?: Fleet; state: string; since: number }>([
    { name: 'red', row: {}, state: 'firing', since: SINCE },
    { name: 'orange', row: { light: 'orange' }, state: 'clear', since: SINCE + seconds(10) },
    { name: 'green', row: { light: 'green' }, state: 'clear', since: SINCE + seconds(10) },
    { name: 'grey', row: { light: 'unknown' }, state: 'unknown', since: SINCE + seconds(10) },
    {
      name: 'red by its ticket alone: well, as of now',
      row: { reasons: [ofTicket('red')], pods: [] },
      state: 'clear',
      since: NOW,
    },
    {
      name: 'red by its ticket, orange by itself',
      row: { reasons: [ofTicket('red'), failing(SINCE, 'orange')] },
      state: 'clear',
      since: NOW,
    },
    {
      name: 'red by its ticket, with pods that nobody sees',
      row: {
        reasons: [ofTicket('red')],
        pods: [{ name: 'orders-1', light: 'unknown', observedAt: null, version: null }],
      },
      state: 'unknown',
      since: NOW,
    },
    {
      name: 'red by both',
      row: { reasons: [failing(), ofTicket('red')] },
      state: 'firing',
      since: NOW - minutes(1),
    },
    {
      name: 'red after hours of orange: it failed as it turned red',
      row: { reasons: [failing(NOW - hours(6))] },
      state: 'firing',
      since: SINCE + seconds(10) - minutes(1),
    },
    {
      name: 'red within its maintenance',
      row: {},
      fleet: maintenance(NOW, NOW + 1),
      state: 'unknown',
      since: SINCE + seconds(10),
    },
    {
      name: 'red after its maintenance',
      row: {},
      fleet: maintenance(NOW - 1, NOW),
      state: 'firing',
      since: SINCE,
    },
    {
      name: 'green within its maintenance',
      row: { light: 'green' },
      fleet: maintenance(NOW, NOW + 1),
      state: 'clear',
      since: SINCE + seconds(10),
    },
  ])('$name', ({ row, fleet, state, since }) => {
    expect(alarm(row, fleet)).toMatchObject({ state, since })
  })

  it('of a row that tickets colour is as old as is remembered of its own light', () => {
    const at = NOW - minutes(3)
    const green = { reasons: [ofTicket('red')], pods: [] }
    const red = { reasons: [failing(NOW - hours(6)), ofTicket('red')] }
    const remembered = (light: Light) => ({ remembered: () => ({ at, light }) })
    expect(alarm(green, FLEET, remembered('green'))).toMatchObject({ since: at, detectedAt: at })
    expect(alarm(green, FLEET, remembered('red'))).toMatchObject({ since: NOW, detectedAt: NOW })
    const began = at - minutes(1)
    expect(alarm(red, FLEET, remembered('red'))).toMatchObject({ since: began, detectedAt: at })
  })

  it('names the alarm of the suspected root', () => {
    expect(alarm({ cascade: { root: 'db', via: ['db'], affected: [] } }).root).toBe('check|db')
  })

  it('is the project’s before the team’s, and switched off by service or fleet', () => {
    expect(alarm({}, withTickets({ project: 'checkout' })).project).toBe('checkout')
    expect(alarm({}, withTickets({ automatic: false })).automatic).toBe(false)
    expect(alarm({}, { ...FLEET, tickets: { ...FLEET.tickets, automatic: false } }).automatic).toBe(false)
  })

  it('is told by a shared clock', () => {
    const found = alarm({}, FLEET, { offset: minutes(7) })
    expect(found.since).toBe(SINCE + minutes(7))
    expect(found.detectedAt).toBe(SINCE + seconds(10) + minutes(7))
    expect(found.evidence?.at).toBe(NOW + minutes(7))
  })

  it('is of no row that is no service of the fleet', () => {
    expect(alarmsOfRows([rowOf({ name: 'gone' })], FLEET, NOW)).toEqual([])
  })

  it('keeps no more than 80 points of a line, whatever its length', () => {
    for (const length of [1, 80, 81, 2000]) {
      const values = Float32Array.from({ length }, (_, i) => i)
      const line = alarm({ spark: sparkOf({ values, step: seconds(10) }) }).evidence?.lines[0]
      const [kept, step] = [line?.values.length ?? 0, line?.step ?? 0]
      expect(kept).toBeLessThanOrEqual(80)
      expect(kept * step).toBeGreaterThanOrEqual(length * seconds(10))
      expect((kept - 1) * step).toBeLessThan(length * seconds(10))
    }
  })
})
