import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import type { TimelineEntry } from '#src/domain/ticket/ticket.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { at, EVENING, faceOf, itemOf, nightOf, reason, spell, stretch, ticketOf } from './nightParts.ts'
import { MORNING } from './sampleReport.ts'

const DOWN = reason('failing', 'red', at(3, 12), '2 of 3 pods do not answer: timed out after 2 s since 03:12')
const RESTARTED = reason('restarts', 'orange', at(1, 50), 'billing-1 restarted once at 01:50')
const SILENT = reason('failing', 'red', at(1, 49), 'all pods do not answer since 01:49')
const DRIFT = reason(
  'drift',
  'orange',
  at(22, 10),
  'memory +31 MB/h on 1 of 3 pods since Sun 22:10, reaches 4 GiB at 14:20',
)
const UNSEEN = reason(
  'cannot-see',
  'unknown',
  at(8, 31),
  'both pods cannot be seen: sign-in needed since 08:31',
)

/** That Anna wrote something. */
const commented = (id: string, when: number, text: string): TimelineEntry => ({
  at: when,
  redacted: false,
  event: { v: 1, id, ticket: 't', actor: 'anna-weber', at: when, kind: 'commented', data: { text } },
})

export const open = ticketOf(
  {
    code: 'T-4KQ2M',
    openedAt: at(3, 12),
    assignee: 'Anna Weber',
    ack: { by: 'anna-weber', at: at(3, 16), eventId: 'a', toldLateBy: null },
    tta: faceOf({ state: 'stopped', spent: minutes(4), asOf: at(3, 16), due: at(3, 27) }),
  },
  [commented('b', at(3, 40), 'restarted the database pool'), commented('c', at(8, 20), 'vendor called')],
)

export const over = ticketOf({
  code: 'T-7AAAA',
  openedAt: at(1, 49),
  priority: 2,
  title: 'billing does not answer',
  service: 'billing',
  state: 'resolved',
  resolvedAt: at(2, 20),
  restoredAt: at(2, 13),
  tta: faceOf({ state: 'stopped', target: minutes(15), spent: minutes(24), asOf: at(2, 13), due: at(2, 4) }),
  trs: faceOf({
    clock: 'trs',
    state: 'stopped',
    target: hours(8),
    spent: minutes(24),
    asOf: at(2, 13),
    due: at(9, 49),
  }),
  breaches: [{ clock: 'tta', at: at(2, 4), byRequalification: false }],
})

/** What there was to say of each, in the order of the walk. */
export const ITEMS: readonly CheckItem[] = [
  itemOf('orders', {
    change: 'new-red',
    light: 'red',
    reasons: [DOWN],
    kinds: ['failing'],
    since: at(3, 12),
    tickets: [open],
    ackedRed: { at: at(3, 16), by: 'Anna Weber' },
    night: nightOf('orders', {
      stretches: [stretch('green', EVENING, at(3, 12)), stretch('red', at(3, 12), MORNING, [DOWN])],
      spells: [spell(at(3, 12), MORNING, { wellAt: null, reasons: [DOWN] })],
    }),
  }),
  itemOf('billing', {
    change: 'new-orange',
    light: 'orange',
    reasons: [RESTARTED],
    kinds: ['restarts'],
    since: at(2, 13),
    tickets: [over],
    night: nightOf('billing', {
      stretches: [
        stretch('green', EVENING, at(1, 49)),
        stretch('red', at(1, 49), at(2, 13), [SILENT]),
        stretch('orange', at(2, 13), MORNING, [RESTARTED]),
      ],
      spells: [spell(at(1, 49), MORNING, { wellAt: null, redFor: minutes(24), reasons: [SILENT] })],
      restarts: [{ pod: 'billing-1', at: at(1, 50), learnedAt: at(1, 50) }],
    }),
  }),
  itemOf('catalog', {
    change: 'new-orange',
    light: 'orange',
    reasons: [DRIFT],
    kinds: ['drift'],
    since: at(22, 10),
    drifts: [{ signal: 'memory', text: DRIFT.text, since: at(22, 10), reachedAt: at(8, 55) + minutes(325) }],
    night: nightOf('catalog', {
      stretches: [stretch('green', EVENING, at(22, 10)), stretch('orange', at(22, 10), MORNING, [DRIFT])],
      spells: [spell(at(22, 10), MORNING, { light: 'orange', wellAt: null, redFor: 0, reasons: [DRIFT] })],
    }),
  }),
  itemOf('stock', {
    change: 'unseen',
    light: 'unknown',
    reasons: [UNSEEN],
    kinds: ['cannot-see'],
    since: at(8, 31),
    night: nightOf('stock', {
      stretches: [stretch('green', EVENING, at(8, 31)), stretch('unknown', at(8, 31), MORNING, [UNSEEN])],
      unseen: [{ from: at(8, 31), to: MORNING }],
    }),
  }),
  itemOf('search', {
    change: 'recovered',
    night: nightOf('search', {
      stretches: [stretch('green', EVENING, at(4, 2)), stretch('green', at(4, 26), MORNING)],
      spells: [
        spell(at(4, 2), at(4, 26), {
          reasons: [
            reason('errors', 'red', at(4, 2), 'errors rose fast to 12 % of 40 requests/s since 04:02'),
          ],
        }),
      ],
    }),
  }),
  itemOf('legacy-mail', {
    change: 'gone',
    light: null,
    night: nightOf('legacy-mail', { standing: 'gone', stretches: [stretch('green', EVENING, at(20, 0))] }),
  }),
  itemOf('profile', {
    isToWalk: false,
    night: nightOf('profile', {
      deploys: [
        {
          version: '1.4.2',
          at: at(21, 5),
          lastAt: at(21, 9),
          pods: ['profile-1', 'profile-2'],
          isRollback: false,
        },
      ],
    }),
  }),
]
