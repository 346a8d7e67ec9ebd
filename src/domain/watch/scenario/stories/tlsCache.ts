import { days, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-10-26T00:05+01:00')
const NOTICED = FROM + days(42)
const STARTS: readonly [Start] = [{ at: FROM - days(30), version: '7.3.1' }]

const GROWS = mebibytes(2253 - 600) / hoursSince(FROM, NOTICED)
const LIMIT_AT = FROM + hours((mebibytes(4096) - mebibytes(600)) / GROWS)

/** Sessions that a cache holds which levels off: most of the way within two days of its start. */
const filled = (t: number): number => 4000 * (1 - Math.exp(-hoursSince(FROM - days(30), t) / 20))

/** Story 6: one pod of four keeps a TLS session for each address it ever spoke to. Told as far as its second week. */
export const tlsCache: Story = {
  name: 'the TLS cache keyed by IP',
  says: 'One pod of four keeps a TLS session for each address that it ever spoke to.',
  from: FROM,
  until: FROM + days(14),
  liveFrom: FROM + days(13),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  services: [
    {
      name: 'egress',
      pods: 4,
      file: { bounds: { memory: '4GiB' } },
      play: (n, random) => {
        const grows = n === 3 ? 1 : 0
        return goService(random, {
          starts: STARTS,
          memory: (t) => mebibytes(600) + grows * GROWS * hoursSince(FROM, t),
          own: (t) => ({ tls_session_cache_entries: Math.round(40 + grows * 4.1 * hoursSince(FROM, t)) }),
        })
      },
    },
    {
      name: 'egress-twin',
      pods: 1,
      file: { bounds: { memory: '4GiB' } },
      play: (_, random) =>
        goService(random, {
          starts: STARTS,
          memory: (t) => mebibytes(600) + 400_000 * filled(t),
          own: (t) => ({ tls_session_cache_entries: Math.round(filled(t)) }),
        }),
    },
  ],
  tells: [
    {
      service: 'egress',
      kind: 'drift',
      signal: 'memory',
      namedBy: moment('2026-11-02T08:55+01:00'),
      on: moment('2026-11-07T08:55+01:00'),
      pods: 1,
      light: 'orange',
      says: ['memory +1.', 'MiB/h on egress-3 since', 'reaches its 4 GiB limit about '],
      diagnosis: [
        'memory grows on egress-3 alone',
        'the others have 600 MiB',
        'only egress-3, the other 3 do well',
      ],
      reaches: { at: LIMIT_AT },
    },
  ],
}
