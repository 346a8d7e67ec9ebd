import type { SinceFault } from '#src/domain/check/parseSince.ts'
import type { MarkStanding } from '#src/domain/check/standingOf.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { LightCount } from './checkCounts.ts'
import { count } from './englishCount.ts'

/** A light as one says it in a sentence. */
const LIGHT: Readonly<Record<Light, string>> = {
  red: 'red',
  orange: 'orange',
  green: 'well',
  unknown: 'not seen',
}

/** A light as it is marked everywhere. */
const WORD: Readonly<Record<'red' | 'orange', string>> = { red: 'ACT', orange: 'WATCH' }

const STANDING: Readonly<Record<Exclude<MarkStanding, 'decided'>, string>> = {
  more: 'more since you looked',
  changed: 'changed since you looked',
}

const SINCE_FAULT: Readonly<Record<SinceFault, (given: string) => string>> = {
  'no-moment': (given) => `“${given}” is no moment; it wants 2026-11-20T17:40:00Z`,
  'to-come': (given) => `${given} is still to come`,
  'too-old': (given) => `${given} is more than 28 days ago, and nothing is kept for longer`,
}

/** A clock time wants "at" before it, a day does not. */
const at = (moment: string): string => (/^\d\d:\d\d/.test(moment) ? `at ${moment}` : moment)

/** How many have a light; how many of them are new with it, and how many had it before. The others got better. */
function counted({ n, fresh, still }: LightCount, light: string): string {
  if (still === n) return `${n} still ${light}`
  if (fresh === n) return `${n} newly ${light}`
  return fresh === 0 ? `${n} ${light}` : `${n} ${light}, ${fresh} of them new`
}

const withOnce = (text: string, once: string | null): string => (once === null ? text : `${text} (${once})`)

/** What is said of a morning check, in English. Only a check and its reports need it: apart from `english.ts`. */
export const englishCheck = {
  light: LIGHT,
  word: WORD,
  at,
  fromTo: (from: string, to: string) => `${from}–${to}`,
  atLeast: (duration: string) => `at least ${duration}`,
  note: (text: string, note: string) => `${text}: ${note}`,

  since: {
    signed: (moment: string, by: string) => `Since ${moment}, ${by}’s check`,
    asked: (moment: string) => `Since ${moment}`,
    newer: (by: string, moment: string, from: string) =>
      `${by} signed a check ${at(moment)} meanwhile; this one still looks back to ${from}.`,
    uncovered: (span: string) => `Nobody has looked at ${span}: signing this check does not cover it.`,
    fault: SINCE_FAULT,
    notUsed: (why: string) => `${why}. So this check looks back to the last sign-off.`,
  },

  sentence: {
    head: (since: string, parts: string) => `${since}: ${parts}`,
    gap: (text: string, gap: string) => `${text}; ${gap}`,
    red: (counts: LightCount) => counted(counts, 'red'),
    orange: (counts: LightCount) => counted(counts, 'orange'),
    unseen: (n: number) => `${n} not seen now`,
    wasRed: (n: number, once: string | null) => withOnce(`${n} red for a while, and not any more`, once),
    recovered: (n: number, byItself: boolean, once: string | null) =>
      withOnce(`${n} recovered${byItself ? ` by ${n === 1 ? 'itself' : 'themselves'}` : ''}`, once),
    restarted: (n: number) => `${count(n, 'service')} restarted`,
    opened: (n: number) => `${count(n, 'ticket')} opened`,
    breached: (n: number) => `${count(n, 'ticket')} breached`,
    restored: (n: number) => `${count(n, 'ticket')} restored`,
    over: (n: number) => `${n} ${n === 1 ? 'watch is' : 'watches are'} over`,
    deploys: (n: number) => count(n, 'deploy'),
    gone: (n: number) => `${n} gone from the fleet`,
    partly: (n: number) => `${n} not seen for some of the time`,
    allWell: (n: number) => (n === 1 ? 'its one service was well' : `all ${n} services were well`),
    allWellSeen: (n: number) =>
      n === 1
        ? 'its one service was well whenever it was seen'
        : `all ${n} services were well whenever they were seen`,
    nothingSeen: (well: number) => `nothing of that time is known, ${count(well, 'service')} well now`,
    wellNow: (n: number) => `${count(n, 'service')} well now`,
    none: 'the fleet has no service',
  },

  item: {
    nowSince: (light: string, moment: string) => `${light} since ${moment}`,
    again: (light: string, moment: string) => `${light} again since ${moment}`,
    was: (light: string) => `${light} before`,
    unknownThen: 'not known how it was before',
    otherReason: 'for another reason than before',
    unseen: (moment: string) => `not seen since ${moment}`,
    lastSeen: (light: string, moment: string) => `last seen ${light} ${at(moment)}`,
    recovered: 'well now',
    recoveredAt: (moment: string) => `well since ${moment}`,
    gone: 'the fleet names it no more',
    goneAs: (light: string, moment: string) =>
      `the fleet names it no more; ${light} when it was last seen, ${moment}`,
    goneWatched: 'not there any more, and still watched',
    ticket: 'well now, with a ticket',
    ticketOnly: 'of no service of this fleet',
    watch: 'well now, and watched',
    well: 'well',
    newcomer: 'new in the fleet',
  },

  night: {
    was: (word: string, span: string, took: string) => `was ${word} ${span} (${took})`,
    is: (word: string, moment: string, took: string) => `${word} since ${moment} (${took})`,
    older: (moment: string) => `already ${at(moment)}`,
    wasAlready: (word: string, begun: string, end: string, took: string) =>
      `was ${word} ${begun}, until ${end} (${took})`,
    isAlready: (word: string, begun: string, took: string) => `${word} ${begun} (${took})`,
    often: (n: number, took: string) => `was in trouble ${n} times (${took} together); the last of them:`,
    once: (span: string, took: string) => `${span}, ${took}`,
    redOf: (took: string) => `${took} of it ACT`,
    redAt: (spans: string) => `ACT ${spans}`,
    thenWell: 'then well',
    notSeenWell: 'not seen well since',
    seenOf: (took: string, whole: string) => `${took} of ${whole}`,
    restarted: (pod: string, moment: string) => `${pod} restarted ${moment}`,
    restartedOften: (pod: string, n: string, moment: string) =>
      `${pod} restarted ${n} times, last ${at(moment)}`,
    restartedMany: (n: string, pods: number, moment: string) =>
      `${n} restarts on ${count(pods, 'pod')}, last ${at(moment)}`,
    learned: (text: string, moment: string) => `${text}, known since ${moment}`,
    deployed: (version: string, moment: string, pods: number) =>
      `deployed ${version} ${at(moment)} (${count(pods, 'pod')})`,
    anotherVersion: 'another version',
    rollback: 'roll-back',
    unseen: (span: string, took: string) => `could not be seen ${span} (${took})`,
    unseenMany: (n: number, took: string) => `could not be seen ${n} times (${took} together)`,
  },

  ack: (by: string, moment: string, age: string) =>
    `acknowledged by ${by} ${at(moment)}, ${age} ago, and still red`,

  watch: {
    untilTime: (moment: string) => `until ${moment}`,
    untilFlat: (signal: string) => `until ${signal} is flat`,
    untilAnyFlat: 'until nothing drifts any more',
    by: (by: string, until: string) => `${by} watches it ${until}`,
    over: (by: string, until: string) => `${by} watched it ${until}: that is now`,
  },

  mark: {
    seen: 'seen',
    watch: (until: string) => `watch ${until}`,
    ticket: (code: string) => `ticket ${code}`,
    ticketNone: 'ticket',
    standing: STANDING,
  },

  resumed: (moment: string, decided: number, of: number) => `Begun ${moment}, ${decided} of ${of}.`,
  well: (n: number) => `${count(n, 'service')} well whenever ${n === 1 ? 'it was' : 'they were'} seen`,
  wellAllTime: (n: number) => `${count(n, 'service')} well all the time`,
  partly: (service: string, took: string) => `${service}: not seen for ${took}`,

  waits: {
    fleet: 'Waiting for the fleet: the watch has not told it yet.',
    look: 'Waiting for the first look at every service.',
    log: 'Waiting for the log of checks and tickets.',
    night: 'Waiting for what was seen since the last check.',
  },
} as const
