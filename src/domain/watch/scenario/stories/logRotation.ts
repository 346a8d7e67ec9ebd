import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-09T00:00+01:00')
const BEGINS = moment('2026-11-12T22:00+01:00')
const STARTS: readonly [Start] = [{ at: moment('2026-11-01T09:00+01:00'), version: '3.4.0' }]
const FILE = { bounds: { memory: '4GiB' } }

/** Resident besides the garbage of 40 MiB at most, that the heap grows by and is rid of again. */
const HELD = mebibytes(580)
const GARBAGE = mebibytes(20)
const PER_HOUR = mebibytes(290)
const KILLED = BEGINS + hours((mebibytes(4096) - HELD - GARBAGE) / PER_HOUR)

/** Story 10: each rotation leaves a file open that is written on to; what it holds is outside of the heap. */
export const logRotation: Story = {
  name: 'the log rotation race',
  says: 'Each rotation of the log leaves a file open: memory grows outside of the heap.',
  from: FROM,
  until: moment('2026-11-13T09:01+01:00'),
  liveFrom: moment('2026-11-13T08:30+01:00'),
  timeZone: 'Europe/Paris',
  every: minutes(5),
  services: [
    {
      name: 'ingest',
      pods: 1,
      file: FILE,
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          memory: (t) => HELD + PER_HOUR * hoursSince(BEGINS, t),
          fds: (t) => 60 + Math.floor(3 * hoursSince(BEGINS, t)),
        }),
    },
    {
      name: 'ingest-twin',
      pods: 1,
      file: FILE,
      play: (_, random) => goService(random, { starts: STARTS, memory: () => HELD, teeth: mebibytes(180) }),
    },
  ],
  tells: [
    {
      service: 'ingest',
      kind: 'drift',
      signal: 'memory',
      namedBy: moment('2026-11-13T08:55+01:00'),
      on: moment('2026-11-13T08:55+01:00'),
      pods: 1,
      light: 'red',
      says: ['memory +2', 'MiB/h on ingest-1 since', 'reaches its 4 GiB limit about '],
      diagnosis: ['off-heap growth on ingest-1', 'heap flat at', 'files are held open'],
      reaches: { at: KILLED },
    },
    {
      service: 'ingest',
      kind: 'drift',
      signal: 'fds',
      namedBy: moment('2026-11-13T08:55+01:00'),
      on: moment('2026-11-13T08:55+01:00'),
      pods: 1,
      light: 'orange',
      says: ['open files +', '/h on ingest-1 since'],
    },
  ],
  beside: [{ service: 'ingest', kind: 'level', signal: 'memory' }],
}
