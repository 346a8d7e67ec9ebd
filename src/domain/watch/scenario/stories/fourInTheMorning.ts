import { days, hours, mebibytes, minutes, seconds } from '#src/domain/time/units.ts'
import { between } from '#src/domain/watch/scenario/between.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import type { Answering, Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-11T00:41+01:00')
const BEGINS = moment('2026-11-11T03:50+01:00')
const PAGED = moment('2026-11-11T04:00+01:00')
const MENDED = moment('2026-11-11T04:20+01:00')
const BEFORE: Start = { at: FROM - days(40), version: '8.0.3' }

/** Requests a second of each of three machines. */
const SHARE = 50
const CALM_MEMORY = mebibytes(6 * 1024)
const FULL_MEMORY = mebibytes(15.7 * 1024)

const isStuck = (n: number, t: number): boolean => n !== 3 && t >= BEGINS && t < MENDED

/** Two questions of three are not answered in time. */
const hardly = (t: number): Answering => (Math.round(t / seconds(15)) % 3 === 0 ? 'ok' : 'timeout')

/** Story 16: of three machines behind a balancer two have no CPU and memory left; the third carries what it can. */
export const fourInTheMorning: Story = {
  name: 'four in the morning',
  says: 'Two of three machines are out of CPU and memory and hardly answer; the third carries everything.',
  from: FROM,
  until: MENDED + hours(1.5),
  liveFrom: BEGINS - seconds(20),
  timeZone: 'Europe/Paris',
  every: minutes(2),
  pace: [
    { from: BEGINS - minutes(5), every: seconds(15) },
    { from: MENDED + minutes(20), every: minutes(2) },
  ],
  looks: [PAGED, MENDED + minutes(10), MENDED + hours(1.2)],
  services: [
    {
      name: 'www',
      pods: 3,
      file: { bounds: { cpu: 8, memory: '16GiB' } },
      play: (n, random) =>
        goService(random, {
          starts: n === 3 ? [BEFORE] : [BEFORE, { at: MENDED + minutes(n), version: BEFORE.version }],
          answers: (t) => (isStuck(n, t) ? hardly(t) : 'ok'),
          perSecond: (t) => {
            if (t < BEGINS || t >= MENDED) return SHARE
            return n === 3 ? 2.7 * SHARE : 0.15 * SHARE
          },
          swing: 0.05,
          cpu: (t) => {
            if (t < BEGINS || t >= MENDED) return 2.2
            return n === 3 ? 5.6 : 8.2
          },
          memory:
            n === 3
              ? () => CALM_MEMORY
              : between(
                  [BEGINS - minutes(1), CALM_MEMORY],
                  [BEGINS + minutes(2), FULL_MEMORY],
                  [MENDED, FULL_MEMORY],
                  [MENDED + 1, CALM_MEMORY],
                ),
          requests: { errors: () => 0, p50: () => 0.01, p99: () => 0.08 },
        }),
    },
  ],
  tells: [
    {
      service: 'www',
      kind: 'load',
      namedBy: PAGED,
      on: PAGED,
      pods: 1,
      light: 'red',
      says: ['2 of 3 pods are out', 'www-3 carries', 'of its capacity left', 'since 03:50'],
      diagnosis: [
        'memory on 2 of 3 pods, 98 % of the limit',
        'CPU on 2 of 3 pods, 10',
        'www-1 and www-2 are out, at their limit, and www-3, which carries all the load, has 3',
        'take www-1 and www-2 out one by one and restart each; www-3 has 3',
        ' % of its capacity left',
      ],
      endsBy: MENDED + minutes(2),
    },
    {
      service: 'www',
      kind: 'restarts',
      namedBy: MENDED + minutes(10),
      on: MENDED + minutes(10),
      pods: 2,
      light: 'orange',
      says: ['2 of 3 pods restarted'],
      care: 'recovery',
    },
  ],
  beside: [
    { service: 'www', kind: 'level', signal: 'memory' },
    { service: 'www', kind: 'level', signal: 'cpu' },
    { service: 'www', kind: 'flapping' },
  ],
}
