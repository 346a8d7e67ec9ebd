import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { seededRandom } from '#src/domain/slope/testing/random.ts'
import { type EpochMs, mebibytes } from '#src/domain/time/units.ts'
import { goService } from '#src/domain/watch/scenario/goService.ts'
import { hoursSince, moment } from '#src/domain/watch/scenario/moment.ts'
import type { Actor } from '#src/domain/watch/scenario/playedPod.ts'
import type { PodPlay, Start } from '#src/domain/watch/scenario/story.ts'

/** A moment of the night from Thursday to Friday, or of the days around it. */
export const at = (clock: string, day = '20'): EpochMs => moment(`2026-11-${day}T${clock}+01:00`)

const LONG_AGO = at('09:00', '02')

const started = (version: string, when: EpochMs = LONG_AGO): Start => ({ at: when, version })

const isWithin = (t: EpochMs, from: string, to: string): boolean => t >= at(from) && t < at(to)

/** What the pods of each service do; a service has as many as are named. */
const PLAYS: Readonly<Record<string, readonly Omit<PodPlay, 'metrics'>[]>> = {
  // Crashes at 03:12 and comes back with a new process.
  orders: [
    {
      starts: [started('3.4.1'), started('3.4.1', at('03:35:05'))],
      answers: (t) => (isWithin(t, '03:11:55', '03:35:20') ? 'refused' : 'ok'),
    },
  ],
  // Loses its database for a while, and finds it again without anybody's help.
  payments: [
    {
      starts: [started('1.8.0')],
      checks: (t) => [
        isWithin(t, '05:01:55', '05:09:35')
          ? { name: 'database', state: 'down', message: 'connect ECONNREFUSED database:5432' }
          : { name: 'database', state: 'ok', message: null },
      ],
    },
  ],
  // A roll-out in the late evening.
  catalog: ['22:10', '22:11'].map((clock) => ({
    starts: [started('1.4.1'), started('1.4.2', at(clock, '19'))],
  })),
  // Leaks from half past six on: see below.
  billing: [{ starts: [started('1.23.5')] }],
  mail: [{ starts: [started('0.9.4')] }],
}

/**
 * A process of 56 MiB that loses twice as much each hour: told after four hours, full after a day and a half. The curve of the
 * day takes a little of it away; what is left lies well between two numbers that may be told.
 */
const leak = (t: EpochMs): number => mebibytes(56) + mebibytes(121.5) * hoursSince(at('18:30', '19'), t)

/** All pods of the night, anew. */
export const nightActors = (): readonly Actor[] =>
  Object.entries(PLAYS).flatMap(([service, plays]) =>
    plays.map((play, i) => {
      const pod = `${service}-${i + 1}`
      const memory = service === 'billing' ? { memory: leak, teeth: mebibytes(4) } : {}
      return { service, pod, play: goService(seededRandom(1, `night ${pod}`), { ...play, ...memory }) }
    }),
  )

const TIERS: Readonly<Record<string, 1 | 2>> = { orders: 1 }

/**
 * The fleet file of the night. Health is asked at each step of the clock, so that all that is seen is seen at the same second
 * in each run.
 */
export const nightFleet = (urlOf: (pod: string) => string): FleetFile => ({
  title: 'Night shop',
  intervals: { health: '15s', metrics: '1m', version: '30m' },
  timeout: '5s',
  endpoints: { health: '/health', metrics: '/metrics', version: '/version' },
  morning: { timeZone: 'Europe/Berlin' },
  tickets: { people: ['Anna Berger', 'Boris Klein'] },
  services: Object.entries(PLAYS).map(([name, plays]) => ({
    name,
    tier: TIERS[name] ?? 2,
    bounds: { memory: '4GiB' },
    pods: plays.map((_, i) => ({ name: `${name}-${i + 1}`, url: urlOf(`${name}-${i + 1}`) })),
  })),
})
