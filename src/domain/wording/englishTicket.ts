import type { ClockName } from '#src/domain/sla/clockFace.ts'
import type { TicketState } from '#src/domain/ticket/ticket.ts'
import type { PauseReason, ResolveCause, TicketSource } from '#src/domain/ticket/ticketEvent.ts'
import type { Sending } from '#src/domain/ticket/ticketRow.ts'

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const STATE: Readonly<Record<TicketState, string>> = {
  new: 'NEW',
  acknowledged: 'acknowledged',
  paused: 'paused',
  resolved: 'resolved',
  merged: 'merged',
}

const CLOCK: Readonly<Record<ClockName, string>> = { tta: 'TTA', trs: 'TRS' }
const CLOCK_LONG: Readonly<Record<ClockName, string>> = {
  tta: 'Time to acknowledge',
  trs: 'Time to restore the service',
}

const SOURCE: Readonly<Record<TicketSource, string>> = {
  check: 'opened by a check of this dashboard',
  alertmanager: 'opened by an alert',
  link: 'opened from a link',
  hand: 'opened by hand',
}

const PAUSE: Readonly<Record<PauseReason, string>> = {
  'third-party': 'waiting for a third party',
  'change-window': 'waiting for a change window',
  'user-feedback': 'waiting for word from users',
  'monitoring-fix': 'watching the fix',
}

const CAUSE: Readonly<Record<ResolveCause, string>> = {
  incident: 'an incident',
  'false-positive': 'a false alarm',
  drill: 'a drill',
}

/** How far what was done here has got; what is with everybody needs no word on the board. */
const SENDING: Readonly<Record<Sending, string>> = {
  saved: 'saved here',
  waiting: 'waiting to be sent',
  sent: 'sent',
}

/** The texts of tickets on the board and on their page, in English. */
export const englishTicket = {
  priority: (n: number) => `P${n}`,
  state: STATE,
  clock: CLOCK,
  clockLong: CLOCK_LONG,
  source: SOURCE,
  pause: PAUSE,
  cause: CAUSE,
  sending: SENDING,
  nobody: 'nobody',
  day: 'd',

  face: {
    left: (time: string) => `${time} left`,
    atRisk: (time: string) => `at risk, ${time} left`,
    breached: (time: string) => `BREACHED ${time} ago`,
    paused: '–',
    waits: (moment: string) => `waits for ${moment}`,
    met: (took: string) => `in ${took}`,
    missed: (took: string) => `MISSED, took ${took}`,
    notAcknowledged: 'not acknowledged',
    due: (moment: string) => `due ${moment}`,
    dueElsewhere: (moment: string, there: string, place: string) => `due ${moment} (${there} ${place})`,
    wasDue: (moment: string) => `was due ${moment}`,
    agreed: (target: string) => `of ${target} agreed`,
    pausedLeft: (left: string) => `paused, ${left} left`,
    pausedOver: (over: string) => `paused, ${over} over`,
  },

  mark: {
    pending: 'doing it',
    restoring: (since: string, left: string) => `green since ${since}, resolves itself in ${left}`,
    restored: (since: string) => `green since ${since}, resolves itself now`,
    flapping: (n: number) => `flapping ×${n}`,
    hypercare: (why: string) => `hypercare: ${why}`,
    alsoOn: (names: string) => `also on it: ${names}`,
    signalUnknown: 'cannot see it now',
    silencedBy: (who: string) => `silenced by ${who}, who is not known here`,
    affected: (n: number) => `and ${count(n, 'other service')}`,
    freshLook: 'raised: needs a fresh look',
    crossed: (later: string, earlier: string) => `also changed by ${earlier}, which ${later} had not seen`,
    requalified: (priority: string, age: string) => `${priority} for ${age}`,
    recurrence: (code: string) => `again, after ${code}`,
    mergedInto: (code: string) => `merged into ${code}`,
    resolvedAt: (moment: string) => moment,
    acknowledgedBy: (who: string) => `by ${who}`,
    toldLate: (age: string) => `told ${age} later`,
    breaches: (clock: string, moment: string) => `${clock} was breached ${moment}`,
    breachesBySelf: (clock: string, moment: string) =>
      `${clock} was past its limit when it was raised ${moment}`,
  },

  log: {
    memory: 'kept in this tab only: this browser stores nothing',
    embedded: 'saved in this browser',
    shared: 'shared with the team',
    sharedWaiting: (n: number) => `shared, ${n} waiting`,
    signIn: 'read only: sign in to act',
    noRight: (user: string) => `read only: ${user} may only look`,
    connecting: (n: number) => `not connected yet: saved here${n === 0 ? '' : `, ${n} waiting`}`,
    offline: (moment: string, n: number) =>
      `offline since ${moment}: saved here${n === 0 ? '' : `, ${n} waiting`}`,
    user: (user: string) => `, as ${user}`,
    skipped: (n: number) => `${count(n, 'entry', 'entries')} not understood, kept as they are`,
    behind: (by: string) => `your clock is ${by} behind`,
    ahead: (by: string) => `your clock is ${by} ahead`,
    clockMeaning: 'The timers are right all the same: they go by the clock of the server.',
    fault: {
      unreachable: (detail: string) => `The shared board does not answer: ${detail}`,
      'wrong-password': (detail: string) => `User or password is wrong: ${detail}`,
      'no-stream': (detail: string) => `The server has no such board: ${detail}`,
      refused: (detail: string) => `The server refused what was sent: ${detail}`,
      'not-loaded': (detail: string) => `What talks to the server could not be loaded: ${detail}`,
      'stream-differs': (detail: string) => `The server’s board is set up differently: ${detail}`,
    },
    storeFull: 'The disk is full: what is done now is not saved',
    storeFault: (detail: string) => `This browser does not save: ${detail}`,
    faultMeaning:
      'What was acknowledged as saved stays. What you do meanwhile is said to be saved only when it is.',
  },

  alertmanager: {
    unreachable: (moment: string) => `Alertmanager has not answered since ${moment}`,
    neverHeard: 'Alertmanager has not answered yet',
    restarted: 'Alertmanager was restarted and knows of few alerts yet',
    meaning: 'No alert that vanished counts as resolved until it has told all it knows.',
    fault: (words: string) => `It said: ${words}.`,
  },
}
