import { count } from './englishCount.ts'
import { formatDuration as long } from './formatDuration.ts'
import { formatNumber as number } from './formatNumber.ts'
import type { PolicySentence } from './ruleText.ts'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Input } from '#src/domain/verdict/rule.ts'
import type { Judged } from '#src/domain/verdict/ruleBook.ts'

const answers = (n: number): string => count(n, 'answer')

const ENDPOINT: Readonly<Record<Endpoint, string>> = {
  health: 'health answers',
  ready: 'readiness answers',
  metrics: 'the metrics page',
  version: 'version answers',
}

const INPUT: Readonly<Record<Exclude<Input, Signal>, string>> = {
  ...ENDPOINT,
  dependencies: 'the lights of what it needs',
  tickets: 'its tickets',
}

const damped: PolicySentence = ({ worsenAfter, recoverAfter }) =>
  `With each answer: worse after ${worsenAfter} in a row, better after ${recoverAfter}.`

const JUDGED: Readonly<Record<Judged, PolicySentence>> = {
  answer: damped,
  'first-answer': (p) =>
    `${damped(p)} What the very first answer finds was so before, and is believed at once.`,
  pod: () => 'All the time, from the clock and what is remembered of the pod; believed at once.',
  service: () => 'All the time, from all pods of the service together.',
  fleet: () => 'All the time, from the other services of the fleet.',
}

/** The texts around the rules in English. */
export const englishRulesPage = {
  title: 'Why something is orange or red',
  lead: 'Every rule that a light can come from, the gravest first, with the numbers that are in force now.',
  home: 'To the digest',
  contents: 'Rules',
  general: {
    title: 'What holds for all rules',
    says: [
      () =>
        'The worst rule gives a pod its light, the worst pod its service. Only of pods that are out does it matter how many are left.',
      (p) =>
        `A light worsens after ${answers(p.worsenAfter)} in a row that are bad, and recovers after ${number(p.recoverAfter)} that are good. The first bad answer takes the green away at once: it is grey until the next.`,
      (p) =>
        `An answer counts for ${number(p.freshIntervals)} of its intervals. What is older is unknown, and what is unknown is grey and never green.`,
      (p) =>
        `For ${long(p.hypercare)} after a deploy, and after it was red for five minutes or longer, a service is in hypercare: asked twice as often, and judged by stricter numbers where a rule says so.`,
      () =>
        'Usual is what a signal of the pod was at this hour of the last days, at least three of the last seven; where less is known, within the last two hours.',
    ] as readonly PolicySentence[],
    write:
      'All numbers are changed in the fleet file, under thresholds: for the fleet, or for one service. They are written as they stand here:',
    example: '"thresholds": { "levelOrange": 0.85, "rolloutWindow": "30m" }',
  },

  standing: {
    asking: 'Asking the watch which numbers are in force. Until then these are the defaults.',
    noFleet: 'No fleet file is in use: these are the defaults.',
    silent: 'The watch does not answer. Which services show a rule now is not known.',
    defaults: 'The fleet file changes no number: all are the defaults.',
    ofFleet: (n: number) => `The fleet file changes ${count(n, 'number')} for all its services.`,
    noneOfFleet: 'The fleet file changes no number for all its services.',
    ofServices: (n: number) =>
      n === 1 ? 'One service has numbers of its own.' : `${n} services have numbers of their own.`,
  },

  label: {
    reads: 'Reads',
    hypercare: 'In hypercare',
    judged: 'Judged',
    thresholds: 'Set by',
    now: 'Now',
  },
  never: 'Never.',
  input: INPUT,
  judged: JUDGED,
  default: 'default',
  ownOf: 'for',
  nobody: 'No service shows it.',
  shownBy: (n: number) => count(n, 'service'),
  more: (n: number) => `${n} more`,
}
