import { describe, expect, it } from 'vitest'
import type { Signal } from '#src/domain/signals/signal.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Part, Reason } from '#src/domain/verdict/reason.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { NOW, REFUSED, TIMEOUT } from '#src/domain/watch/testing/podFacts.ts'
import { troubleOf } from './troubleOf.ts'

const SINCE = NOW - minutes(20)

/** A reason of as many pods as there are parts, all of one kind. */
const reason = (light: Light, ...parts: readonly [Part, ...Part[]]): Reason => {
  const pods = parts.map((part, i) => ({ ...part, pod: `orders-${i + 1}`, light, since: SINCE }))
  return { kind: parts[0].kind, light, since: SINCE, ofPods: parts.length, pods } as unknown as Reason
}

const failing = (failure: ProbeFailure): Part => ({ kind: 'failing', failure })
const health = (check: string | null): Part => ({ kind: 'health', state: 'down', check, why: null })
const level = (signal: Signal): Part => ({ kind: 'level', signal, value: 96, bound: 100, of: null })
const drift = (signal: Signal): Part => ({
  kind: 'drift',
  signal,
  of: null,
  value: 900,
  perHour: 40,
  ci: [39, 41],
  bound: null,
  reachedAt: null,
  reachedBetween: null,
  deploy: null,
  restartAt: null,
})
const ERRORS: Part = { kind: 'errors', ratio: 0.2, perSecond: 12 }
const TRAFFIC: Part = {
  kind: 'traffic',
  perSecond: 500,
  usual: 100,
  times: 5,
  errors: 0.3,
  saturated: true,
}
const warmUp = (signal: 'latencyP99' | 'memory'): Part => ({
  kind: 'warm-up',
  signal,
  value: 5,
  usual: 1,
  endsAt: NOW,
  ready: true,
})
const RESTARTS: Part = { kind: 'restarts', count: 1, lastAt: SINCE }

const judged = (light: Light, ...reasons: readonly Reason[]) =>
  troubleOf({ service: 'orders', light, dependsOn: ['db'], everAnswered: true, reasons }, NOW)

describe('whether a dependency may be behind it, and whether callers feel it', () => {
  it.each<{ name: string; because: readonly Reason[]; own: boolean; felt: boolean }>([
    { name: 'answers that do not come', because: [reason('red', failing(TIMEOUT))], own: false, felt: true },
    {
      name: 'answers that are 5xx',
      because: [reason('red', failing({ kind: 'http-status', status: 502 }))],
      own: false,
      felt: true,
    },
    {
      name: 'answers that are 4xx',
      because: [reason('red', failing({ kind: 'http-status', status: 404 }))],
      own: true,
      felt: true,
    },
    { name: 'refused connections', because: [reason('red', failing(REFUSED))], own: true, felt: true },
    {
      name: 'one pod that hangs, one that is gone',
      because: [reason('red', failing(TIMEOUT), failing(REFUSED))],
      own: true,
      felt: true,
    },
    { name: 'a check of a database', because: [reason('red', health('db / us1'))], own: false, felt: true },
    { name: 'a check of the disk', because: [reason('red', health('diskSpace'))], own: true, felt: true },
    {
      name: 'a check of the memory',
      because: [reason('red', health('memory:utilization'))],
      own: true,
      felt: true,
    },
    { name: 'no check at all', because: [reason('red', health(null))], own: false, felt: true },
    { name: 'errors', because: [reason('red', ERRORS)], own: false, felt: true },
    { name: 'memory near its limit', because: [reason('red', level('memory'))], own: true, felt: false },
    { name: 'a processor that is full', because: [reason('red', level('cpu'))], own: true, felt: true },
    { name: 'threads near their limit', because: [reason('red', level('threads'))], own: false, felt: true },
    { name: 'a leak of file descriptors', because: [reason('orange', drift('fds'))], own: true, felt: false },
    {
      name: 'goroutines that pile up',
      because: [reason('orange', drift('goroutines'))],
      own: false,
      felt: true,
    },
    {
      name: 'calls that come again and again',
      because: [reason('orange', TRAFFIC)],
      own: false,
      felt: false,
    },
    { name: 'calls that are too many', because: [reason('red', TRAFFIC)], own: false, felt: true },
    { name: 'cold caches', because: [reason('orange', warmUp('latencyP99'))], own: true, felt: true },
    {
      name: 'a heap that fills at first',
      because: [reason('orange', warmUp('memory'))],
      own: true,
      felt: false,
    },
    { name: 'a restart in the night', because: [reason('orange', RESTARTS)], own: true, felt: false },
    { name: 'a crash loop', because: [reason('red', RESTARTS)], own: true, felt: true },
    {
      name: 'the gravest reasons alone count',
      because: [reason('red', ERRORS), reason('orange', level('memory'))],
      own: false,
      felt: true,
    },
    {
      name: 'a lesser harm beside a graver one that nobody feels',
      because: [reason('red', level('memory')), reason('orange', ERRORS)],
      own: true,
      felt: false,
    },
    {
      name: 'two that are as grave, one of them its own',
      because: [reason('red', ERRORS), reason('red', level('memory'))],
      own: true,
      felt: true,
    },
  ])('$name', ({ because, own, felt }) => {
    const [{ light } = { light: 'green' as const }] = because
    const { independent, hurtsCallers } = judged(light, ...because)
    expect({ own: independent, felt: hurtsCallers }).toEqual({ own, felt })
  })
})

describe('when a trouble began', () => {
  it('is when the first of its gravest reasons did', () => {
    const early = { ...reason('red', ERRORS), since: NOW - minutes(30) }
    const slight = { ...reason('orange', level('memory')), since: NOW - hours(3) }
    expect(judged('red', reason('red', ERRORS), early, slight)).toMatchObject({
      since: NOW - minutes(30),
      sinceBetween: [NOW - minutes(30), NOW - minutes(30)],
    })
  })

  it('may be any time before, where it was so when first looked at', () => {
    const { since, sinceBetween } = judged('red', { ...reason('red', ERRORS), already: true })
    expect([since, sinceBetween]).toEqual([SINCE, [-Infinity, SINCE]])
  })

  it.each([
    { age: 0, within: 0.5 },
    { age: 4, within: 2 },
    { age: 5, within: 2 },
    { age: 6, within: 4 },
    { age: 16, within: 8 },
  ])('is known to within $within h of a drift that goes on for $age h', ({ age, within }) => {
    const began = NOW - hours(age)
    const { since, sinceBetween } = judged('orange', {
      ...reason('orange', drift('threads')),
      since: began,
    })
    expect([since, sinceBetween]).toEqual([began, [began - hours(within), began + hours(within)]])
  })

  it('is the same at any time where there is none', () => {
    const none = { since: 0, sinceBetween: [0, 0], independent: false, hurtsCallers: false }
    expect(judged('green')).toMatchObject(none)
  })
})
