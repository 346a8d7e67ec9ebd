import { expect, it } from 'vitest'
import { loggedMark, signedOff } from '#src/domain/check/testing/checkEvents.ts'
import { NOW } from '#src/domain/ticket/testing/events.ts'
import { minutes } from '#src/domain/time/units.ts'
import { fleetOf } from '#src/domain/watch/testing/fleetOf.ts'
import { createWatch } from '#src/domain/watch/watch.ts'
import type { AlertSource } from '#src/engine/sources/alertmanager/alertSource.ts'
import { alertmanagerSource } from '#src/engine/sources/alertmanager/alertmanagerSource.ts'
import { handPorts } from '#src/engine/testing/handPorts.ts'
import { embeddedLog } from '#src/engine/ticketLog/embeddedLog.ts'
import { boardView } from './boardView.ts'
import { checkLogOf } from './checkLogOf.ts'
import { shelf } from './shelf.ts'

function rigOf(told: ReturnType<AlertSource['silences']> = null, file: object = {}) {
  const ports = handPorts()
  const fleet = fleetOf({ orders: 1 }, file)
  const log = {
    ...embeddedLog({ store: null, hints: null, name: 'log' }, () => undefined),
    check: async () => [],
  }
  const at = shelf(log, fleet.tickets, ports, () => undefined)
  const idle = alertmanagerSource(
    { fleet: () => fleet, fleetUrl: 'http://x/', authorization: () => null },
    ports,
  )
  const alerts = { ...idle, silences: () => told }
  const sources = { shelf: at, view: boardView(), watch: createWatch(fleet), alerts }
  return { at, told: () => checkLogOf(sources, NOW, NOW) }
}

it('tells two hundred sign-offs, and the marks of the newest of them', () => {
  const { at, told } = rigOf()
  const marks = Array.from({ length: 30 }, (_, i) => loggedMark({ item: `s/${i}` }))
  const signed = (i: number) => signedOff(i < 80 ? { marks } : {}, { id: `s${i}`, at: NOW - minutes(i) })
  at.take(Array.from({ length: 1250 }, (_, i) => signed(i)))
  const { signOffs, calendar } = told()
  expect(signOffs).toHaveLength(200)
  expect(signOffs[0]?.id).toBe('s0')
  expect(signOffs.filter((one) => one.marks.length > 0)).toHaveLength(20)
  expect(calendar.days.reduce((sum, { count }) => sum + count, 0)).toBe(1250)
})

const AM = { sources: { alertmanager: { url: 'http://am' } } }
const HELD = {
  id: 's',
  comment: 'ACK!',
  createdBy: 'anna',
  startsAt: 0,
  endsAt: NOW + 1,
  matchers: [{ name: 'service', value: 'orders', isRegex: false, isEqual: true }],
}

it.each([
  { name: 'none without an Alertmanager', told: null, file: {}, silences: { kind: 'none' } },
  {
    name: 'not known',
    told: { asOf: null, why: 'refused the connection', silences: [HELD] },
    file: AM,
    silences: { kind: 'unknown', why: 'refused the connection' },
  },
  {
    name: 'none held, and that is known',
    told: { asOf: 5, why: '', silences: [] },
    file: AM,
    silences: { kind: 'known', asOf: 5, silences: [] },
  },
  {
    name: 'those that hold',
    told: { asOf: 5, why: '', silences: [HELD] },
    file: AM,
    silences: { kind: 'known', asOf: 5, silences: [expect.objectContaining({ service: 'orders' })] },
  },
])('silences: $name', ({ told, file, silences }) => {
  expect(rigOf(told, file).told().silences).toEqual(silences)
})

it('goes by the mornings of the fleet and by the holidays of its business calendar', () => {
  const { told } = rigOf(null, {
    morning: { at: '07:30', timeZone: 'Asia/Tokyo', days: ['sun'] },
    tickets: { calendars: { business: { holidays: ['2026-11-22'] } } },
  })
  expect(told().calendar).toMatchObject({
    mornings: { at: minutes(450), timeZone: 'Asia/Tokyo', days: [6] },
    holidays: ['2026-11-22'],
  })
})
