import * as v from 'valibot'
import type { HealthCheck, HealthFormat, HealthReading } from '#src/domain/health/healthReading.ts'
import { SIGNALS } from '#src/domain/signals/signal.ts'
import { cappedHealth } from './cappedHealth.ts'
import type { Tombstone } from './tombstone.ts'

/** Goes up whenever what is saved means something else. */
const LAYOUT = 1

/** So many stones of one service are kept; of more, the oldest go. */
export const MOST_OF_SERVICE = 20

/** Checks in checks in checks: nobody nests deeper, and a reader must not be led on for ever. */
const DEEPEST = 12
const MOST_PARTS = 200

const TIME = v.pipe(v.number(), v.finite())
const TEXT = v.pipe(v.string(), v.maxLength(2000))
const TEXT_OR = v.nullable(TEXT)
const TIME_OR = v.nullable(TIME)

const STATE = v.picklist(['ok', 'degraded', 'down', 'unknown'])
const PAIRS = v.pipe(v.array(v.tuple([TEXT, TEXT])), v.maxLength(MOST_PARTS))

const FORMAT = v.picklist([
  'spring-actuator',
  'health+json',
  'microprofile',
  'aspnet',
  'terminus',
  'lightship',
  'health-go',
  'dropwizard',
  'django',
  'heptio',
  'kubernetes',
  'etcd',
  'consul',
  'elasticsearch',
  'grafana',
  'go-health',
  'influxdb',
  'jaeger',
  'nats',
  'nomad',
  'rabbitmq',
  'vault',
  'in-house',
  'status-word',
  'plain-text',
  'html',
  'sign-in-page',
  'empty',
  'http-status',
] as const satisfies readonly HealthFormat[])

/** Checks, and their parts down to a depth; deeper ones are left out. */
const checksDownTo = (depth: number): v.GenericSchema<unknown, HealthCheck[]> =>
  v.pipe(
    v.array(
      v.object({
        name: TEXT,
        state: STATE,
        message: TEXT_OR,
        details: PAIRS,
        parts:
          depth === 0
            ? v.pipe(
                v.unknown(),
                v.transform((): HealthCheck[] => []),
              )
            : checksDownTo(depth - 1),
      }),
    ),
    v.maxLength(MOST_PARTS),
  )

const HEALTH: v.GenericSchema<unknown, HealthReading> = v.pipe(
  v.object({
    state: STATE,
    // One that a newer build knows is shown as what any answer is.
    format: v.fallback(FORMAT, 'http-status'),
    why: TEXT_OR,
    checks: checksDownTo(DEEPEST),
    version: TEXT_OR,
    logs: v.pipe(
      v.array(v.object({ at: TIME_OR, level: TEXT_OR, message: TEXT, fields: v.optional(PAIRS, []) })),
      v.maxLength(MOST_PARTS),
    ),
    metrics: v.pipe(
      v.array(v.object({ name: TEXT, value: v.number(), unit: TEXT_OR })),
      v.maxLength(MOST_PARTS),
    ),
  }),
  v.transform((reading): HealthReading => cappedHealth(reading)),
)

const VERSION = v.object({
  version: TEXT_OR,
  commit: TEXT_OR,
  builtAt: TIME_OR,
  runtime: TEXT_OR,
  startedAt: TIME_OR,
  from: TEXT,
})

const STONE: v.GenericSchema<unknown, Tombstone> = v.object({
  service: TEXT,
  pod: TEXT,
  url: TEXT,
  why: v.picklist(['removed', 'silent']),
  lastSeen: TIME_OR,
  missedAt: TIME,
  // What cannot be read of a pod is missing; that it is gone is known nevertheless.
  version: v.fallback(v.nullable(VERSION), null),
  startedAt: TIME_OR,
  health: v.fallback(v.nullable(HEALTH), null),
  signals: v.fallback(
    v.pipe(
      v.array(
        v.object({
          signal: v.picklist(SIGNALS),
          value: TIME,
          bound: TIME_OR,
          from: TEXT,
          of: TEXT_OR,
        }),
      ),
      v.maxLength(SIGNALS.length),
    ),
    [],
  ),
})

const PAGE = v.object({
  layout: v.literal(LAYOUT),
  stones: v.pipe(v.array(v.unknown()), v.maxLength(MOST_OF_SERVICE)),
})

/** The stones of one service as a value that JSON can hold. */
export const saveStones = (stones: readonly Tombstone[]): unknown => ({ layout: LAYOUT, stones })

/** What `saveStones` gave of a service. Null for any other value; stones that cannot be read are left out. */
export function readStones(service: string, saved: unknown): readonly Tombstone[] | null {
  const page = v.safeParse(PAGE, saved)
  if (!page.success) return null
  return page.output.stones.flatMap((one) => {
    const stone = v.safeParse(STONE, one)
    return stone.success && stone.output.service === service ? [stone.output] : []
  })
}
