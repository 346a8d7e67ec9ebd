import { days, minutes, seconds } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import { requestLog } from '#src/domain/watch/scenario/requestLog.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-11T05:41+01:00')
const DOWN = moment('2026-11-11T08:41+01:00')
const MORNING = moment('2026-11-11T08:55+01:00')
const STARTS: readonly [Start] = [{ at: FROM - days(3), version: '5.2.7' }]
const FILE = { bounds: { cpu: 1 } }

/** Requests a second that each of two pods gets. */
const SHARE = 30

/** What a pod logs of the requests that it serves: each line names the pod, errors and successes alike. */
const logOf = (service: string, n: number, errors: (t: number) => number) =>
  requestLog({ pod: `${service}-${n}`, says: `[${service}] creating user: POST /api/users`, errors })

const failing = (t: number): number => (t < DOWN ? 0 : 0.2)
const never = (): number => 0

/** Story 14: of two pods one is down, and the other one fails at what is too much for it. */
export const oneOfTwoPods: Story = {
  name: 'one of two pods went down',
  says: 'One of two pods is down; the other one carries all the load and drops a fifth of it.',
  from: FROM,
  until: MORNING + minutes(10),
  liveFrom: DOWN - seconds(20),
  timeZone: 'Europe/Paris',
  every: minutes(2),
  pace: [{ from: DOWN - minutes(10), every: seconds(15) }],
  looks: [DOWN + minutes(2)],
  services: [
    {
      name: 'user-sync',
      pods: 2,
      file: FILE,
      play: (n, random) =>
        goService(random, {
          starts: STARTS,
          answers: (t) => (n === 2 && t >= DOWN ? 'refused' : 'ok'),
          perSecond: (t) => (t < DOWN ? SHARE : 2 * SHARE),
          swing: 0.05,
          cpu: (t) => (t < DOWN ? 0.55 : 0.99),
          requests: { errors: failing, p50: () => 0.02, p99: () => 0.12 },
          logs: logOf('user-sync', n, failing),
        }),
    },
    {
      name: 'user-sync-twin',
      pods: 2,
      file: FILE,
      play: (n, random) =>
        goService(random, {
          starts: STARTS,
          perSecond: () => SHARE,
          swing: 0.05,
          cpu: () => 0.55,
          requests: { errors: never, p50: () => 0.02, p99: () => 0.12 },
          logs: logOf('user-sync-twin', n, never),
        }),
    },
  ],
  tells: [
    {
      service: 'user-sync',
      kind: 'load',
      namedBy: DOWN + minutes(2),
      on: MORNING,
      pods: 1,
      light: 'red',
      says: ['1 of 2 pods is out', 'user-sync-1 carries 100 % of the load and drops 20 %', 'since 08:41'],
      diagnosis: [
        'none in the 6 h before it began',
        'CPU on user-sync-1, 9',
        'user-sync-2 is out, and user-sync-1, which carries all the load, drops 20 %: overload, not the code',
        'bring user-sync-2 back or add a pod before looking at the code; user-sync-1 drops 20 % until then',
      ],
    },
  ],
}
