import type { HealthLog } from '#src/domain/health/healthReading.ts'

/** `fine`: it tells of no trouble, as what is logged of a request that went well. */
export type Tone = 'error' | 'warning' | 'fine'

/** Of syslog (RFC 5424), log4j, java.util.logging, Go, Python, .NET. */
const LEVELS: ReadonlyMap<string, Tone> = new Map([
  ...[
    'error',
    'err',
    'fatal',
    'critical',
    'crit',
    'panic',
    'severe',
    'emerg',
    'emergency',
    'alert',
    'dpanic',
  ].map((level) => [level, 'error'] as const),
  ...['warn', 'warning'].map((level) => [level, 'warning'] as const),
])

const STATUS_KEY = /(?:^|[._])(?:status|status_?code|http_?status|code)$/i

/** The last cause of a wrapped error may be the status of an answer: `POST /api/users: 403`. */
const STATUS_SAID = /:\s*([1-5]\d\d)\b(?=[^:]*$)/

/** RFC 9110, 9.1, and RFC 5789. */
const REQUEST = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+\S/

const TROUBLE =
  /\b(?:error|errors|exception|failed|failure|fatal|panic|refused|denied|unavailable|timed? ?out|deadline exceeded)\b/i

function statusOf({ fields, message }: HealthLog): number | null {
  const told = fields.find(([key, value]) => STATUS_KEY.test(key) && /^[1-5]\d\d$/.test(value))
  // A number at the end is a status only of a request: `rows imported: 512` is none.
  const text = told?.[1] ?? (REQUEST.test(message) ? STATUS_SAID.exec(message)?.[1] : undefined)
  return text === undefined ? null : Number(text)
}

/**
 * Whether a line tells of an error. Its level says so; without one the status of an answer (400 and above, RFC 9110),
 * else its words. A request that is answered with 500 and above is an error at whatever level it is logged.
 */
export function toneOf(log: HealthLog): Tone {
  const status = statusOf(log)
  if (status !== null && status >= 500) return 'error'
  if (log.level !== null) return LEVELS.get(log.level.toLowerCase()) ?? 'fine'
  if (status !== null) return status >= 400 ? 'error' : 'fine'
  return TROUBLE.test(log.message) ? 'error' : 'fine'
}
