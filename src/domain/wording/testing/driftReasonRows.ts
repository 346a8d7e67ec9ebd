import { hours, mebibytes } from '#src/domain/time/units.ts'
import { NOW, reasonOf } from './reasonOf.ts'
import type { ReasonRow } from './reasonRows.ts'

/** Tuesday 14:20 in Paris. */
const TUESDAY = NOW - hours(42) - 40 * 60_000
const deploy = { version: '1.8.2', at: TUESDAY }

const leak = {
  signal: 'memory',
  of: null,
  value: mebibytes(3100),
  perHour: mebibytes(31),
  ci: [mebibytes(29), mebibytes(33)],
  bound: mebibytes(4096),
  reachedAt: NOW + hours(30),
  reachedBetween: [NOW + hours(28), NOW + hours(33)],
  deploy: null,
  restartAt: null,
  since: TUESDAY,
} as const

const earlier = { since: TUESDAY - hours(3) }
const later = { since: TUESDAY + hours(2) }

const unseen = { ...leak, light: 'unknown', reachedAt: NOW - hours(20) } as const

const stacks = {
  ...leak,
  signal: 'goroutines',
  perHour: 62,
  ci: [60, 64],
  bound: null,
  reachedAt: null,
} as const

export const driftRows: readonly ReasonRow[] = [
  {
    name: 'a leak after a deploy',
    reason: reasonOf('drift', 12, {
      a: { ...leak, deploy },
      b: { ...leak, deploy, perHour: mebibytes(30) },
      c: { ...leak, reachedAt: NOW + hours(31) },
    }),
    line: 'memory +31 MiB/h on 3 of 12 pods since Tue 14:20 (deploy 1.8.2), reaches its 4 GiB limit tomorrow about 15:00',
    advice:
      'suspect deploy 1.8.2: compare two heap profiles; where the heap is flat, look at threads, open files and native memory',
  },
  {
    name: 'a leak that began with a restart on most pods',
    reason: reasonOf('drift', 3, {
      a: { ...leak, restartAt: TUESDAY - hours(1) },
      b: { ...leak, restartAt: TUESDAY - hours(2) },
      c: leak,
    }),
    line: 'memory +31 MiB/h on all 3 pods since Tue 14:20 (restart Tue 13:20), reaches its 4 GiB limit tomorrow about 15:00',
    advice:
      'compare two heap profiles; where the heap is flat, look at threads, open files and native memory',
  },
  {
    name: 'a rise without a limit',
    reason: reasonOf('drift', 1, { a: stacks }),
    line: 'goroutines +62/h on a since Tue 14:20',
    advice: 'look in a stack dump for the one line that most of them wait at',
  },
  {
    name: 'rises that are far apart',
    reason: reasonOf('drift', 2, { a: stacks, b: { ...stacks, perHour: 20 } }),
    line: 'goroutines up to +62/h on both pods since Tue 14:20',
    advice: 'look in a stack dump for the one line that most of them wait at',
  },
  {
    name: 'one file in ten minutes, for weeks',
    reason: reasonOf('drift', 1, {
      a: { ...leak, signal: 'fds', perHour: 6, ci: [5.9, 6.1], bound: 4096, reachedAt: NOW + hours(20 * 24) },
    }),
    line: 'open files +6/h on a since Tue 14:20, reaches its 4,096 limit about 11 Dec',
    advice: 'list its open files by kind: what is opened and never closed',
  },
  {
    name: 'a disk has a name, a deploy may have none',
    reason: reasonOf('drift', 3, {
      db: { ...leak, signal: 'disk', of: '/var', deploy: { version: null, at: TUESDAY } },
    }),
    line: 'disk /var +31 MiB/h on db since Tue 14:20 (deploy), reaches its 4 GiB limit tomorrow about 15:00',
    advice: 'suspect the deploy: see what grows on it, and what should have been rotated away',
  },
  {
    name: 'a rise that seems to begin before the deploy it comes from',
    reason: reasonOf('drift', 2, {
      a: { ...stacks, deploy, ...earlier },
      b: { ...stacks, ...earlier },
    }),
    line: 'goroutines +62/h on both pods since Tue 14:20 (deploy 1.8.2)',
    advice: 'suspect deploy 1.8.2: look in a stack dump for the one line that most of them wait at',
  },
  {
    name: 'a rise that begins some time after the deploy',
    reason: reasonOf('drift', 1, { a: { ...stacks, deploy, ...later } }),
    line: 'goroutines +62/h on a since Tue 16:20 (deploy 1.8.2)',
    advice: 'suspect deploy 1.8.2: look in a stack dump for the one line that most of them wait at',
  },
  {
    name: 'a deploy that only the fewest of them suspect',
    reason: reasonOf('drift', 3, {
      a: stacks,
      b: stacks,
      c: { ...stacks, ...later, deploy: { version: '1.8.3', at: TUESDAY + hours(1) } },
    }),
    line: 'goroutines +62/h on all 3 pods since Tue 14:20',
    advice: 'look in a stack dump for the one line that most of them wait at',
  },
  {
    name: 'workers that get busier',
    reason: reasonOf('drift', 1, {
      a: { ...stacks, signal: 'utilisation', perHour: 0.02, ci: [0.01, 0.03] },
    }),
    line: 'utilisation +2 % points/h on a since Tue 14:20',
    advice: 'see whether more work arrives or each piece takes longer, then add workers',
  },
  {
    name: 'a limit that is reached',
    reason: reasonOf('drift', 1, { a: { ...leak, signal: 'heap', reachedAt: NOW + 20_000 } }),
    line: 'heap +31 MiB/h on a since Tue 14:20, is at its 4 GiB limit',
    advice:
      'compare two heap profiles; where the heap is flat, look at threads, open files and native memory',
  },
  {
    name: 'a limit that was to be reached since it was last looked at',
    reason: reasonOf('drift', 1, { a: unseen }),
    line: 'memory +31 MiB/h on a since Tue 14:20, was to reach its 4 GiB limit yesterday about 13:00',
    advice:
      'compare two heap profiles; where the heap is flat, look at threads, open files and native memory',
  },
  {
    name: 'a limit that nobody will see',
    reason: reasonOf('drift', 1, {
      a: { ...leak, signal: 'fds', perHour: 3, ci: [2, 4], bound: 65_536, reachedAt: NOW + hours(366 * 24) },
    }),
    line: 'open files +3/h on a since Tue 14:20',
    advice: 'list its open files by kind: what is opened and never closed',
  },
]
