import { firstOf } from '#src/domain/signals/readers/combine.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { pauseP99 } from '#src/domain/signals/readers/pauseP99.ts'
import { partRate } from '#src/domain/signals/readers/rate.ts'
import type { Source } from '#src/domain/signals/source.ts'

/** Node.js: prom-client's default metrics, and the OpenTelemetry runtime instrumentation. */
export const NODE: Source = {
  name: 'node',
  rows: [
    { signal: 'heap', value: gauge('nodejs_heap_size_used_bytes') },
    {
      signal: 'heap',
      value: gauge('v8js_memory_heap_used_bytes'),
      bound: gauge('v8js_memory_heap_limit_bytes'),
    },
    { signal: 'gcCpu', value: partRate('nodejs_gc_duration_seconds', 'sum') },
    { signal: 'gcPauseP99', value: pauseP99('nodejs_gc_duration_seconds') },
    {
      // A gauge of the time since the scrape before; half of it is the sampling timer's own 10 ms.
      signal: 'eventLoopLag',
      value: firstOf(gauge('nodejs_eventloop_lag_p99_seconds'), gauge('nodejs_eventloop_delay_p99_seconds')),
    },
  ],
}
