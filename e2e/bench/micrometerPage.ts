/**
 * A page as a Spring Boot service with Micrometer writes it, of about `series` sample lines and 185 bytes a
 * line, the same on every run. Shares: 35 % http_server_requests, 5 % of the JVM and its pools, 60 % of the
 * service's own.
 */
export const micrometerPage = (series: number): Uint8Array => {
  const next = pseudoRandom(20_260_115)
  const lines: string[] = []
  const jvm = Math.round(series * 0.05)
  const http = Math.round((series * 0.35) / 2)
  jvmFamilies(lines, jvm, next)
  summary(lines, 'http_server_requests_seconds', http, next)
  ownFamilies(lines, series - jvm - http * 2, next)
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

/** What a person on duty wants of such a page: 5 % of its series … */
export const TYPICAL = [
  'jvm_memory_used_bytes',
  'jvm_memory_max_bytes',
  'jvm_gc_pause_seconds',
  'jvm_threads_live_threads',
  'hikaricp_connections_active',
  'hikaricp_connections_max',
  'hikaricp_connections_pending',
  'process_cpu_usage',
  'process_uptime_seconds',
  'process_start_time_seconds',
  'process_files_open_files',
  'process_files_max_files',
]
/** … and with every route of every method, 40 %: the bad case. */
export const HEAVY = [...TYPICAL, 'http_server_requests_seconds']

type Random = (below: number) => number

const pseudoRandom = (seed: number): Random => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const pick = (from: readonly string[], next: Random): string => from[next(from.length)] ?? ''

const JVM = TYPICAL.map((name) => ({ name, labels: 'area="heap",id="G1 Eden Space"' }))
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']
const STATUSES = [
  ['200', 'SUCCESS', 'none'],
  ['201', 'SUCCESS', 'none'],
  ['204', 'SUCCESS', 'none'],
  ['400', 'CLIENT_ERROR', 'ConstraintViolationException'],
  ['404', 'CLIENT_ERROR', 'none'],
  ['409', 'CLIENT_ERROR', 'OptimisticLockingFailureException'],
  ['500', 'SERVER_ERROR', 'IllegalStateException'],
  ['503', 'SERVER_ERROR', 'none'],
] as const
const NOUNS = [
  'orders',
  'customers',
  'invoices',
  'shipments',
  'products',
  'payments',
  'returns',
  'carts',
] as const
const OWN = ['spring_data_repository_invocations_seconds', 'http_client_requests_seconds', 'cache_gets']

const COMMON = 'application="billing-service"'

// Every method and status of one route, then the next route: each label set once.
const labelsOf = (index: number): string => {
  const [status, outcome, exception] =
    STATUSES[Math.floor(index / METHODS.length) % STATUSES.length] ?? STATUSES[0]
  const route = Math.floor(index / METHODS.length / STATUSES.length)
  const noun = NOUNS[route % NOUNS.length] ?? NOUNS[0]
  const uri = `/api/v1/${noun}/{id}/items/${Math.floor(route / NOUNS.length)}`
  const method = METHODS[index % METHODS.length] ?? 'GET'
  return `${COMMON},error="none",exception="${exception}",method="${method}",outcome="${outcome}",status="${status}",uri="${uri}"`
}

// Java writes doubles as 12.0, 0.017262 or 1.795249677E9.
const valueOf = (next: Random): string => {
  const kind = next(10)
  if (kind < 5) return `${next(100_000)}.0`
  return kind < 9
    ? `${next(100)}.${100_000_000 + next(900_000_000)}`
    : `${1 + next(9)}.${next(1_000_000)}E${7 + next(3)}`
}

const head = (lines: string[], name: string, type: string): void => {
  lines.push(`# HELP ${name} Duration or number of ${name.replaceAll('_', ' ')}`, `# TYPE ${name} ${type}`)
}

const summary = (lines: string[], name: string, count: number, next: Random): void => {
  head(lines, name, 'summary')
  for (let index = 0; index < count; index += 1) {
    const labels = labelsOf(index)
    lines.push(`${name}_count{${labels}} ${next(100_000)}`, `${name}_sum{${labels}} ${valueOf(next)}`)
  }
}

const jvmFamilies = (lines: string[], count: number, next: Random): void => {
  for (const [place, { name, labels }] of JVM.entries()) {
    head(lines, name, 'gauge')
    for (let index = place; index < count; index += JVM.length) {
      lines.push(`${name}{${COMMON},${labels},region="${index}"} ${valueOf(next)}`)
    }
  }
}

// One family for every 200 series: half of them summaries, half counters.
const ownFamilies = (lines: string[], count: number, next: Random): void => {
  for (let done = 0; done < count; done += 200) {
    const size = Math.min(200, count - done)
    const name = `${pick(NOUNS, next)}_${done}_${pick(OWN, next)}`
    summary(lines, name, size >> 2, next)
    head(lines, `${name}_retries_total`, 'counter')
    for (let index = 0; index < size - (size >> 2) * 2; index += 1) {
      lines.push(`${name}_retries_total{${labelsOf(index)}} ${valueOf(next)}`)
    }
  }
}
