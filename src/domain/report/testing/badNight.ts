import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { CheckMark } from '#src/domain/check/signOff.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { ITEMS, open, over } from './nightItems.ts'
import { at, EVENING, nightOf } from './nightParts.ts'
import { MORNING } from './sampleReport.ts'

const WELL = ['accounts', 'cart', 'mail', 'payments', 'profile', 'shipping']

/** What Anna did in the morning after it. */
export const MARKS: readonly CheckMark[] = ITEMS.slice(0, 3).map((item, i) => ({
  item: item.key,
  service: item.service,
  title: item.title,
  deed: i === 2 ? 'watch' : 'seen',
  note: i === 0 ? 'Boris is on it, the database is out of connections' : '',
  at: MORNING,
  light: item.light ?? 'unknown',
  kinds: item.kinds,
  until: i === 2 ? { kind: 'flat', signal: 'memory' } : null,
  ticket: null,
}))

/** A bad night of twelve services: one is down, one crashed, one leaks, one cannot be seen, and for 40 minutes nobody watched. */
export const BAD_NIGHT: MorningCheck = {
  title: 'Web shop',
  from: EVENING,
  to: MORNING,
  now: MORNING,
  last: {
    id: 's',
    at: EVENING,
    by: 'Anna Weber',
    from: EVENING - hours(24),
    light: 'green',
    counts: { green: 12, orange: 0, red: 0, unknown: 0 },
    marks: [],
    note: '',
  },
  light: 'red',
  counts: { green: 8, orange: 2, red: 1, unknown: 1 },
  night: {
    from: EVENING,
    to: MORNING,
    watched: [
      { from: EVENING, to: at(1, 0) },
      { from: at(1, 40), to: MORNING },
    ],
    gaps: [{ from: at(1, 0), to: at(1, 40) }],
    filled: [{ from: at(18, 30), to: at(18, 45) }],
    filling: false,
    fillFault: null,
    services: [
      ...ITEMS.flatMap(({ night }) => night ?? []),
      ...WELL.filter((name) => name !== 'profile').map((name) => nightOf(name)),
      nightOf('newsletter', { before: null, stretches: [] }),
    ].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  },
  items: ITEMS,
  well: WELL.filter((name) => name !== 'cart' && name !== 'profile'),
  partlySeen: [
    { service: 'cart', unseenFor: minutes(12) },
    { service: 'newsletter', unseenFor: hours(15) + minutes(15) },
  ],
  tickets: { opened: [open, over], breached: [over], restored: [over], open: [open] },
  watches: [
    {
      id: 's/s/payments',
      item: 's/payments',
      service: 'payments',
      title: 'payments',
      by: 'Boris Kern',
      from: EVENING,
      note: 'until the new pool is in place',
      until: { kind: 'time', at: at(8, 55) + hours(5) + minutes(5) },
      light: 'orange',
      kinds: ['level'],
      isOver: false,
    },
  ],
  silences: {
    kind: 'known',
    asOf: MORNING,
    silences: [
      {
        id: '1',
        comment: 'ACK! database is being moved',
        by: 'Boris Kern',
        from: EVENING,
        to: at(8, 55) + hours(2),
        matchers: ['service="mail"'],
        service: 'mail',
      },
    ],
  },
}
