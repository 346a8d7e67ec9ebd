import { earliest } from '#src/domain/signals/readers/earliest.ts'
import { gauge } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import type { Source } from '#src/domain/signals/source.ts'

/**
 * The `process_*` that the official clients share (Prometheus, "Writing client libraries"). Python leaves
 * them out in multiprocess mode, Go and Node outside Linux.
 */
export const PROCESS: Source = {
  name: 'process',
  starts: [earliest('process_start_time_seconds')],
  rows: [
    {
      signal: 'memory',
      value: gauge('process_resident_memory_bytes'),
      // GOMEMLIMIT; without one Go says 2^63 - 1.
      bound: gauge('go_gc_gomemlimit_bytes'),
    },
    {
      signal: 'cpu',
      value: rate('process_cpu_seconds_total'),
      bound: gauge('go_sched_gomaxprocs_threads'),
    },
    { signal: 'fds', value: gauge('process_open_fds'), bound: gauge('process_max_fds') },
  ],
}
