import { inARow } from './englishInARow.ts'
import { formatDuration as long } from './formatDuration.ts'
import { formatNumber as number, formatRatio as percent } from './formatNumber.ts'
import type { RuleText } from './ruleText.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

const enoughLeft = ({ quorum }: Policy): string => `at least ${percent(quorum)} of the pods are left`

const tooFewLeft = ({ quorum, worsenAfter }: Policy): string =>
  `No pod is left, or fewer than ${percent(quorum)} of them. A pod counts as out ${inARow(worsenAfter)}.`

/** The rules on what pods answer, or do not, and on whole services, in English, with the numbers that are in force. */
export const englishAnswerRules = {
  failing: {
    title: 'Not answering',
    about:
      'The endpoint that stands for a pod’s life gives no answer: it times out, refuses, or returns an HTTP error. That is its health endpoint or, where it has none, its metrics page.',
    orange: (p) => `Some pods are out, and ${enoughLeft(p)} to carry the load.`,
    red: tooFewLeft,
  },
  health: {
    title: 'Health says DOWN or degraded',
    about: 'What the pod says of itself, down to the check that explains it.',
    orange: (p) => `It says that it is degraded; or some say DOWN, and ${enoughLeft(p)}.`,
    red: tooFewLeft,
    grey: () => 'It answers, and does not say how it is.',
  },
  'target-down': {
    title: 'A dead target behind an exporter',
    about: 'An exporter stays well while the thing that it exports is dead: redis_up 0 means down.',
    orange: (p) => `Some targets are down, and ${enoughLeft(p)}.`,
    red: tooFewLeft,
  },
  'not-ready': {
    title: 'Not ready',
    about: 'The pod lives and takes no requests. That is ordinary while it starts, and an outage afterwards.',
    orange: (p) =>
      `It started less than ${long(p.rolloutWindow)} ago, or says that it is degraded; or ${enoughLeft(p)}.`,
    red: (p) =>
      `It started more than ${long(p.rolloutWindow)} ago, and no pod is left, or fewer than ${percent(p.quorum)}.`,
    grey: () => 'It answers, and does not say whether it is ready.',
  },
  restarts: {
    title: 'Restarted',
    about:
      'A restart in the night is worth a look in the morning. A start with another version is a deploy and not counted.',
    orange: (p) => `Restarted within the last ${long(p.restartMemory)}.`,
    red: (p) => `${number(p.crashLoopCount)} restarts within ${long(p.crashLoopWindow)}: a crash loop.`,
  },
  flapping: {
    title: 'Flapping',
    about:
      'Bad spells that are each over too soon to be believed: several of them are a reason of their own.',
    orange: (p) =>
      `${number(p.flapBad)} separate bad spells among the newest ${number(p.flapWindow)} probes.`,
  },
  dependency: {
    title: 'Needs a service that is red',
    about: 'It names the other service under dependsOn: its own callers may feel that next.',
    orange: () => 'A service that it needs is red.',
  },
  'versions-disagree': {
    title: 'Mixed versions',
    about: 'Pods of one service tell different versions: a roll-out that did not end.',
    orange: (p) => `Still so ${long(p.rolloutWindow)} after the newest start among them.`,
  },
  'stale-entry': {
    title: 'Names a service that is not there',
    about:
      'A name that was forgotten when the service went, or misspelt. What is outside the fleet on purpose is named under external.',
    orange: () =>
      'It depends on, or routes to, a service that is not in the fleet, or one that never answered since it is watched.',
  },
  ticket: {
    title: 'A ticket waits',
    about:
      'What the team promised for its tickets, told where the service is looked at. The numbers are those of the board.',
    orange: () => 'The time to acknowledge or to restore is about to run out.',
    red: () => 'It has run out, or nobody has acknowledged a P1.',
  },
  'metrics-failing': {
    title: 'No metrics',
    about: 'Health answers, the metrics page does not: every rule that reads it is blind.',
    orange: (p) => `The page cannot be read, ${inARow(p.worsenAfter)}. A pod that has none is no fault.`,
  },
  slow: {
    title: 'Slow answers',
    about: 'A health answer that takes long: whatever asks for it in production waits as well.',
    orange: (p) => `It took longer than ${long(p.slowAnswer)}.`,
  },
  exposition: {
    title: 'Faulty metrics page',
    about: 'A metrics page that is slow, cut or broken in places: the monitoring is about to go blind.',
    orange: (p) =>
      `It took longer than ${long(p.slowAnswer)}, was cut at a cap, or has lines that cannot be read.`,
    red: (p) => `It took over ${percent(p.expositionRed)} of the time that is waited for it.`,
  },
  'cannot-see': {
    title: 'Not to be seen',
    about:
      'Something answers, and this browser cannot tell what: a login page, missing CORS headers, an unreadable text. The pod may be well.',
    grey: () => 'At once: it is never shown as well, and never as an outage.',
  },
  'ready-unseen': {
    title: 'Readiness unknown',
    about: 'The fleet file names where readiness is told. A pod that lives may still take no requests.',
    grey: (p) => `Nothing was told there for ${number(p.freshIntervals)} of its intervals.`,
  },
  confirming: {
    title: 'To be confirmed',
    about: 'One bad answer: too early for orange or red, too late for green.',
    grey: (p) => `The newest answer was bad. It is believed ${inARow(p.worsenAfter)}; the next one decides.`,
  },
  stale: {
    title: 'No news',
    about: 'What was known is not the present.',
    grey: (p) => `Nothing was heard, good or bad, for ${number(p.freshIntervals)} of its intervals.`,
  },
} satisfies Readonly<Partial<Record<ReasonKind, RuleText>>>
