import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import { type DurationMs, type EpochMs, seconds } from '#src/domain/time/units.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { allRows, type DigestChanges, digestChanges, observe, type Watch } from '#src/domain/watch/watch.ts'
import { fails, health, notFound, ready, refused, scrape, signIn, timeout } from './answers.ts'

const READINGS: Readonly<Record<string, 'ok' | 'degraded' | 'down' | 'unknown'>> = {
  G: 'ok',
  O: 'degraded',
  D: 'down',
  U: 'unknown',
}

function reading(letter: string, pod: string, at: EpochMs, endpoint: Endpoint): ProbeEnded | null {
  const state = READINGS[letter]
  if (state === undefined) return null
  if (endpoint === 'metrics') return scrape(pod, at, { redisUp: state === 'down' ? 0 : 1 })
  return endpoint === 'ready' ? ready(pod, at, state) : health(pod, at, state)
}

/**
 * For tests: one answer in one letter. Readings: `G` good, `O` degraded, `D` down (of metrics: of an exporter whose
 * Redis is up, or down), `U` does not tell. Failures: `T` time-out, `R` refused, `H` HTTP 500, `S` sign-in,
 * `N` not found. Anything else: no answer at all.
 */
export function answerIn(
  letter: string,
  pod: string,
  at: EpochMs,
  endpoint: Endpoint = 'health',
): ProbeEnded | null {
  switch (letter) {
    case 'T':
      return timeout(pod, at, endpoint)
    case 'R':
      return refused(pod, at, endpoint)
    case 'H':
      return fails(pod, at, { kind: 'http-status', status: 500 }, endpoint)
    case 'S':
      return signIn(pod, at, endpoint)
    case 'N':
      return notFound(pod, at, endpoint)
    default:
      return reading(letter, pod, at, endpoint)
  }
}

/** For tests: one letter an interval for each pod's health (`orders-1`), or metrics (`orders-1 metrics`). */
export type Story = Readonly<Record<string, string>>

export const INTERVAL: DurationMs = seconds(5)

const endpointOf = (word: string | undefined): Endpoint =>
  word === 'metrics' || word === 'ready' ? word : 'health'

/** What the digest showed after one interval: each service's light in one letter, and what was new. */
export type Frame = DigestChanges & { readonly lights: Readonly<Record<string, string>> }

const lettersOf = (watch: Watch): Frame['lights'] =>
  Object.fromEntries(allRows(watch).map((row) => [row.name, row.light.charAt(0)]))

/** For tests: tells a story to a watch from `from` on, and the digest a tenth of a second after each interval. */
export function tell(watch: Watch, story: Story, from: EpochMs = 0): Frame[] {
  const length = Math.max(...Object.values(story).map((letters) => letters.length))
  return Array.from({ length }, (_, n) => {
    const at = from + n * INTERVAL
    for (const [key, letters] of Object.entries(story)) {
      const [pod = '', endpoint] = key.split(' ')
      const ended = answerIn(letters.charAt(n), pod, at, endpointOf(endpoint))
      if (ended !== null) observe(watch, ended, at)
    }
    return { ...digestChanges(watch, at + 100), lights: lettersOf(watch) }
  })
}

/** The light of one service over some frames: `ggor`. */
export const lightsOf = (frames: readonly Frame[], service = 'orders'): string =>
  frames.map((frame) => frame.lights[service] ?? '-').join('')

/** How pods of a fleet are asked in a simulation: every interval, one shortly after the other. */
type Polling = {
  readonly from: EpochMs
  readonly to: EpochMs
  /** What a pod that is asked at `at` answers, in one letter. */
  readonly answer: (pod: string, at: EpochMs) => string
  /** How long it takes until that is known. */
  readonly takes?: (letter: string) => DurationMs
}

const usual = (letter: string): DurationMs => (letter === 'T' ? seconds(4) : 20)

function probesOf(watch: Watch, { from, to, answer, takes = usual }: Polling): ProbeEnded[] {
  const pods = watch.fleet.services.flatMap((service) => service.pods.map((pod) => pod.name))
  const probes = pods.flatMap((pod, i) => {
    const ended: ProbeEnded[] = []
    let at = from + (i * INTERVAL) / pods.length
    while (at < to) {
      const letter = answer(pod, at)
      const end = at + takes(letter)
      const probe = answerIn(letter, pod, end)
      if (probe !== null && end < to) ended.push(probe)
      at = Math.max(end, at) + INTERVAL
    }
    return ended
  })
  return probes.toSorted((a, b) => a.at - b.at)
}

/** For tests: polls every pod's health from `from` to `to`, with a digest every half second, as the worker does. */
export function simulate(watch: Watch, polling: Polling): (Frame & { readonly at: EpochMs })[] {
  const probes = probesOf(watch, polling)
  const frames: (Frame & { readonly at: EpochMs })[] = []
  let next = 0
  for (let at = polling.from; at <= polling.to; at += 500) {
    for (let probe = probes[next]; probe !== undefined && probe.at <= at; probe = probes[next]) {
      observe(watch, probe, probe.at)
      next += 1
    }
    frames.push({ ...digestChanges(watch, at), lights: lettersOf(watch), at })
  }
  return frames
}
