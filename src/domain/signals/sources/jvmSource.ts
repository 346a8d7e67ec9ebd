import { firstOf, plus } from '#src/domain/signals/readers/combine.ts'
import { startByUptime } from '#src/domain/signals/readers/earliest.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { pauseP99 } from '#src/domain/signals/readers/pauseP99.ts'
import { partRate, rate } from '#src/domain/signals/readers/rate.ts'
import type { Source } from '#src/domain/signals/source.ts'

const HEAP = { area: 'heap' }
const OTEL_HEAP = { jvm_memory_type: 'heap' }

/**
 * The JVM as Micrometer, the Prometheus Java client (0.x `jvm_memory_bytes_*`, 1.x), the OpenTelemetry agent
 * and MicroProfile Metrics name it.
 */
export const JVM: Source = {
  name: 'jvm',
  starts: [startByUptime('base_jvm_uptime_seconds')],
  rows: [
    {
      // Heap and the rest, where the resident size is not told (Micrometer has none).
      signal: 'memory',
      value: firstOf(
        gauge('jvm_memory_used_bytes'),
        gauge('jvm_memory_bytes_used'),
        plus(gauge('base_memory_usedHeap_bytes'), gauge('base_memory_usedNonHeap_bytes')),
      ),
    },
    {
      signal: 'heap',
      value: gauge('jvm_memory_used_bytes', HEAP),
      // One pool's -1 is "no limit of its own"; the others' limits add up to -Xmx.
      bound: gauge('jvm_memory_max_bytes', HEAP),
    },
    {
      signal: 'heap',
      value: gauge('jvm_memory_used_bytes', OTEL_HEAP),
      bound: gauge('jvm_memory_limit_bytes', OTEL_HEAP),
    },
    {
      signal: 'heap',
      value: gauge('jvm_memory_bytes_used', HEAP),
      bound: gauge('jvm_memory_bytes_max', HEAP),
    },
    {
      signal: 'heap',
      value: gauge('base_memory_usedHeap_bytes'),
      bound: gauge('base_memory_maxHeap_bytes'),
    },
    { signal: 'cpu', value: rate('jvm_cpu_time_seconds_total'), bound: gauge('jvm_cpu_count') },
    {
      signal: 'fds',
      value: gauge('jvm_file_descriptor_count'),
      bound: gauge('jvm_file_descriptor_limit'),
    },
    {
      signal: 'threads',
      value: firstOf(
        gauge('jvm_threads_live_threads'),
        gauge('jvm_threads_current'),
        gauge('jvm_thread_count'),
        gauge('base_thread_count'),
      ),
    },
    {
      signal: 'gcCpu',
      value: firstOf(
        partRate('jvm_gc_pause_seconds', 'sum'),
        partRate('jvm_gc_collection_seconds', 'sum'),
        partRate('jvm_gc_duration_seconds', 'sum'),
        // Of a window of Micrometer's own; "percent" in the older name, but 0 to 1 all the same.
        gauge('jvm_gc_overhead'),
        gauge('jvm_gc_overhead_percent'),
      ),
    },
    {
      signal: 'gcPauseP99',
      value: firstOf(pauseP99('jvm_gc_pause_seconds'), pauseP99('jvm_gc_duration_seconds')),
    },
  ],
}
