import type { Answer, Resource, Step } from '#src/domain/diagnosis/finding.ts'
import { count } from './englishCount.ts'

const QUESTION: Readonly<Record<Step, string>> = {
  deploy: 'A deploy before it?',
  resource: 'A resource running out?',
  scope: 'All pods alike?',
  dependency: 'A dependency?',
  mitigate: 'Anything to do at once?',
}

const ANSWER: Readonly<Record<Answer, string>> = { yes: 'yes', no: 'no', unknown: 'not seen' }

/** What grows or is near its limit, and what to look for. */
const RESOURCE: Readonly<Record<Resource, { readonly name: string; readonly todo: string }>> = {
  memory: { name: 'memory', todo: 'compare two heap profiles; what is in neither is off the heap' },
  heap: { name: 'the heap', todo: 'compare two heap profiles half an hour apart' },
  stacks: { name: 'goroutines or threads', todo: 'find the one line that most of them wait at' },
  fds: { name: 'open files', todo: 'list them by kind: what is opened and never closed' },
  disk: { name: 'disk', todo: 'see what grows on it, and what should have been rotated away' },
  queue: { name: 'the queue', todo: 'see whether more arrives or each piece takes longer' },
  workers: { name: 'workers', todo: 'see whether more arrives or each piece takes longer' },
  cpu: { name: 'CPU', todo: 'take a profile of half a minute' },
  pool: { name: 'the connection pool', todo: 'find who holds the connections, and why so long' },
  latency: { name: 'latency', todo: 'see what the slow requests wait for' },
  traffic: { name: 'requests', todo: 'see who sends them' },
  eventLoop: { name: 'the event loop', todo: 'find what computes for long in one piece' },
  gc: { name: 'garbage collection', todo: 'find what allocates so much' },
  locks: { name: 'locks', todo: 'find the lock that most wait for' },
  exposition: {
    name: 'the metrics page',
    todo: 'count the series of each family, find the label whose values grow',
  },
}

/** What of a deploy to suspect. */
const BLAME = {
  change: 'suspect it',
  start: 'not what it changed, but that its pods start',
  end: 'not what it changed, but how pods end',
}

const are = (n: number): string => (n === 1 ? 'is' : 'are')
const carry = (n: number): string => (n === 1 ? 'carries' : 'carry')
const has = (n: number): string => (n === 1 ? 'has' : 'have')

/** Monday first. */
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What a diagnosis says, in English. Only the open row needs it: apart from `english.ts`, which the first page loads. */
export const englishDiagnosis = {
  heading: 'What is behind it, and what to do next',
  question: QUESTION,
  answer: ANSWER,
  resource: RESOURCE,
  copy: 'Copy',
  copied: 'The command is copied',
  /** `a, b and c`. */
  list: (names: readonly string[]) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,

  deploy: {
    name: (version: string | null) => (version === null ? 'a deploy' : `deploy ${version}`),
    suspect: (deploy: string, when: string, how: string, before: string | null, blame: keyof typeof BLAME) =>
      `${deploy} ${when}, ${how}; ${before === null ? 'what ran before it was not seen' : `before it ran ${before}`}: ${BLAME[blame]}`,
    ahead: (by: string) => `${by} before it began`,
    asItBegan: 'as it began',
    newer: (deploy: string, when: string) => `${deploy} came after it ${when}`,
    none: 'none in the 6 h before it began',
    last: (deploy: string, when: string) => `the last was ${deploy} ${when}`,
    notBefore: (moment: string) => `none seen, but its pods are only known since ${moment}`,
    untold: 'no pod tells its version or its start',
  },

  resourceNone: (signals: number) => `none of the ${count(signals, 'signal')} that its metrics tell`,
  resourceUnseen: 'it has no metrics that can be read',
  growth: (name: string, where: string, facts: string, todo: string) => `${name} ${where}${facts}: ${todo}`,
  limit: (about: string) => `at the limit ${about}`,
  level: (share: string) => `${share} of the limit`,
  lastLevel: (share: string, when: string) => `${share} of the limit when last read ${when}`,
  /** Labels that are left out would make two series of one name of what was told apart by them. */
  takeOut: (label: string) =>
    `take ${label} out of the code; as it is scraped only the whole family can be dropped (metric_relabel_configs)`,

  pattern: {
    offHeap: (where: string, memory: string, heap: string) =>
      `off-heap growth ${where}: memory ${memory}, heap flat at ${heap}`,
    heldOpen: (rate: string) => `open files ${rate}: files are held open`,
    outside: 'file pages, mapped files or native buffers, in no heap profile',
    pileUp: (what: string, where: string, value: string, rate: string, memory: string) =>
      `${what} pile up ${where}: ${value} now, ${rate}, and memory ${memory} with them`,
    stacksFirst: {
      goroutines: 'take a goroutine profile first, not a heap profile',
      threads: 'take a thread dump first, not a heap dump',
    },
    fdLeak: (where: string, rate: string, limit: string | null) =>
      `open files leak ${where}: ${rate}${limit === null ? '' : `, ${limit}`}; see what is opened and never closed`,
    firstAt: (bound: string, about: string) => `the first is at its ${bound} limit ${about}`,
    lone: (what: string, pod: string, value: string, rate: string, others: string) =>
      `${what} grows on ${pod} alone: ${value}, ${rate}, the others have ${others}; a cache or work that only it has`,
    creep: (where: string, what: string) => `capacity creep ${where}: ${what}`,
    busy: (share: string) => `workers ${share} busy`,
    canDo: (arrive: string, workers: string, took: string, can: string, share: string) =>
      `${arrive}/s arrive, ${workers} ${workers === '1' ? 'worker' : 'workers'} at ${took} can do ${can}/s (${share} busy)`,
    step: (before: string, after: string, deploy: string, when: string) =>
      `each piece took ${before}, and ${after} since ${deploy} ${when}`,
    queue: (rate: string) => `queue ${rate}`,
    rises: (rate: string) => `busy share ${rate}`,
    pool: (pool: string, where: string, use: string) => `pool collapse: ${pool} full ${where}, ${use}`,
    poolName: (name: string | null) => (name === null ? 'connections' : `pool ${name}`),
    use: (inUse: string, bound: string, waiting: string) => `${inUse} of ${bound} in use, ${waiting} waiting`,
    median: (before: string, after: string) => `median request ${before} → ${after}`,
    cause: {
      restart: (what: string, when: string) => `${what} restarted ${when}`,
      deploy: (what: string, when: string) => `${what} was deployed ${when}`,
      trouble: (what: string, when: string) => `${what} is in trouble since ${when}`,
      check: (what: string, when: string) => `check ${what} complains since ${when}`,
    },
    storm: (rate: string, times: string, usual: string, errors: string) =>
      `retry storm: ${rate}, ${times} × the usual ${usual}, ${errors} of them fail`,
    callers: (names: string, n: number) =>
      `${names} ${n === 1 ? 'calls' : 'call'} it and ${n === 1 ? 'shows' : 'show'} errors`,
    tail: (where: string, p99: string, usual: string | null, p50: string) =>
      `only the tail is slow ${where}: p99 ${p99}${usual === null ? '' : `, usually ${usual}`}, p50 flat at ${p50}; a call without a deadline`,
    deepest: (service: string, via: string | null) =>
      `the deepest in trouble is ${service}${via === null ? '' : `, by way of ${via}`}`,
    everyDay: 'every day',
    everyWeek: (weekday: number) => `every ${WEEKDAYS[weekday] ?? ''}`,
    periodic: (every: string, from: string, to: string, often: string, peak: string, usual: string) =>
      `periodic: ${every} ${from}–${to}, ${often} (p99 ${peak}, usually ${usual}): a job, not drift`,
    alongside: (services: string, n: number, shared: string) =>
      `${services} ${n === 1 ? 'is' : 'are'} slow at the same time, and all need ${shared}`,
    often: (hits: number, of: number, every: 'day' | 'week') => `${hits} of ${of} ${every}s`,
    warmUp: (where: string, what: string, value: string, usual: string) =>
      `warm-up ${where}: ${what} ${value}, usually ${usual}`,
    early: 'ready before warm: gate readiness on warm caches',
    late: 'whoever is sent to them waits: gate readiness on warm caches',
    terminating: (starts: number, of: number, share: string) =>
      `requests fail only as pods end, at ${starts} of ${count(of, 'start')} within a day, up to ${share}: let them finish what they have before they are killed`,
  },

  scope: {
    all: (n: number) => `${n === 2 ? 'both' : `all ${n}`} pods: what they share, not one of them`,
    untold: 'whether it is one shard or tenant their metrics do not tell',
    one: (pod: string, others: number) =>
      `only ${pod}, ${others === 1 ? 'the other pod does' : `the other ${others} do`} well: that pod or its node`,
    some: (n: number, of: number, names: string) => `${n} of ${of} pods: ${names}`,
    version: (version: string) => `just those that run ${version}`,
    name: (part: string) => `just those with ${part} in their name`,
    inTurn: (names: string, n: number, how: 'start' | 'end') =>
      `one pod after the other, now ${names}: not ${n === 1 ? 'that pod' : 'those pods'}, but how they ${how}`,
    nothing: 'nothing that they share shows',
    out: (names: string, n: number) => `${names} ${are(n)} out`,
    full: (names: string, n: number) => `${names} ${are(n)} at ${n === 1 ? 'its' : 'their'} limit`,
    spent: (names: string, n: number) => `${names} ${are(n)} out, at ${n === 1 ? 'its' : 'their'} limit`,
    carried: (missing: string, carriers: string, n: number, load: string, how: string | null) =>
      how === null
        ? `${missing}, and ${carriers} ${carry(n)} ${load}`
        : `${missing}, and ${carriers}, which ${carry(n)} ${load}, ${how}`,
    allLoad: 'all the load',
    load: (share: string) => `${share} of the load`,
    drops: (n: number, share: string) =>
      `${n === 1 ? 'drops' : 'drop up to'} ${share}: overload, not the code`,
    left: (n: number, share: string) => `${has(n)} ${share} of ${n === 1 ? 'its' : 'their'} capacity left`,
    uneven: (carriers: string, n: number, load: string) =>
      `${carriers} ${carry(n)} ${load}: look at how requests are dealt out, not at ${n === 1 ? 'that pod' : 'those pods'}`,
    single: 'it has one pod: nothing to compare it with',
    part: (part: string) => `all of it at ${part}`,
  },

  dependency: {
    root: (service: string, via: string | null) =>
      `${service} is the suspected root${via === null ? '' : `, by way of ${via}`}: look there first`,
    red: (names: string, n: number) => `${names} ${n === 1 ? 'is' : 'are'} red: look there first`,
    check: (name: string, when: string) =>
      `its own check ${name} complains since ${when}: look there, and at the way to it`,
    none: (names: string) => `the pods of ${names} show no red: its own code, its load, or who calls it`,
    unwatched: (names: string, n: number) => `${names} ${n === 1 ? 'is' : 'are'} not watched here`,
    unknown: 'the fleet file names nothing that it needs (dependsOn), and its checks name no service',
  },

  remedy: {
    elsewhere: (service: string) => `not here: a restart changes nothing while ${service} is in trouble`,
    wait: (until: string) => `it is over at ${until}; give the job other hours or its own resources`,
    warm: (until: string) => `no rollback: it passes as caches warm, at ${until} at the latest`,
    drain:
      'no rollback, which ends every pod once more: give them a preStop pause and a longer grace period (terminationGracePeriodSeconds)',
    takeOut: (names: string, n: number) =>
      `take ${names} out${n === 1 ? '' : ' one by one'} and restart ${n === 1 ? 'it' : 'each'}`,
    bringBack: (names: string) => `bring ${names} back or add a pod before looking at the code`,
    fares: (carriers: string, how: string) => `${carriers} ${how}`,
    drops: (n: number, share: string) => `${n === 1 ? 'drops' : 'drop up to'} ${share} until then`,
    shed: 'let callers try again less often, or shed load; a restart only adds cold caches',
    rollback: (deploy: string) =>
      `take ${deploy} back; that also takes back whatever else came with it, so look at its migrations first`,
    replace: (pod: string) => `replace ${pod}; what it holds is lost, so look into it first`,
    replaceMore: (n: number) =>
      `replace the ${count(n, 'pod')} one by one; what they hold is lost, so look into one first`,
    scale: (from: number, to: number) =>
      `go from ${count(from, 'pod')} to ${to}; each opens connections of its own to whatever it needs`,
    restart: (lasts: string | null) =>
      `a restart${lasts === null ? ' helps' : ` gives about ${lasts}`}, and destroys the evidence: look into it first`,
    later: (about: string) =>
      `not yet: the first limit is reached ${about}, which leaves time to find the cause`,
    none: 'nothing makes it better at once: find the cause',
    unplaced: 'the fleet file does not say where it runs ("kubernetes"), so there is no command',
  },
} as const
