import { readFileSync } from 'node:fs'
import parsePrometheusTextFormat from 'parse-prometheus-text-format'
import { readExposition } from '#src/domain/exposition/expositionReader.ts'
import { readAllFamilies } from '#src/domain/exposition/readAllFamilies.ts'
import { type Wanted, wantedFamilies } from '#src/domain/exposition/wanted.ts'
import type { Bench } from './bench.ts'
import { type Contender, type Measured, measure, type Plan } from './measure.ts'
import { HEAVY, micrometerPage, TYPICAL } from './micrometerPage.ts'
import { figure, table } from './table.ts'

// What the dashboard asks a page of a Go, Node or JVM process, of HAProxy and of a host for.
const CAPTURE_WANTED = {
  exact: [
    ...TYPICAL,
    'process_cpu_seconds_total',
    'process_resident_memory_bytes',
    'process_open_fds',
    'process_max_fds',
    'go_goroutines',
    'go_gc_duration_seconds',
    'go_memstats_heap_inuse_bytes',
    'go_info',
    'nodejs_eventloop_lag_p99_seconds',
    'nodejs_heap_size_used_bytes',
    'nodejs_gc_duration_seconds',
    'nodejs_version_info',
    'http_request_duration_seconds',
    'prometheus_http_request_duration_seconds',
    'haproxy_process_uptime_seconds',
    'haproxy_process_current_connections',
    'haproxy_process_max_connections',
    'node_memory_MemAvailable_bytes',
    'node_memory_MemTotal_bytes',
    'node_filesystem_avail_bytes',
    'node_filesystem_size_bytes',
  ],
  suffixes: ['_build_info', '_up'],
}

type Body = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly selections: readonly { readonly name: string; readonly wanted: Wanted }[]
  readonly plan: Plan
}

const CAPTURES = ['prometheus', 'node-exporter', 'haproxy', 'fastify-app']
const SMALL: Plan = { rounds: 15, slice: 20, warmUp: 200 }
const GENERATED: readonly { readonly series: number; readonly plan: Plan }[] = [
  { series: 2_000, plan: { rounds: 11, slice: 40, warmUp: 300 } },
  { series: 20_000, plan: { rounds: 7, slice: 60, warmUp: 300 } },
  { series: 200_000, plan: { rounds: 3, slice: 1, warmUp: 0 } },
]

const captureOf = (name: string): Body => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../fixtures/samples/${name}/metrics.txt`, import.meta.url))),
  selections: [{ name: 'selective', wanted: wantedFamilies(CAPTURE_WANTED) }],
  plan: SMALL,
})

const generatedOf = ({ series, plan }: (typeof GENERATED)[number]): Body => ({
  name: `generated ${series.toLocaleString('en')}`,
  bytes: micrometerPage(series),
  selections: [
    { name: 'selective', wanted: wantedFamilies({ exact: TYPICAL, suffixes: CAPTURE_WANTED.suffixes }) },
    { name: 'selective, 40 %', wanted: wantedFamilies({ exact: HEAVY, suffixes: CAPTURE_WANTED.suffixes }) },
  ],
  plan,
})

const DECODE = 'decode'
const PEER = 'parse-prometheus-text-format'
const JSON_PARSE = 'JSON.parse'

const contendersOf = ({ bytes, selections }: Body): readonly Contender[] => {
  const decoder = new TextDecoder()
  const text = decoder.decode(bytes)
  const all = readAllFamilies(bytes)
  const json = JSON.stringify(all.ok ? all.value.families : [])
  return [
    ...selections.map(({ name, wanted }) => ({ name, run: () => readExposition(bytes, { wanted }) })),
    { name: 'full', run: () => readAllFamilies(bytes) },
    // Both are given the decoded text and spared the decoding.
    { name: PEER, run: () => parsePrometheusTextFormat(text) },
    { name: JSON_PARSE, run: (): unknown => JSON.parse(json) },
    { name: DECODE, run: () => decoder.decode(bytes) },
  ]
}

const HEAD = ['', 'kept', 'CPU ms', 'first', 'MB/s', '× peer', 'aim', '× JSON.parse', '÷ decode', 'aim']

const report = (body: Body, measured: ReadonlyMap<string, Measured>): string => {
  const costOf = (name: string): number => measured.get(name)?.warm.cpu ?? Number.NaN
  const rows = Array.from(measured, ([name, { first, warm }]) => {
    const selective = name.startsWith('selective')
    const faster = costOf(PEER) / warm.cpu
    const slower = warm.cpu / costOf(DECODE)
    return [
      name,
      keptBy(body, name),
      figure(warm.cpu),
      figure(first.wall),
      figure(body.bytes.length / 1000 / warm.cpu),
      figure(faster),
      selective ? aim(faster >= 10, '≥ 10') : name === 'full' ? aim(faster >= 3, '≥ 3') : '',
      figure(costOf(JSON_PARSE) / warm.cpu),
      figure(slower),
      selective ? aim(slower <= 4, '≤ 4') : '',
    ]
  })
  return `\n${body.name}: ${figure(body.bytes.length / 1000)} KB\n${table(HEAD, rows)}`
}

const aim = (met: boolean, text: string): string => `${text} ${met ? '✓' : '✗'}`

const keptBy = ({ bytes, selections }: Body, name: string): string => {
  const wanted = selections.find((selection) => selection.name === name)?.wanted
  const page = wanted === undefined ? null : readExposition(bytes, { wanted })
  if (page === null || !page.ok) return ''
  return `${page.value.samples.length} of ${page.value.seriesCount}`
}

const run = async (print: (text: string) => void): Promise<unknown> => {
  print('CPU ms: median of interleaved rounds. first: the first run in this process, on the clock.')
  const results: Record<string, unknown> = {}
  for (const body of [...CAPTURES.map(captureOf), ...GENERATED.map(generatedOf)]) {
    const measured = measure(contendersOf(body), body.plan)
    print(report(body, measured))
    results[body.name] = { bytes: body.bytes.length, ...Object.fromEntries(measured) }
  }
  return Promise.resolve(results)
}

/** The selective and the full reader against the obvious library, `JSON.parse` of the same and bare decoding. */
export const bench: Bench = { name: 'exposition', run }
