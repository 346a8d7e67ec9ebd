import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import type { TicketMention } from '#src/domain/verdict/ticketMention.ts'
import { noteTickets } from './noteTickets.ts'
import { healthOk } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { createWatch, digestChanges, observe, type Watch } from './watch.ts'

const START = 8 * 3_600_000

const LATE: TicketMention = {
  code: 'T-4KQ2M',
  priority: 2,
  trouble: 'breached',
  clock: 'trs',
  since: START,
  due: START,
}

const TOTALS = { open: 1, unacknowledged: 0, breached: 1, atRisk: 0, nextDue: null, light: 'green' } as const

/** A service and another, both well. */
function wellWatch(): Watch {
  const watch = createWatch(fleetOf({ orders: 1, stock: 1 }))
  for (const at of [START, START + seconds(5)]) {
    for (const pod of ['orders-1', 'stock-1']) observe(watch, healthOk(pod, at), at)
    digestChanges(watch, at)
  }
  return watch
}

const now = START + seconds(6)

describe('tickets in the digest', () => {
  it('make the row of their service red, say why, and are gone with the ticket', () => {
    const watch = wellWatch()
    noteTickets(watch, new Map([['orders', [LATE]]]), TOTALS)
    const { rows, strip } = digestChanges(watch, now)
    expect(rows.map(({ name, light, reasons }) => [name, light, reasons.map(({ kind }) => kind)])).toEqual([
      ['orders', 'red', ['ticket']],
    ])
    expect([strip.light, strip.tickets]).toEqual(['red', TOTALS])
    noteTickets(watch, new Map(), null)
    expect(digestChanges(watch, now + 1).rows.map(({ light }) => light)).toEqual(['green'])
  })

  it('say nothing anew where nothing changed', () => {
    const watch = wellWatch()
    noteTickets(watch, new Map([['orders', [LATE]]]), TOTALS)
    digestChanges(watch, now)
    noteTickets(watch, new Map([['orders', [{ ...LATE }]]]), TOTALS)
    expect(digestChanges(watch, now + 1).rows).toEqual([])
  })

  it('are no outage of the service: what is kept of its lights is green', () => {
    const watch = wellWatch()
    noteTickets(watch, new Map([['orders', [LATE]]]), TOTALS)
    digestChanges(watch, now)
    expect(watch.memory.lights.changes('orders').map(({ light }) => light)).toEqual(['green'])
  })

  it.each([
    ['red', 'red'],
    ['orange', 'orange'],
    ['green', 'green'],
  ] as const)('of no service make the fleet %s', (light, expected) => {
    const watch = wellWatch()
    noteTickets(watch, new Map(), { ...TOTALS, light })
    expect(digestChanges(watch, now).strip.light).toBe(expected)
  })
})
