import { inARow } from './englishInARow.ts'
import { formatDuration as long } from './formatDuration.ts'
import { formatNumber as number, formatRatio as percent } from './formatNumber.ts'
import type { RuleText } from './ruleText.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

/** The rules on signals of the metrics page in English, with the numbers that are in force. */
export const englishSignalRules = {
  load: {
    title: 'One pod carries too much',
    about:
      'How the requests lie on the pods of a service. A missing pod and the trouble of those that carry its load are told as one: it is overload, not the code.',
    orange: (p) =>
      `A pod carries more than ${number(p.loadOrange)} times its fair share, further from it than chance would have it, for ${long(p.loadPatience)}; at once where another pod is out. Between two metrics pages at least ${number(p.loadAtLeast)} requests must have come.`,
    red: (p) =>
      `Pods are out or at their limit, and one that carries more for it cannot: over ${percent(p.errorsRed)} of its requests fail, its workers are over ${percent(p.utilisationRed)} busy, or it is above ${percent(p.levelRed)} of a limit.`,
  },
  'pool-exhausted': {
    title: 'Connection pool full',
    about: 'All connections of a pool are in use and callers wait: requests now take as long as the wait.',
    red: (p) => `The pool is full while callers wait, ${inARow(p.worsenAfter)}.`,
  },
  errors: {
    title: 'Failing requests',
    about: 'Requests that fail on the service’s own side: health may know nothing of them, callers do.',
    orange: (p) =>
      `Over ${percent(p.errorsOrange)} of the requests fail, at least ${number(p.errorsAtLeast)} between two metrics pages: one of two is no alarm.`,
    red: (p) =>
      `Over ${percent(p.errorsRed)} of them fail; or their share rises fast, from under ${percent(p.errorsOrange)} as a rule to over ${percent(p.errorsRise * p.errorsOrange)}, and still grows by a quarter from page to page.`,
  },
  certificate: {
    title: 'Certificate ends',
    about: 'A certificate that ends soon, or has ended: from that moment on nobody can connect any more.',
    orange: (p) => `It ends in less than ${long(p.certificateOrange)}.`,
    red: (p) => `It ends in less than ${long(p.certificateRed)}.`,
  },
  level: {
    title: 'Near a limit',
    about:
      'A value close to the limit that it would hit: the one that the metrics name, or the fleet file under bounds. Heap is not among them, as it fills to the brim between two garbage collections.',
    orange: (p) =>
      `Above ${percent(p.levelOrange)} of its limit; CPU only where that lasts for ${long(p.levelCpuFor)}.`,
    red: (p) =>
      `Above ${percent(p.levelRed)} of its limit; CPU only where that lasts for ${long(p.levelCpuFor)}.`,
  },
  utilisation: {
    title: 'Busy workers',
    about:
      'The share of a pod’s workers that are busy. What arrives has to wait, and the wait grows with 1 ÷ (1 − share): threefold at 70 %, twentyfold at 95 % (Kleinrock, “Queueing Systems”, 1975).',
    orange: (p) => `Over ${percent(p.utilisationOrange)} busy.`,
    red: (p) => `Over ${percent(p.utilisationRed)} busy.`,
  },
  traffic: {
    title: 'Unusual traffic',
    about:
      'Many more requests than usual at this time, and more than ever came around this hour: what comes every day is usual. With errors it is often a retry storm, as who gets an error asks again, and each hop of a chain multiplies (“Site Reliability Engineering”, 2016, chapter 22).',
    orange: (p) =>
      `Over ${number(p.trafficOrange)} times the usual for ${long(p.excursionFor)}, and at least ${number(p.trafficAtLeast)} a second. A retry storm is suspected where over ${percent(p.errorsOrange)} of them fail.`,
    red: (p) =>
      `Over ${number(p.trafficOrange)} times the usual, and the pod cannot take it: over ${percent(p.errorsRed)} fail, its workers are over ${percent(p.utilisationRed)} busy, its CPU is above ${percent(p.levelRed)} of its limit, or its connection pool is full.`,
  },
  latency: {
    title: 'Slow requests',
    about:
      'The slowest hundredth of the requests (p99) takes much longer than usual at this time. It rests upon few requests and doubles by chance now and then, so it has to last. While a pod starts up it is a warm-up.',
    orange: (p) =>
      `Over ${number(p.latencyOrange)} times its usual p99 for ${long(p.excursionFor)}, and ${long(p.latencyAtLeast)} at least.`,
    red: (p) => `Over ${number(p.latencyRed)} times its usual p99 for ${long(p.latencyRedFor)}.`,
  },
  drift: {
    title: 'Drifting towards a limit',
    about:
      'A signal that rises for good, long before it is near its limit. The usual ups and downs of a day, a start, a step or a garbage collection are no drift.',
    orange: () => 'The test of its slope finds a real rise in several windows of time in a row.',
    red: (p) =>
      `At this pace it reaches its limit before the next working morning and ${long(p.driftMargin)}: before anybody looks again.`,
  },
  'event-loop': {
    title: 'Late event loop',
    about: 'One piece of work holds up all others of the process: the p99 of what its event loop is late by.',
    orange: (p) => `Later than ${long(p.loopLagOrange)}.`,
    red: (p) => `Later than ${long(p.loopLagRed)} for ${long(p.pauseRedFor)}.`,
  },
  'gc-pause': {
    title: 'Long pauses of garbage collection',
    about:
      'The whole process stands still while garbage is collected: the p99 of its pauses. One of a few may be long, so it has to last.',
    orange: (p) => `Longer than ${long(p.gcPauseOrange)} for ${long(p.excursionFor)}.`,
    red: (p) => `Longer than ${long(p.gcPauseRed)} for ${long(p.pauseRedFor)}.`,
  },
  'gc-cpu': {
    title: 'Busy with garbage collection',
    about:
      'Time that garbage collection takes from the work. It grows when memory is short, before it runs out.',
    orange: (p) => `Over ${percent(p.gcCpuOrange)} of the time.`,
    red: (p) => `Over ${percent(p.gcCpuRed)} of the time.`,
  },
  'mutex-wait': {
    title: 'Waiting for locks',
    about:
      'Goroutines wait for each other’s locks much longer than usual. How much is too much differs from program to program; that it has multiplied does not.',
    orange: (p) =>
      `Over ${number(p.mutexTimes)} times the usual for ${long(p.excursionFor)}, and over ${number(p.mutexAtLeast)} s waited in each second, all of them together.`,
  },
  'warm-up': {
    title: 'Warming up',
    about:
      'A pod that was just started is slow, or takes much memory: its caches are cold. Whoever is sent to it waits; a pod that says it is ready before it is warm says so too early.',
    orange: (p) =>
      `Started less than ${long(p.startUpWindow)} ago, with a p99 over ${number(p.latencyOrange)} times the usual and ${long(p.latencyAtLeast)} at least, or with over ${number(p.warmUpMemory)} times the usual memory.`,
  },
} satisfies Readonly<Partial<Record<ReasonKind, RuleText>>>
