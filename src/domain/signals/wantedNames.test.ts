import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wantedFamilies } from '#src/domain/exposition/wanted.ts'
import { readSignals } from './readSignals.ts'
import { scrapeOf } from './testing/scrapeOf.ts'
import { WANTED } from './wantedNames.ts'

const FAMILIES = wantedFamilies(WANTED)

const isWanted = (name: string): boolean =>
  scrapeOf(`${name} 1`, 0, 5, FAMILIES).exposition.samples.length === 1

describe('WANTED', () => {
  it('asks for nothing twice', () => {
    expect(new Set(WANTED.exact).size).toBe(WANTED.exact.length)
    expect(new Set(WANTED.suffixes).size).toBe(WANTED.suffixes.length)
    for (const suffix of WANTED.suffixes) {
      expect(WANTED.suffixes.filter((other) => suffix.endsWith(other))).toEqual([suffix])
    }
  })

  const wanted = [
    'process_open_fds',
    'process_cpu_seconds_total',
    'myapp_process_open_fds',
    'http_request_duration_seconds_bucket',
    'http_server_requests_seconds_count',
    'nodejs_gc_duration_seconds_sum',
    'myapp_nodejs_gc_duration_seconds_bucket',
    'jvm_gc_pause_seconds_max',
    'redis_up',
    'memcached_up',
    'memcached_exporter_build_info',
    'prometheus_build_info',
    'nodejs_version_info',
    'go_info',
    'target_info',
    'redis_instance_info',
    'pg_static',
    'etcd_server_version',
    'python_info',
    'email_queue_depth',
  ]
  for (const name of wanted) it(`takes ${name}`, () => expect(isWanted(name)).toBe(true))

  const unwanted = [
    'promhttp_metric_handler_requests_total',
    'prometheus_tsdb_head_series',
    'nodejs_heap_space_size_used_bytes',
    'python_gc_objects_collected_total',
    'haproxy_server_check_status',
    'orders_total',
  ]
  for (const name of unwanted) it(`skips ${name}`, () => expect(isWanted(name)).toBe(false))
})

const SAMPLES = new URL('../../../e2e/fixtures/samples/', import.meta.url)

const SERVICES = [
  'go-app',
  'node-prom-client-app',
  'fastify-app',
  'alertmanager',
  'prometheus',
  'node-exporter',
  'haproxy',
  'redis-exporter',
]

const pages = (service: string): readonly string[] =>
  ['metrics.txt', 'metrics-2.txt'].map((file) => readFileSync(new URL(`${service}/${file}`, SAMPLES), 'utf8'))

describe('what is wanted of a page says all that the whole page says', () => {
  for (const service of SERVICES) {
    it(service, () => {
      const [before = '', now = ''] = pages(service)
      const whole = readSignals(scrapeOf(before, 0), scrapeOf(now, 30_000))
      const wanted = readSignals(scrapeOf(before, 0, 5, FAMILIES), scrapeOf(now, 30_000, 5, FAMILIES))
      expect(whole.signals.size).toBeGreaterThan(5)
      expect(wanted).toEqual(whole)
    })
  }
})
