import { describe, expect, it } from 'vitest'
import { wordsOfPages } from '#src/domain/signals/testing/wordsOf.ts'

const HEAP = `
jvm_memory_used_bytes{area="heap",id="G1 Eden Space",} 5.0E7
jvm_memory_used_bytes{area="heap",id="G1 Old Gen",} 1.5E8
jvm_memory_used_bytes{area="nonheap",id="Metaspace",} 6.0E7
jvm_memory_max_bytes{area="heap",id="G1 Eden Space",} -1.0
jvm_memory_max_bytes{area="heap",id="G1 Old Gen",} 1.0E9
jvm_memory_max_bytes{area="nonheap",id="Metaspace",} -1.0
`

const rows = [
  {
    name: 'Micrometer: memory is heap and the rest, and heap has the limit of its bounded pools',
    before: null,
    now: HEAP,
    expected: { memory: '260000000', heap: '200000000 of 1000000000' },
  },
  {
    name: 'a client that tells the resident size is believed',
    before: null,
    now: `${HEAP}process_resident_memory_bytes 4.2E8`,
    expected: { memory: '420000000', heap: '200000000 of 1000000000' },
  },
  {
    name: 'no pool has a limit',
    before: null,
    now: 'jvm_memory_used_bytes{area="heap"} 5\njvm_memory_max_bytes{area="heap"} -1.0',
    expected: { memory: '5', heap: '5' },
  },
  {
    name: 'Prometheus Java client 0.x',
    before: 'jvm_gc_collection_seconds_sum{gc="G1 Young Generation",} 1.0',
    now: `jvm_memory_bytes_used{area="heap",} 5.0\njvm_memory_bytes_used{area="nonheap",} 2.0
jvm_memory_bytes_max{area="heap",} 10.0\njvm_threads_current 21.0
jvm_gc_collection_seconds_sum{gc="G1 Young Generation",} 1.5`,
    expected: { memory: '7', heap: '5 of 10', threads: '21', gcCpu: '0.05' },
  },
  {
    name: 'OpenTelemetry agent',
    before: `jvm_cpu_time_seconds_total 10\njvm_gc_duration_seconds_bucket{le="0.1"} 0
jvm_gc_duration_seconds_bucket{le="+Inf"} 0\njvm_gc_duration_seconds_sum 0\njvm_gc_duration_seconds_count 0`,
    now: `jvm_memory_used_bytes{jvm_memory_type="heap",jvm_memory_pool_name="G1 Old Gen"} 5
jvm_memory_used_bytes{jvm_memory_type="non_heap",jvm_memory_pool_name="Metaspace"} 2
jvm_memory_limit_bytes{jvm_memory_type="heap",jvm_memory_pool_name="G1 Old Gen"} 10
jvm_cpu_time_seconds_total 25\njvm_cpu_count 4\njvm_thread_count{jvm_thread_state="runnable"} 8
jvm_thread_count{jvm_thread_state="waiting"} 4\njvm_gc_duration_seconds_bucket{le="0.1"} 4
jvm_gc_duration_seconds_bucket{le="+Inf"} 4\njvm_gc_duration_seconds_sum 0.02\njvm_gc_duration_seconds_count 4`,
    expected: {
      memory: '7',
      heap: '5 of 10',
      cpu: '1.5 of 4',
      threads: '12',
      gcCpu: '0.002',
      gcPauseP99: '0.02',
    },
  },
  {
    name: 'MicroProfile Metrics',
    before: null,
    now: `base_memory_usedHeap_bytes 5\nbase_memory_usedNonHeap_bytes 2\nbase_memory_maxHeap_bytes 10
base_jvm_uptime_seconds 90.5\nbase_thread_count 33`,
    expected: { memory: '7', heap: '5 of 10', threads: '33', uptime: '90.5' },
  },
  {
    name: 'pauses: time from the sum, the longest from the maximum',
    before: 'jvm_gc_pause_seconds_sum{cause="G1"} 1.0\njvm_gc_pause_seconds_count{cause="G1"} 10.0',
    now: `jvm_gc_pause_seconds_sum{cause="G1"} 1.1\njvm_gc_pause_seconds_count{cause="G1"} 15.0
jvm_gc_pause_seconds_max{cause="G1"} 0.03\njvm_gc_overhead_percent 0.5`,
    expected: { gcCpu: '0.01', gcPauseP99: '0.03' },
  },
  {
    name: 'before the first pause only the overhead is told',
    before: 'jvm_gc_overhead_percent 0.002',
    now: 'jvm_gc_overhead_percent 0.002',
    expected: { gcCpu: '0.002' },
  },
]

describe('the JVM', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => expect(wordsOfPages(before, now)).toEqual(expected))
  }
})
