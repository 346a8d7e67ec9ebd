import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readExposition } from './expositionReader.ts'
import { readAllFamilies } from './readAllFamilies.ts'
import { wantedFamilies } from './wanted.ts'

const SAMPLES = new URL('../../../e2e/fixtures/samples/', import.meta.url)

type Analysis = {
  readonly series: number
  readonly names: number
  readonly families_typed: number
  readonly types: object
}
type Meta = {
  readonly endpoints: readonly {
    readonly kind: string
    readonly file?: string
    readonly analysis?: Analysis
  }[]
}

const metaOf = (service: string): Meta =>
  JSON.parse(readFileSync(new URL(`${service}/meta.json`, SAMPLES), 'utf8'))

const CAPTURES = readdirSync(SAMPLES).flatMap((service) =>
  metaOf(service).endpoints.flatMap(({ kind, file, analysis }) =>
    kind === 'metrics' && file !== undefined && analysis !== undefined ? [{ service, file, analysis }] : [],
  ),
)

const bytesOf = (service: string, file: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`${service}/${file}`, SAMPLES)))

const count = (values: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

describe('captures', () => {
  it('are all there', () => {
    expect(CAPTURES.map(({ service }) => service)).toEqual([
      'alertmanager',
      'fastify-app',
      'go-app',
      'haproxy',
      'node-exporter',
      'node-prom-client-app',
      'prometheus',
      'redis-exporter',
    ])
  })

  for (const { service, file, analysis } of CAPTURES) {
    it(`${service}: series, names and types are those of its meta.json`, () => {
      const page = readAllFamilies(bytesOf(service, file))
      expect(page.ok).toBe(true)
      if (!page.ok) return
      const { families, ...facts } = page.value
      const names = new Set(families.flatMap(({ samples }) => samples.map(({ name }) => name)))
      expect(facts).toMatchObject({
        format: 'prometheus-text',
        seriesCount: analysis.series,
        issueCount: 0,
        truncatedBy: null,
      })
      expect(families.reduce((sum, { samples }) => sum + samples.length, 0)).toBe(analysis.series)
      expect(names.size).toBe(analysis.names)
      expect(families).toHaveLength(analysis.families_typed)
      expect(count(families.map(({ type }) => type))).toEqual(analysis.types)
      expect(families.every(({ help }) => help !== null)).toBe(true)
    })
  }

  const PAGES = readdirSync(SAMPLES).flatMap((service) =>
    readdirSync(new URL(`${service}/`, SAMPLES))
      .filter((file) => /^metrics.*\.txt$/.test(file))
      .map((file) => ({ service, file })),
  )

  for (const { service, file } of PAGES) {
    it(`${service}/${file}: wanted families are those of the whole page`, () => {
      const suffixes = [
        '_up',
        'build_info',
        'process_start_time_seconds',
        'gc_duration_seconds',
        'http_requests_total',
      ]
      const all = readAllFamilies(bytesOf(service, file))
      const some = readExposition(bytesOf(service, file), { wanted: wantedFamilies({ exact: [], suffixes }) })
      if (!all.ok || !some.ok) throw new Error('the capture is not an exposition')
      const wanted =
        /(?:^|_)(?:up|build_info|process_start_time_seconds|gc_duration_seconds|http_requests_total)(?:_bucket|_sum|_count)?$/
      const expected = all.value.families.flatMap(({ samples }) =>
        samples.filter(({ name }) => wanted.test(name)),
      )
      expect(some.value.samples).toEqual(expected)
      expect(some.value.seriesCount).toBe(all.value.seriesCount)
      expect(some.value.types.size).toBe(all.value.families.filter(({ name }) => wanted.test(name)).length)
    })
  }

  const VALUES = [
    { service: 'go-app', name: 'process_start_time_seconds', labels: {}, value: 1_795_249_229.12 },
    { service: 'haproxy', name: 'haproxy_process_max_fds', labels: {}, value: 432 },
    { service: 'fastify-app', name: 'process_cpu_seconds_total', labels: {}, value: 2.767354 },
  ]
  for (const { service, name, labels, value } of VALUES) {
    it(`${service}: ${name}`, () => {
      const page = readExposition(bytesOf(service, 'metrics.txt'), {
        wanted: wantedFamilies({ exact: [name], suffixes: [] }),
      })
      expect(page.ok && page.value.samples).toEqual([{ name, labels, value, at: null }])
    })
  }
})
