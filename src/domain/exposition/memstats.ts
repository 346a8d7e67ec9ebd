import type { MetricType } from './exposition.ts'

type Family = { readonly name: string; readonly type: MetricType; readonly perUnit?: number }

const bytes = (name: string): Family => ({ name: `go_memstats_${name}_bytes`, type: 'gauge' })
const counter = (name: string): Family => ({ name: `go_memstats_${name}_total`, type: 'counter' })

const NANOSECONDS = 1e9

/**
 * Go's `runtime.MemStats` by field, under the names of the Prometheus client for Go (its Go collector). NumGC
 * and PauseTotalNs are the count and the sum of its summary `go_gc_duration_seconds`. Fields it does not
 * export are absent.
 */
export const MEMSTATS: Readonly<Record<string, Family>> = {
  Alloc: bytes('alloc'),
  TotalAlloc: { name: 'go_memstats_alloc_bytes_total', type: 'counter' },
  Sys: bytes('sys'),
  Lookups: counter('lookups'),
  Mallocs: counter('mallocs'),
  Frees: counter('frees'),
  HeapAlloc: bytes('heap_alloc'),
  HeapSys: bytes('heap_sys'),
  HeapIdle: bytes('heap_idle'),
  HeapInuse: bytes('heap_inuse'),
  HeapReleased: bytes('heap_released'),
  HeapObjects: { name: 'go_memstats_heap_objects', type: 'gauge' },
  StackInuse: bytes('stack_inuse'),
  StackSys: bytes('stack_sys'),
  MSpanInuse: bytes('mspan_inuse'),
  MSpanSys: bytes('mspan_sys'),
  MCacheInuse: bytes('mcache_inuse'),
  MCacheSys: bytes('mcache_sys'),
  BuckHashSys: bytes('buck_hash_sys'),
  GCSys: bytes('gc_sys'),
  OtherSys: bytes('other_sys'),
  NextGC: bytes('next_gc'),
  LastGC: { name: 'go_memstats_last_gc_time_seconds', type: 'gauge', perUnit: NANOSECONDS },
  GCCPUFraction: { name: 'go_memstats_gc_cpu_fraction', type: 'gauge' },
  NumGC: { name: 'go_gc_duration_seconds_count', type: 'counter' },
  PauseTotalNs: { name: 'go_gc_duration_seconds_sum', type: 'counter', perUnit: NANOSECONDS },
}
