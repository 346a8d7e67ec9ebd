import { expect, it } from 'vitest'
import type { Pattern } from '#src/domain/pattern/pattern.ts'
import { NOW } from '#src/domain/pattern/testing/seenOf.ts'
import { days, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { patternText } from './patternWords.ts'

const READER = { now: NOW, timeZone: 'Europe/Paris' }
const ALL = { pods: ['a-1', 'a-2', 'a-3'], ofPods: 3 }
const ONE = { pods: ['a-2'], ofPods: 3 }

const CREEP = {
  kind: 'capacity-creep',
  ...ONE,
  utilisation: 0.99,
  perHour: 0.0004,
  saturation: {
    utilisation: 0.99,
    capacityPerSecond: 727.3,
    arrivalPerSecond: 720,
    processingSeconds: 0.022,
    processing: 'mean',
    workers: 16,
  },
  step: { before: 0.02, after: 0.022, deploy: { version: '4.2.0', at: NOW - days(20) } },
  queuePerHour: 0.0125,
} as const

const POOL = {
  kind: 'pool-collapse',
  ...ALL,
  of: 'main',
  inUse: 25,
  bound: 25,
  waiting: 3000,
  latency: { before: 0.005, now: 0.06 },
  cause: { what: 'orders-db', how: 'restart', at: NOW - minutes(28) },
} as const

const STORM = {
  kind: 'retry-storm',
  ...ALL,
  perSecond: 200,
  usual: 40,
  errors: 0.12,
  callers: ['gateway', 'basket'],
} as const

const TAIL = {
  kind: 'slow-tail',
  ...ALL,
  p99: 4,
  usual: 0.08,
  p50: 0.02,
  deepest: { service: 'prices', via: ['basket', 'stock'] },
} as const

const FRIDAY = {
  kind: 'periodic',
  ...ONE,
  signal: 'latencyP99',
  every: 'week',
  weekday: 4,
  from: hours(6),
  to: hours(7),
  hits: 4,
  of: 4,
  peak: 0.9,
  usual: 0.12,
  endsAt: NOW + minutes(30),
  alongside: null,
} as const

const COLD = {
  kind: 'warm-up',
  ...ONE,
  signal: 'latencyP99',
  value: 0.21,
  usual: 0.0394,
  early: true,
  endsAt: NOW + minutes(12),
} as const

it.each<[Pattern, string]>([
  [
    COLD,
    'warm-up on a-2: latency p99 210 ms, usually 39.4 ms; ready before warm: gate readiness on warm caches',
  ],
  [
    { ...COLD, ...ALL, signal: 'memory', value: mebibytes(900), usual: mebibytes(600), early: false },
    'warm-up on all 3 pods: memory 900 MiB, usually 600 MiB; whoever is sent to them waits: gate readiness on warm caches',
  ],
  [
    { kind: 'off-heap', ...ONE, memoryPerHour: mebibytes(289), heap: mebibytes(92), fdsPerHour: 3 },
    'off-heap growth on a-2: memory +289 MiB/h, heap flat at 92 MiB, open files +3/h: files are held open',
  ],
  [
    { kind: 'off-heap', ...ALL, memoryPerHour: mebibytes(30), heap: mebibytes(92), fdsPerHour: null },
    'off-heap growth on all 3 pods: memory +30 MiB/h, heap flat at 92 MiB, file pages, mapped files or native buffers, in no heap profile',
  ],
  [
    {
      kind: 'stack-pile-up',
      ...ALL,
      signal: 'goroutines',
      value: 9995,
      perHour: 72,
      memoryPerHour: mebibytes(28),
    },
    'goroutines pile up on all 3 pods: 9,995 now, +72/h, and memory +28 MiB/h with them; take a goroutine profile first, not a heap profile',
  ],
  [
    {
      kind: 'stack-pile-up',
      ...ONE,
      signal: 'threads',
      value: 900,
      perHour: 7,
      memoryPerHour: mebibytes(28),
    },
    'threads pile up on a-2: 900 now, +7/h, and memory +28 MiB/h with them; take a thread dump first, not a heap dump',
  ],
  [
    { kind: 'fd-leak', ...ALL, perHour: 6, value: 3000, bound: 4096, reachedAt: NOW + days(8) },
    'open files leak on all 3 pods: +6/h, the first is at its 4,096 limit about 28 Nov; see what is opened and never closed',
  ],
  [
    { kind: 'fd-leak', ...ONE, perHour: 6, value: 3000, bound: null, reachedAt: null },
    'open files leak on a-2: +6/h; see what is opened and never closed',
  ],
  [
    {
      kind: 'lone-growth',
      ...ONE,
      signal: 'memory',
      value: mebibytes(2250),
      perHour: mebibytes(1.64),
      others: mebibytes(600),
    },
    'memory grows on a-2 alone: 2.2 GiB, +1.64 MiB/h, the others have 600 MiB; a cache or work that only it has',
  ],
  [
    CREEP,
    'capacity creep on a-2: 720/s arrive, 16 workers at 22 ms can do 727/s (99 % busy), busy share +0.96 % points/d, queue +0.3/d; each piece took 20 ms, and 22 ms since deploy 4.2.0 31 Oct 06:30',
  ],
  [
    { ...CREEP, saturation: null, perHour: null, step: null, queuePerHour: null },
    'capacity creep on a-2: workers 99 % busy',
  ],
  [
    POOL,
    'pool collapse: pool main full on all 3 pods, 25 of 25 in use, 3,000 waiting; median request 5 ms → 60 ms; orders-db restarted 06:02',
  ],
  [
    { ...POOL, of: null, latency: null, cause: { what: 'db / us1', how: 'check', at: NOW - minutes(28) } },
    'pool collapse: connections full on all 3 pods, 25 of 25 in use, 3,000 waiting; check db / us1 complains since 06:02',
  ],
  [
    STORM,
    'retry storm: 200/s, 5 × the usual 40/s, 12 % of them fail; gateway and basket call it and show errors',
  ],
  [{ ...STORM, callers: [] }, 'retry storm: 200/s, 5 × the usual 40/s, 12 % of them fail'],
  [
    TAIL,
    'only the tail is slow on all 3 pods: p99 4 s, usually 80 ms, p50 flat at 20 ms; a call without a deadline; the deepest in trouble is prices, by way of basket and stock',
  ],
  [
    { ...TAIL, usual: null, deepest: null },
    'only the tail is slow on all 3 pods: p99 4 s, p50 flat at 20 ms; a call without a deadline',
  ],
  [FRIDAY, 'periodic: every Friday 06:00–07:00, 4 of 4 weeks (p99 900 ms, usually 120 ms): a job, not drift'],
  [
    { ...FRIDAY, alongside: { services: ['bookings'], shared: ['postgres'] } },
    'periodic: every Friday 06:00–07:00, 4 of 4 weeks (p99 900 ms, usually 120 ms): a job, not drift; bookings is slow at the same time, and all need postgres',
  ],
  [
    { ...FRIDAY, every: 'day', from: hours(23.5), to: hours(25.5), hits: 6, of: 7 },
    'periodic: every day 23:30–01:30, 6 of 7 days (p99 900 ms, usually 120 ms): a job, not drift',
  ],
  [
    { kind: 'terminating', ...ALL, starts: 5, ofStarts: 6, ratio: 0.08 },
    'requests fail only as pods end, at 5 of 6 starts within a day, up to 8 %: let them finish what they have before they are killed',
  ],
])('%j', (pattern, text) => expect(patternText(pattern, READER)).toBe(text))
