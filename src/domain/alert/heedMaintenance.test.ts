import { expect, it } from 'vitest'
import { alertOf } from '#src/domain/ticket/testing/autoBoard.ts'
import { after } from '#src/domain/ticket/testing/events.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import type { Alarm } from './alarm.ts'
import { heedMaintenance } from './heedMaintenance.ts'

const plain = fleetOf({ orders: 1, db: 1 })
const span = (from: number, to: number) => ({ from: after(from), to: after(to), reason: 'upgrade' })
/** From 30 to 60 and, agreed on beforehand, on until 90. */
const services = plain.services.map((service) => ({
  ...service,
  tickets: {
    ...service.tickets,
    maintenance: service.name === 'orders' ? [span(60, 90), span(30, 60)] : [],
  },
}))

const past = (from: number, to: number): Alarm =>
  alertOf('orders', to, { state: 'clear', began: after(from) })

it.each<{ name: string; alarm: Alarm; at: number; expected: object }>([
  {
    name: 'fires before it',
    alarm: alertOf('orders', 20),
    at: 29,
    expected: { state: 'firing', since: after(20) },
  },
  { name: 'fires in it', alarm: alertOf('orders', 20), at: 30, expected: { state: 'unknown' } },
  {
    name: 'is well in it',
    alarm: alertOf('orders', 40, { state: 'clear' }),
    at: 45,
    expected: { state: 'clear', since: after(40) },
  },
  {
    name: 'still fires after it, since before',
    alarm: alertOf('orders', 20),
    at: 90,
    expected: { state: 'firing', since: after(20) },
  },
  {
    name: 'still fires after it, since then',
    alarm: alertOf('orders', 40),
    at: 95,
    expected: { state: 'firing', since: after(90), detectedAt: after(90) },
  },
  {
    name: 'of another service',
    alarm: alertOf('db', 40),
    at: 45,
    expected: { state: 'firing', since: after(40) },
  },
  {
    name: 'of no service',
    alarm: alertOf('x', 40, { service: null }),
    at: 45,
    expected: { state: 'firing' },
  },
  { name: 'was over before it', alarm: past(10, 20), at: 100, expected: { began: after(10) } },
  {
    name: 'was over after it',
    alarm: past(40, 95),
    at: 100,
    expected: { began: after(90), since: after(95) },
  },
  { name: 'was over in it', alarm: past(40, 50), at: 100, expected: { began: after(90), since: after(50) } },
])('what $name', ({ alarm, at, expected }) => {
  expect(heedMaintenance([alarm], { services }, after(at))).toMatchObject([expected])
})

it('changes nothing where nothing was agreed on', () => {
  const alarms = [alertOf('orders', 40)]
  expect(heedMaintenance(alarms, plain, after(45))).toBe(alarms)
})
