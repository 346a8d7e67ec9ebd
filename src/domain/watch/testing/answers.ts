import type { Sample } from '#src/domain/exposition/exposition.ts'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { HealthReading, HealthState } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Answer, LinkChanged, ProbeEnded } from '#src/domain/watch/observation.ts'
import { healthReading, NOT_FOUND, REFUSED, scrape as scrapeWith, SIGN_IN, TIMEOUT } from './podFacts.ts'

const FRESH_FOR: Readonly<Record<Endpoint, DurationMs>> = {
  health: seconds(15),
  ready: seconds(15),
  metrics: seconds(45),
  version: minutes(15),
}

/** For tests: `orders-2` is a pod of `orders`. */
const serviceOfPod = (pod: string): string => pod.replace(/-\d+$/, '')

/** For tests: a probe that ended with an answer, fresh for three default intervals unless told otherwise. */
const probe = (pod: string, at: EpochMs, answer: Answer, more: Partial<ProbeEnded> = {}): ProbeEnded =>
  Object.assign(
    { kind: 'probe' as const, service: serviceOfPod(pod), pod, at, took: 20 },
    { freshFor: FRESH_FOR[answer.endpoint] },
    answer,
    more,
  )

export const health = (
  pod: string,
  at: EpochMs,
  state: HealthState,
  more: Partial<HealthReading> = {},
): ProbeEnded => probe(pod, at, { endpoint: 'health', result: ok(healthReading(state, more)) })

export const healthOk = (pod: string, at: EpochMs): ProbeEnded => health(pod, at, 'ok')

export const ready = (pod: string, at: EpochMs, state: HealthState): ProbeEnded =>
  probe(pod, at, { endpoint: 'ready', result: ok(healthReading(state)) })

/** For tests: a probe that gave no reading. */
export function fails(
  pod: string,
  at: EpochMs,
  failure: ProbeFailure,
  endpoint: Endpoint = 'health',
): ProbeEnded {
  const result: Result<never, ProbeFailure> = err(failure)
  return probe(pod, at, { endpoint, result })
}

export const timeout = (pod: string, at: EpochMs, endpoint: Endpoint = 'health'): ProbeEnded =>
  fails(pod, at, TIMEOUT, endpoint)
export const refused = (pod: string, at: EpochMs, endpoint: Endpoint = 'health'): ProbeEnded =>
  fails(pod, at, REFUSED, endpoint)
export const signIn = (pod: string, at: EpochMs, endpoint: Endpoint = 'health'): ProbeEnded =>
  fails(pod, at, SIGN_IN, endpoint)
export const notFound = (pod: string, at: EpochMs, endpoint: Endpoint = 'health'): ProbeEnded =>
  fails(pod, at, NOT_FOUND, endpoint)

/** What a scraped page may say: bytes, the start of the process in epoch ms, its version, a Redis behind it. */
type Page = {
  readonly memory?: number
  readonly startedAt?: EpochMs
  readonly version?: string
  readonly redisUp?: 0 | 1
}

const sample = (name: string, value: number, labels: Sample['labels'] = {}): Sample => ({
  name,
  labels,
  value,
  at: null,
})

function samplesOf({ memory, startedAt, version, redisUp }: Page): Sample[] {
  const samples: Sample[] = []
  if (memory !== undefined) samples.push(sample('process_resident_memory_bytes', memory))
  if (startedAt !== undefined) samples.push(sample('process_start_time_seconds', startedAt / 1000))
  if (version !== undefined) samples.push(sample('orders_build_info', 1, { version }))
  if (redisUp !== undefined) {
    samples.push(sample('redis_exporter_build_info', 1, { version: '1.62.0' }), sample('redis_up', redisUp))
  }
  return samples
}

/** For tests: a metrics page that was read. */
export const scrape = (pod: string, at: EpochMs, page: Page = {}): ProbeEnded =>
  probe(pod, at, { endpoint: 'metrics', result: ok(scrapeWith({ samples: samplesOf(page) }, 20, at)) })

/** For tests: a version page that was read. */
export const version = (
  pod: string,
  at: EpochMs,
  is: string | null,
  startedAt: EpochMs | null = null,
): ProbeEnded =>
  probe(pod, at, {
    endpoint: 'version',
    result: ok({ version: is, commit: null, builtAt: null, runtime: 'go1.22', startedAt, from: 'test' }),
  })

export const link = (state: LinkChanged['state'], at: EpochMs): LinkChanged => ({ kind: 'link', state, at })
