import { days, minutes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { OtherFamily, Start, Story } from '#src/domain/watch/scenario/story.ts'

const FROM = moment('2026-11-02T00:05+01:00')
const DEPLOY = moment('2026-11-04T11:00+01:00')
/** Three weeks later a scrape takes longer than its ten seconds. */
const BLIND = DEPLOY + days(21)
const BEFORE: Start = { at: FROM - days(8), version: '0.9.0' }

const LINES = 1800
const PER_HOUR = (300_000 - LINES) / hoursSince(DEPLOY, BLIND)
/** Of writing and sending one line, so that all of them take ten seconds in the end. */
const LINE_MS = 10_000 / 300_000

const BY_AGENT: OtherFamily = {
  family: 'http_requests_total',
  label: 'user_agent',
  example: (n) => `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 build/${n}`,
}

/** What every one of its reasons names. */
const GROWS = 'label user_agent of http_requests_total has '

const linesAt = (t: number): number => LINES + PER_HOUR * hoursSince(DEPLOY, t)

/** Story 9: a deploy labels requests by `user_agent`. Told as far as the page is cut at its cap. */
export const exporterLabels: Story = {
  name: "the exporter that DoS'd itself",
  says: 'A deploy labels requests by user agent: 600 series more an hour on each of three pods.',
  from: FROM,
  until: DEPLOY + days(5),
  liveFrom: DEPLOY + days(2),
  timeZone: 'Europe/Paris',
  every: minutes(10),
  file: { timeout: '10s' },
  services: [
    {
      name: 'edge',
      pods: 3,
      file: { bounds: { scrapeDuration: 10 } },
      play: (n, random) => ({
        ...goService(random, { starts: [BEFORE, { at: DEPLOY + minutes(n), version: '1.0.0' }] }),
        otherLines: linesAt,
        otherFamily: BY_AGENT,
        takes: (t) => LINE_MS * linesAt(t) * random.uniform(0.95, 1.05),
      }),
    },
    {
      name: 'edge-twin',
      pods: 1,
      play: (_, random) => ({
        ...goService(random, { starts: [BEFORE, { at: DEPLOY, version: '1.0.0' }] }),
        otherLines: (t) => (t < DEPLOY ? LINES : LINES + 50),
        takes: (t) => LINE_MS * (t < DEPLOY ? LINES : LINES + 50) * random.uniform(0.9, 1.1),
      }),
    },
  ],
  tells: [
    {
      service: 'edge',
      kind: 'drift',
      signal: 'seriesCount',
      namedBy: moment('2026-11-05T08:55+01:00'),
      on: moment('2026-11-06T08:55+01:00'),
      pods: 3,
      light: 'orange',
      says: ['series +59', '/h on all 3 pods since Wed 1', '(deploy 1.0.0)', GROWS],
      diagnosis: [
        'deploy 1.0.0',
        'before it ran 0.9.0: suspect it',
        'the metrics page on all 3 pods, +',
        GROWS,
        'take user_agent out of the code',
        'take deploy 1.0.0 back',
      ],
    },
    {
      service: 'edge',
      kind: 'drift',
      signal: 'scrapeDuration',
      namedBy: moment('2026-11-05T08:55+01:00'),
      on: moment('2026-11-06T08:55+01:00'),
      pods: 3,
      light: 'orange',
      says: [
        'time to read metrics +',
        ' ms/h on all 3 pods since Wed 1',
        '(deploy 1.0.0)',
        GROWS,
        'reaches its 10 s limit about ',
      ],
      reaches: { at: BLIND },
    },
    {
      service: 'edge',
      kind: 'exposition',
      namedBy: DEPLOY + days(5),
      on: moment('2026-11-09T08:55+01:00'),
      pods: 3,
      light: 'orange',
      says: ['cut at 8 MiB', GROWS],
      diagnosis: ['the last was deploy 1.0.0', GROWS, 'take user_agent out of the code'],
    },
  ],
}
