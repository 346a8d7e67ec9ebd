import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import { createWatch, digestChanges, observe, type Watch } from '#src/domain/watch/watch.ts'
import type { Bench } from './bench.ts'
import { goPage, healthAnswer, metricsAnswer, podsOf } from './foldFleet.ts'
import { timed } from './measure.ts'
import { figure, table } from './table.ts'

const SERVICES = 100
const PODS = 10
const START = 1_700_000_000_000
const INTERVAL = 5000
const ROUNDS = 60
const WARM_UP = 20

const name = (i: number): string => `service-${i}`

/** A thousand pods of a hundred services, each of which needs the one before it. */
function chainOf(): Fleet {
  const fleet = parseFleet({
    services: Array.from({ length: SERVICES }, (_, i) => ({
      name: name(i),
      dependsOn: i === 0 ? [] : [name(i - 1)],
      pods: Array.from({ length: PODS }, (_unused, n) => ({
        name: `${name(i)}-${n}`,
        url: `http://${name(i)}-${n}.example:8080`,
      })),
    })),
  })
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error))
  return fleet.value
}

/** What is told between two digests. */
type Change = {
  readonly name: string
  readonly answers: (round: number, at: number) => readonly ProbeEnded[]
}

type Figures = { readonly ms: number; readonly rows: number }

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Lets everything be seen well, so that each digest shows only what has changed since. */
function seen(fleet: Fleet, all: readonly { readonly service: string; readonly pod: string }[]): Watch {
  const page = goPage()
  const watch = createWatch(fleet)
  for (let round = -4; round < 0; round++) {
    const at = START + round * INTERVAL
    for (const pod of all) observe(watch, healthAnswer(pod, at, true), at)
    for (const pod of all) observe(watch, metricsAnswer(pod, at, page), at)
    digestChanges(watch, at)
  }
  return watch
}

function measureChange(fleet: Fleet, change: Change): Figures {
  const watch = seen(fleet, podsOf(fleet))
  const costs: { readonly ms: number; readonly rows: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    // Within the freshness window all the time: nothing changes by growing stale.
    const at = START + round * 100
    for (const answer of change.answers(round, at)) observe(watch, answer, at)
    let rows = 0
    const { cpu } = timed(() => {
      rows = digestChanges(watch, at).rows.length
    }, 1)
    if (round >= WARM_UP) costs.push({ ms: cpu, rows })
  }
  // The digests that had most to tell: where the root falls, that is the one in which it does.
  const most = Math.max(...costs.map(({ rows }) => rows))
  return { ms: median(costs.flatMap(({ ms, rows }) => (rows === most ? [ms] : []))), rows: most }
}

const run = (print: (text: string) => void): Promise<unknown> => {
  const fleet = chainOf()
  const all = podsOf(fleet)
  const signals = [...(seen(fleet, all).services.get('service-0')?.pods.values() ?? [])][0]?.signals?.signals
    .size
  const one = all.slice(0, 1)
  const changes: readonly Change[] = [
    { name: 'every pod has answered', answers: (_, at) => all.map((pod) => healthAnswer(pod, at, true)) },
    {
      name: 'one pod in a hundred',
      answers: (_, at) => all.filter((_pod, i) => i % 100 === 0).map((pod) => healthAnswer(pod, at, true)),
    },
    { name: 'one pod', answers: (_, at) => one.map((pod) => healthAnswer(pod, at, true)) },
    // All pods of the root fail and recover in turn: who needs it is placed anew.
    {
      name: 'the root of all others falls or stands up',
      answers: (round, at) => all.slice(0, PODS).map((pod) => healthAnswer(pod, at, round % 12 >= 6)),
    },
    { name: 'nothing', answers: () => [] },
  ]
  const results = changes.map((change) => Object.assign({ name: change.name }, measureChange(fleet, change)))
  const whole = results[0]?.ms ?? Number.NaN
  print(`${all.length} pods of ${SERVICES} services in one chain of dependencies, ${signals} signals each`)
  print(
    table(
      ['what changed since the digest before', 'ms CPU a digest', '÷ all', 'rows'],
      results.map(({ name, ms, rows }) => [name, figure(ms), figure(ms / whole), String(rows)]),
    ),
  )
  return Promise.resolve({ signals, results })
}

/** What judging costs where only some of a thousand pods have changed. */
export const bench: Bench = { name: 'verdict', run }
