import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { createWatch, digestChanges, observe, type Watch } from '#src/domain/watch/watch.ts'
import type { Bench } from './bench.ts'
import { fleetOfSize, goPage, healthAnswer, metricsAnswer, podsOf } from './foldFleet.ts'
import { timed } from './measure.ts'
import { figure, table } from './table.ts'

type Size = {
  readonly name: string
  readonly services: number
  readonly pods: number
  readonly thresholds?: object
  /** Every other probe is refused. */
  readonly flaps?: true
}

const SIZES: readonly Size[] = [
  { name: '150 pods', services: 50, pods: 3 },
  { name: '10,000 pods', services: 500, pods: 20 },
  {
    name: '150 that flap, window of 1,000',
    services: 50,
    pods: 3,
    thresholds: { flapWindow: 1000, flapBad: 1000 },
    flaps: true,
  },
]

const START = 1_700_000_000_000
const INTERVAL = 5000
/** Enough for the longest flapping window to be full. */
const ANSWERS = 200_000
const MOST_ROUNDS = 1100
const EVERY_METRICS = 3

type Sums = { health: number; metrics: number; healths: number; scrapes: number; digests: number[] }

const usOf = (watch: Watch, answers: readonly ProbeEnded[], now: number): number =>
  timed(() => {
    for (const answer of answers) observe(watch, answer, now)
  }, 1).cpu * 1000

const msOf = (watch: Watch, now: number): number => timed(() => digestChanges(watch, now), 1).cpu

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

function heap(): number {
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

function measureFold({ services, pods, thresholds, flaps }: Size) {
  const page = goPage()
  const fleet = fleetOfSize(services, pods, thresholds)
  const all = podsOf(fleet)
  const rounds = Math.min(MOST_ROUNDS, Math.round(ANSWERS / all.length))
  const before = heap()
  const watch = createWatch(fleet)
  const sums: Sums = { health: 0, metrics: 0, healths: 0, scrapes: 0, digests: [] }
  for (let round = 0; round < rounds; round += 1) {
    const at = START + round * INTERVAL
    const good = flaps !== true || round % 2 === 0
    // The first half warms up.
    const counts = round >= rounds / 2
    const healths = all.map((pod) => healthAnswer(pod, at, good))
    const health = usOf(watch, healths, at)
    const scrapes = round % EVERY_METRICS === 0 ? all.map((pod) => metricsAnswer(pod, at, page)) : []
    const metrics = usOf(watch, scrapes, at)
    const digest = msOf(watch, at)
    if (!counts) continue
    sums.health += health
    sums.metrics += metrics
    sums.healths += healths.length
    sums.scrapes += scrapes.length
    sums.digests.push(digest)
  }
  const idle = msOf(watch, START + rounds * INTERVAL)
  return {
    usPerHealth: sums.health / sums.healths,
    usPerScrape: sums.metrics / sums.scrapes,
    msDigestAll: median(sums.digests),
    msDigestNone: idle,
    kbPerPod: (heap() - before) / 1000 / all.length,
  }
}

const HEAD = [
  'CPU time',
  'µs a health answer',
  'µs a scrape',
  'ms a digest, all changed',
  'none changed',
  'KB a pod',
]

const run = (print: (text: string) => void): Promise<unknown> => {
  const results = SIZES.map((size) => ({ name: size.name, figures: measureFold(size) }))
  const rows = results.map(({ name, figures }) => [name, ...Object.values(figures).map(figure)])
  print(table(HEAD, rows))
  return Promise.resolve(results)
}

/** What the fold from answers to digest costs, without the network and the page. */
export const bench: Bench = { name: 'fold', run }
