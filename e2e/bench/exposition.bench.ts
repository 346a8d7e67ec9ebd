import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readExposition } from '#src/domain/exposition/expositionReader.ts'
import { wantedFamilies } from '#src/domain/exposition/wanted.ts'
import type { Bench } from './bench.ts'
import { type Body, capturedBody, generatedBody } from './expositionBodies.ts'
import { DECODE, expositionContenders, FULL, JSON_PARSE, PEER } from './expositionContenders.ts'
import { type Cost, measure } from './measure.ts'
import { figure, table } from './table.ts'

type Costs = ReadonlyMap<string, Cost>
type Print = (text: string) => void

const CAPTURES = ['prometheus', 'node-exporter', 'haproxy', 'fastify-app']

// One after the other, so that a page of 40 MB is not held while others are measured.
function* bodies(): Generator<Body> {
  for (const service of CAPTURES) yield capturedBody(service)
  yield generatedBody(2_000, { rounds: 9, slice: 30, warmUp: 300 })
  yield generatedBody(20_000, { rounds: 7, slice: 60, warmUp: 300 })
  yield generatedBody(200_000, { rounds: 5, slice: 1, warmUp: 0 })
}

const HEAD = ['', 'kept', 'CPU ms', 'MB/s', '× peer', 'aim', '× JSON.parse', '÷ decode', 'aim']

const report = (body: Body, costs: Costs): string => {
  const cpuOf = (name: string): number => costs.get(name)?.cpu ?? Number.NaN
  const rows = Array.from(costs, ([name, { cpu }]) => {
    const faster = cpuOf(PEER) / cpu
    const slower = cpu / cpuOf(DECODE)
    const aims = aimsOf(body, name)
    return [
      name,
      keptBy(body, name),
      figure(cpu),
      figure(body.bytes.length / 1000 / cpu),
      figure(faster),
      aims === null ? '' : `≥ ${aims.faster} ${faster >= aims.faster ? '✓' : '✗'}`,
      figure(cpuOf(JSON_PARSE) / cpu),
      figure(slower),
      aims === null || aims.slower === null ? '' : `≤ ${aims.slower} ${slower <= aims.slower ? '✓' : '✗'}`,
    ]
  })
  return `\n${body.name}: ${figure(body.bytes.length / 1000)} KB\n${table(HEAD, rows)}`
}

const aimsOf = ({ selections }: Body, name: string): { faster: number; slower: number | null } | null => {
  if (name === FULL) return { faster: 3, slower: null }
  return selections.some((selection) => selection.name === name) ? { faster: 10, slower: 4 } : null
}

const keptBy = ({ bytes, selections }: Body, name: string): string => {
  const names = selections.find((selection) => selection.name === name)?.names
  const page = names === undefined ? null : readExposition(bytes, { wanted: wantedFamilies(names) })
  return page === null || !page.ok ? '' : `${page.value.samples.length} of ${page.value.seriesCount}`
}

const COLD = fileURLToPath(new URL('coldExposition.ts', import.meta.url))
const COLD_PROCESSES = 2

// The best of a few processes: the noise of starting up only ever adds.
const coldRun = (service: string, contender: string): Cost => {
  const runs = Array.from({ length: COLD_PROCESSES }, (): Cost => {
    return JSON.parse(
      execFileSync(process.execPath, [...process.execArgv, COLD, service, contender], { encoding: 'utf8' }),
    )
  })
  return runs.reduce((best, run) => (run.wall < best.wall ? run : best))
}

const benchCold = (print: Print): Record<string, Cost> => {
  const service = 'prometheus'
  const costs = expositionContenders(capturedBody(service)).map(
    ({ name }) => [name, coldRun(service, name)] as const,
  )
  const rows = costs.map(([name, { cpu, wall }]) => [name, figure(cpu), figure(wall)])
  print(`\n${service}: the very first run in a process of its own\n${table(['', 'CPU ms', 'ms'], rows)}`)
  return Object.fromEntries(costs)
}

const run = (print: Print): Promise<unknown> => {
  print(
    'CPU ms: median of interleaved rounds, warm. × peer and × JSON.parse: times as fast. ÷ decode: times as slow.',
  )
  const results: Record<string, unknown> = {}
  for (const body of bodies()) {
    const costs = measure(expositionContenders(body), body.plan)
    print(report(body, costs))
    results[body.name] = { bytes: body.bytes.length, costs: Object.fromEntries(costs) }
  }
  return Promise.resolve({ warm: results, cold: benchCold(print) })
}

/**
 * The selective and the full reader against the obvious library, `JSON.parse` of the same and bare decoding.
 */
export const bench: Bench = { name: 'exposition', run }
