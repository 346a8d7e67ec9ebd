import type { CheckLog, CheckTicket } from '#src/domain/check/checkLog.ts'
import type { CheckMark, CheckWatch, SignOff } from '#src/domain/check/signOff.ts'
import { plainRow } from '#src/domain/ticket/testing/plainRow.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { at, EVENING } from './sampleNight.ts'

/** For tests: a P2 of `billing` that was opened at 03:12 and that nobody has acknowledged. */
export const ticketOf = (id: string, own: Partial<CheckTicket['row']> = {}): CheckTicket => ({
  row: plainRow(id, at('21 03:12'), { service: 'billing', ...own }),
  deeds: [],
})

/** For tests: a mark of Anna's on a service. */
export const markOn = (service: string, light: Light, own: Partial<CheckMark> = {}): CheckMark => ({
  item: `s/${service}`,
  service,
  title: service,
  deed: 'seen',
  note: '',
  at: EVENING - minutes(5),
  light,
  kinds: [],
  until: null,
  ticket: null,
  ...own,
})

/** For tests: Anna's sign-off of Friday evening. */
export const signOffOf = (own: Partial<SignOff> = {}): SignOff => ({
  id: 'anna-1',
  at: EVENING,
  by: 'Anna Müller',
  from: EVENING - hours(9),
  light: 'green',
  counts: { green: 3, orange: 0, red: 0, unknown: 0 },
  marks: [],
  note: '',
  ...own,
})

/** For tests: a watch of Anna's, on memory of `billing`. */
export const watchOf = (own: Partial<CheckWatch> = {}): CheckWatch => ({
  id: 'anna-1/s/billing',
  item: 's/billing',
  service: 'billing',
  title: 'billing',
  by: 'Anna Müller',
  from: EVENING,
  note: '',
  until: { kind: 'flat', signal: 'memory' },
  light: 'orange',
  kinds: ['drift'],
  ...own,
})

const NO_CALENDAR: CheckLog['calendar'] = {
  mornings: { at: hours(9), timeZone: 'Europe/Paris', days: [0, 1, 2, 3, 4] },
  holidays: [],
  days: [],
  streak: { unsigned: 0, signed: 0, longest: 0 },
}

/** For tests: a log in which Anna signed. */
export const logOf = (own: Partial<CheckLog> = {}): CheckLog => ({
  signOffs: [signOffOf()],
  watches: [],
  tickets: [],
  silences: { kind: 'none' },
  calendar: NO_CALENDAR,
  ...own,
})
