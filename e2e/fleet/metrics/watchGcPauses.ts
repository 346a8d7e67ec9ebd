import { PerformanceObserver, constants } from 'node:perf_hooks'

const KINDS: Readonly<Record<number, string>> = {
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weakcb',
}

const kindOf = (detail: unknown): number =>
  typeof detail === 'object' && detail !== null && 'kind' in detail ? Number(detail.kind) : -1

/** Reports every garbage collection of this process, with V8's name of its kind. */
export function watchGcPauses(report: (kind: string, seconds: number) => void): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      report(KINDS[kindOf('detail' in entry ? entry.detail : null)] ?? 'other', entry.duration / 1000)
    }
  })
  observer.observe({ entryTypes: ['gc'] })
}
