import type { CheckItem, MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { CheckReport } from '#src/domain/report/checkReport.ts'
import { reportOf } from '#src/domain/report/reportOf.ts'
import { sparkOf } from '#src/domain/wording/testing/sparkOf.ts'
import { minutes } from '#src/domain/time/units.ts'
import { BAD_NIGHT, MARKS } from './badNight.ts'
import { at, EVENING, itemOf, nightOf, reason, spell, stretch, ticketOf } from './nightParts.ts'
import { MORNING } from './sampleReport.ts'

const nameAt = (i: number): string =>
  `${['orders', 'billing', 'catalog', 'customer-profile', 'stock'][i % 5]}-${i}`

const ticketAt = (i: number) =>
  ticketOf({
    code: `T-4KQ${String(i).padStart(2, '0')}`,
    openedAt: at(3, i),
    service: nameAt(i),
    title: `${nameAt(i)} does not answer`,
    assignee: 'Anna Weber',
  })

/** Every second one is down and acknowledged, the others crashed, drift and were worse before. */
function troubledAt(i: number): CheckItem {
  const isRed = i % 2 === 0
  const service = nameAt(i)
  const down = reason(
    'failing',
    'red',
    at(3, i),
    `2 of 3 pods do not answer: timed out after 2 s since 03:${10 + i}`,
  )
  const restarted = reason(
    'restarts',
    'orange',
    at(1, i),
    `${service}-1 restarted 3 times, last at 01:${10 + i}`,
  )
  const slow = reason(
    'latency',
    'orange',
    at(3, i),
    'p99 latency rose fast to 2.4 s of usually 310 ms since 03:05',
  )
  return itemOf(service, {
    change: isRed ? 'new-red' : 'new-orange',
    light: isRed ? 'red' : 'orange',
    reasons: isRed ? [down, restarted, slow] : [restarted, slow],
    since: at(3, i),
    drifts: [
      {
        signal: 'memory',
        text: 'memory +31 MB/h on 1 of 3 pods since yesterday 22:10, reaches 4 GiB tomorrow about 14:20',
        since: at(22, 10),
        reachedAt: at(8, 55) + minutes(325),
      },
    ],
    tickets: [ticketAt(i)],
    ackedRed: isRed ? { at: at(3, 40), by: 'Anna Weber' } : null,
    night: nightOf(service, {
      stretches: [stretch('green', EVENING, at(3, i)), stretch('red', at(3, i), MORNING, [down])],
      spells: [
        spell(at(0, i), at(1, i), { reasons: [slow] }),
        spell(at(3, i), MORNING, { wellAt: null, reasons: [down] }),
      ],
      restarts: [{ pod: `${service}-1`, at: at(1, 50), learnedAt: at(1, 50) }],
    }),
  })
}

/** One that is well: it recovered, was deployed, or a pod of it started anew. */
function wellAt(i: number): CheckItem {
  const service = nameAt(i)
  const slow = reason('errors', 'red', at(4, 2), 'errors rose fast to 12 % of 40 requests/s since 04:02')
  return itemOf(service, {
    change: i % 3 === 0 ? 'recovered' : 'well',
    night: nightOf(service, {
      spells: i % 3 === 0 ? [spell(at(4, 2), at(4, 26), { reasons: [slow] })] : [],
      restarts: i % 3 === 1 ? [{ pod: `${service}-1`, at: at(1, 50), learnedAt: at(1, 50) }] : [],
      deploys:
        i % 3 === 2
          ? [{ version: '1.4.2', at: at(21, 5), lastAt: at(21, 9), pods: ['a', 'b'], isRollback: false }]
          : [],
    }),
  })
}

/** The night of a fleet all services of which have something to tell, the first `troubled` of them that they are in trouble. */
function busyNight(services: number, troubled: number): MorningCheck {
  const items = Array.from({ length: services }, (_, i) => (i < troubled ? troubledAt(i) : wellAt(i)))
  const open = items.flatMap(({ tickets }) => tickets)
  return {
    ...BAD_NIGHT,
    counts: { green: services - troubled, orange: troubled >> 1, red: (troubled + 1) >> 1, unknown: 0 },
    items: items.toSorted((a, b) => Number(b.light === 'red') - Number(a.light === 'red')),
    night: { ...BAD_NIGHT.night, services: items.flatMap(({ night }) => night ?? []) },
    well: [],
    partlySeen: [],
    tickets: { opened: open, breached: [], restored: [], open },
  }
}

/** Its report, signed by Anna, with a line beside each service. */
export function busyReport(services: number, troubled: number): CheckReport {
  const sparks = new Map(Array.from({ length: troubled }, (_, i) => [nameAt(i), sparkOf({})] as const))
  const signOff = { by: 'Anna Weber', at: MORNING, note: 'Boris is on the database.', marks: MARKS }
  return reportOf(busyNight(services, troubled), {
    signOff,
    sparks,
    week: null,
    timeZone: 'Europe/Paris',
    url: 'https://run.example/check/',
  })
}
