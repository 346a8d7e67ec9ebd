import type { CheckTicket } from '#src/domain/check/checkLog.ts'
import type { CheckItem, MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { SignOff } from '#src/domain/check/signOff.ts'
import type { SaidReason } from '#src/domain/journal/verdictMoment.ts'
import type { NightSpell, NightStretch, ServiceNight } from '#src/domain/night/night.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { sampleTicket } from '#src/state/testing/sampleTicket.ts'

/** The sample night is that before `NOW`, 9:00 in Paris: from 17:40 on. */
export const EVENING = NOW - hours(15) - minutes(20)

/** A moment of the night, so many hours after it began. */
export const at = (h: number): number => EVENING + hours(h)

const sampleReason = (text: string, light: Light = 'red', own: Partial<SaidReason> = {}): SaidReason => ({
  kind: 'failing',
  light,
  since: at(9.5),
  text,
  pods: [],
  ...own,
})

export const sampleStretch = (from: number, to: number, light: Light): NightStretch => ({
  from: at(from),
  to: at(to),
  light,
  turn: 'other',
  reasons: light === 'green' ? [] : [sampleReason(`it was ${light}`, light)],
})

export const sampleSpell = (from: number, to: number | null, own: Partial<NightSpell> = {}): NightSpell => ({
  light: 'red',
  from: at(from),
  isOlder: false,
  lastBadAt: at(to ?? 15.3),
  wellAt: to === null ? null : at(to),
  seenFor: hours((to ?? 15.3) - from),
  redFor: hours((to ?? 15.3) - from),
  hasGap: false,
  reasons: [sampleReason('all pods do not answer')],
  ...own,
})

export const sampleNight = (name: string, own: Partial<ServiceNight> = {}): ServiceNight => ({
  name,
  standing: 'known',
  before: { light: 'green', reasons: [], since: 0, seenAt: 0 },
  stretches: [sampleStretch(0, 15.33, 'green')],
  spells: [],
  unseen: [],
  deploys: [],
  restarts: [],
  ...own,
})

/** A matter of the walk: red since half past two unless said otherwise. */
export function sampleItem(service: string, own: Partial<CheckItem> = {}): CheckItem {
  return {
    key: `s/${service}`,
    title: service,
    service,
    change: 'new-red',
    light: 'red',
    root: null,
    reasons: [sampleReason(`${service}-1 does not answer: timed out after 2 s`)],
    kinds: ['failing'],
    since: at(9.5),
    night: sampleNight(service, {
      stretches: [sampleStretch(0, 9.5, 'green'), sampleStretch(9.5, 15.33, 'red')],
      spells: [sampleSpell(9.5, null)],
    }),
    drifts: [],
    tickets: [],
    ackedRed: null,
    watch: null,
    isToWalk: true,
    ...own,
  }
}

/** Red for 24 minutes at 03:10, well since. */
export const recoveredItem = (service: string): CheckItem =>
  sampleItem(service, {
    change: 'recovered',
    light: 'green',
    reasons: [],
    kinds: [],
    since: null,
    night: sampleNight(service, {
      stretches: [
        sampleStretch(0, 9.5, 'green'),
        sampleStretch(9.5, 9.9, 'red'),
        sampleStretch(9.9, 15.33, 'green'),
      ],
      spells: [sampleSpell(9.5, 9.9)],
      restarts: [{ pod: `${service}-1`, at: at(9.6), learnedAt: at(9.6) }],
    }),
  })

/** Well all night, with a deploy. */
export const deployedItem = (service: string): CheckItem =>
  sampleItem(service, {
    change: 'well',
    light: 'green',
    reasons: [],
    kinds: [],
    since: null,
    isToWalk: false,
    night: sampleNight(service, {
      deploys: [{ version: '1.4.2', at: at(1), lastAt: at(1.1), pods: [`${service}-1`], isRollback: false }],
    }),
  })

/** An open ticket of a service, opened at half past two. */
export const sampleCheckTicket = (id: string, service: string | null): CheckTicket => ({
  row: sampleTicket(id, { service, openedAt: at(9.5), priority: 1 }),
  deeds: [],
})

export const sampleSignOff = (own: Partial<SignOff> = {}): SignOff => ({
  id: 'A'.repeat(26),
  at: EVENING,
  by: 'Anna Müller',
  from: EVENING - hours(24),
  light: 'green',
  counts: { red: 0, orange: 0, unknown: 0, green: 4 },
  marks: [],
  note: '',
  ...own,
})

/** A check over some items; two more services were well all night. */
export function sampleCheck(items: readonly CheckItem[], own: Partial<MorningCheck> = {}): MorningCheck {
  const gap = { from: at(7.33), to: at(8) }
  const last = sampleSignOff()
  return {
    title: 'Sample shop',
    from: EVENING,
    to: NOW,
    now: NOW,
    last,
    light: items.some(({ light }) => light === 'red') ? 'red' : 'green',
    counts: { red: items.filter(({ light }) => light === 'red').length, orange: 0, unknown: 0, green: 2 },
    night: {
      from: EVENING,
      to: NOW,
      watched: [
        { from: EVENING, to: gap.from },
        { from: gap.to, to: NOW },
      ],
      gaps: [gap],
      filled: [],
      filling: false,
      fillFault: null,
      services: items.flatMap(({ night }) => (night === null ? [] : [night])),
    },
    items,
    well: ['search', 'users'],
    partlySeen: [],
    tickets: { opened: [], breached: [], restored: [], open: [] },
    watches: [],
    silences: { kind: 'none' },
    ...own,
  }
}
