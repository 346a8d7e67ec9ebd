import type { CheckTicket } from '#src/domain/check/checkLog.ts'
import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import type { SaidReason } from '#src/domain/journal/verdictMoment.ts'
import type { NightSpell, NightStretch, ServiceNight } from '#src/domain/night/night.ts'
import type { ClockFace } from '#src/domain/sla/clockFace.ts'
import { plainFace, plainRow } from '#src/domain/ticket/testing/plainRow.ts'
import type { TicketRow } from '#src/domain/ticket/ticketRow.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { MORNING } from './sampleReport.ts'

/** A clock time of the night before `MORNING`, which is 8:55 in Paris: from 17:40 on it is that of the day before. */
export const at = (h: number, m: number): number =>
  MORNING - hours(8) - minutes(55) + hours(h >= 12 ? h - 24 : h) + minutes(m)

export const EVENING = at(17, 40)

export const reason = (kind: SaidReason['kind'], light: Light, since: number, text: string): SaidReason => ({
  kind,
  light,
  since,
  text,
  pods: [],
})

export const stretch = (
  light: Light,
  from: number,
  to: number,
  reasons: readonly SaidReason[] = [],
): NightStretch => ({ light, from, to, turn: 'other', reasons })

export const spell = (from: number, end: number, own: Partial<NightSpell> = {}): NightSpell => ({
  light: 'red',
  from,
  isOlder: false,
  lastBadAt: end,
  wellAt: end,
  seenFor: end - from,
  redFor: end - from,
  hasGap: false,
  reasons: [],
  ...own,
})

export const nightOf = (name: string, own: Partial<ServiceNight> = {}): ServiceNight => ({
  name,
  standing: 'known',
  before: { light: 'green', reasons: [], since: 0, seenAt: 0 },
  stretches: [stretch('green', EVENING, MORNING)],
  spells: [],
  unseen: [],
  deploys: [],
  restarts: [],
  ...own,
})

export const itemOf = (service: string, own: Partial<CheckItem>): CheckItem => ({
  key: `s/${service}`,
  title: service,
  service,
  change: 'well',
  light: 'green',
  root: null,
  reasons: [],
  kinds: [],
  since: null,
  night: null,
  drifts: [],
  tickets: [],
  ackedRed: null,
  watch: null,
  isToWalk: true,
  ...own,
})

export const faceOf = ({ clock = 'tta', ...own }: Partial<ClockFace>): ClockFace =>
  plainFace(clock, MORNING, { target: minutes(15), ...own })

export function ticketOf(
  own: Partial<TicketRow> & Pick<TicketRow, 'code' | 'openedAt'>,
  deeds: CheckTicket['deeds'] = [],
): CheckTicket {
  const { code, openedAt } = own
  const row = plainRow(code.toLowerCase(), openedAt, {
    title: 'orders does not answer',
    priority: 1,
    state: 'acknowledged',
    tta: faceOf({}),
    trs: faceOf({ clock: 'trs', target: hours(8), spent: MORNING - openedAt, due: openedAt + hours(8) }),
    ...own,
  })
  return { row, deeds }
}
