import { mebibytes, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { Story } from '#src/domain/watch/scenario/story.ts'

const DEPLOY = moment('2026-11-10T14:20+01:00')
/** Monday, six o'clock: the first pod is killed. */
const KILLED = moment('2026-11-16T06:00+01:00')

const LEAK_HOURS = hoursSince(DEPLOY, KILLED)

/** Per hour, of the pod that is killed first; the others leak by up to 2 % less. */
const MEMORY = (mebibytes(4096) - mebibytes(300)) / LEAK_HOURS
const GOROUTINES = (10_000 - 180) / LEAK_HOURS

/** Story 1: each call of a client without a deadline leaves a goroutine behind, and what it holds on to. */
export const sixDayOom: Story = {
  name: 'the six-day OOM',
  says: 'Since a deploy each of 12 pods loses 28 MiB and 72 goroutines an hour.',
  from: moment('2026-11-07T18:05+01:00'),
  until: KILLED,
  liveFrom: moment('2026-11-13T08:30+01:00'),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    {
      name: 'webhooks',
      pods: 12,
      file: { bounds: { memory: '4GiB' } },
      play: (n, random) => {
        const share = 1 - 0.002 * (n - 1)
        return goService(random, {
          starts: [
            { at: moment('2026-10-28T11:00+01:00'), version: '1.8.1' },
            { at: DEPLOY + minutes(n), version: '1.8.2' },
          ],
          memory: (t) => mebibytes(300) + share * MEMORY * hoursSince(DEPLOY, t),
          goroutines: (t) => 180 + share * GOROUTINES * hoursSince(DEPLOY, t),
        })
      },
    },
    {
      name: 'webhooks-twin',
      pods: 1,
      file: { bounds: { memory: '4GiB' } },
      play: (n, random) =>
        goService(random, {
          starts: [
            { at: moment('2026-10-28T11:00+01:00'), version: '1.8.1' },
            { at: DEPLOY + minutes(n), version: '1.8.2' },
          ],
          memory: () => mebibytes(600),
          teeth: mebibytes(250),
        }),
    },
  ],
  tells: [
    {
      service: 'webhooks',
      kind: 'drift',
      signal: 'memory',
      namedBy: moment('2026-11-12T08:55+01:00'),
      on: moment('2026-11-13T08:55+01:00'),
      pods: 12,
      light: 'red',
      says: ['memory +2', 'on all 12 pods', 'since Tue 14:2', '(deploy 1.8.2)', 'limit Mon about 0'],
      diagnosis: [
        'deploy 1.8.2 Tue 14:2',
        'suspect it',
        'goroutines pile up on all 12 pods',
        'take a goroutine profile first, not a heap profile',
      ],
      reaches: { at: KILLED },
    },
    {
      service: 'webhooks',
      kind: 'drift',
      signal: 'goroutines',
      namedBy: moment('2026-11-12T08:55+01:00'),
      on: moment('2026-11-13T08:55+01:00'),
      pods: 12,
      light: 'orange',
      says: ['goroutines +7', 'on all 12 pods', 'since Tue 1', '(deploy 1.8.2)'],
    },
  ],
  beside: [{ service: 'webhooks', kind: 'level', signal: 'memory' }],
}
