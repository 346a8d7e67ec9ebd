import type { HealthLog } from '#src/domain/health/healthReading.ts'

/** `fine`: it tells of no trouble, as what is logged of a request that went well. */
export type Tone = 'error' | 'warning' | 'fine'

/** Names of RFC 5424 (syslog), log4j, java.util.logging, Go, Python, bunyan and pino. */
const ERROR = 'error err fatal critical crit panic severe emerg emergency alert dpanic'
/** As the consoles of .NET, zerolog and Serilog cut them: to three or four letters, or to one as klog does. */
const ERROR_CUT = 'fail eror fatl ftl pnc e f c'
/** As numbers of RFC 5424, section 6.2.1, which GELF and systemd's journal write. Those of pino have names by now. */
const ERROR_NUMBER = '0 1 2 3'
const WARNING = 'warn warning wrn w 4'

const LEVELS: ReadonlyMap<string, Tone> = new Map([
  ...[ERROR, ERROR_CUT, ERROR_NUMBER]
    .flatMap((levels) => levels.split(' '))
    .map((level) => [level, 'error'] as const),
  ...WARNING.split(' ').map((level) => [level, 'warning'] as const),
])

/** How klog, and glog before it, begin a line: `E1122 03:12:05.123456   17 sync.go:88] …`. */
const KLOG = /^([IWEF])\d{4} \d\d:\d\d:\d\d\.\d+\s+\d+ \S+:\d+\]/

/** How a line begins that is written for syslog (RFC 5424, section 6.2.1), or for the journal of systemd: `<11>`, `<3>`. */
const PRIORITY = /^<(\d{1,3})>/

/** The level that a line begins with; null where it begins with none. */
function levelSaid(message: string): string | null {
  const priority = PRIORITY.exec(message)?.[1]
  // Facility × 8 + severity; facilities go to 23.
  if (priority !== undefined) return Number(priority) < 192 ? `${Number(priority) % 8}` : null
  return KLOG.exec(message)?.[1] ?? null
}

const STATUS_KEY = /(?:^|[._])(?:status|status_?code|http_?status|code)$/i

/**
 * A request (RFC 9110, 9.1, and RFC 5789) with the status of its answer right behind it: `POST /api/users: 403 Forbidden`,
 * `"GET /x HTTP/1.1" 503 12`, `GET /x answered 200 in 3 ms`. Any other number is none: `POST /import: rows: 512`.
 */
const ANSWERED =
  /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+\S+(?:\s+HTTP\/[\d.]+["']?)?:?\s+(?:(?:answered|returned|status)[:=]?\s*)?([1-5]\d\d)(?=$|[.,;)"]|\s+(?:in\b|\d|[A-Z]))/

const TROUBLE =
  /\b(?:error|errors|exception|failed|failure|fatal|panic|refused|denied|unavailable|timed? ?out|deadline exceeded)\b/i

function statusOf({ fields, message }: HealthLog): number | null {
  const told = fields.find(([key, value]) => STATUS_KEY.test(key) && /^[1-5]\d\d$/.test(value))
  const text = told?.[1] ?? ANSWERED.exec(message)?.[1]
  return text === undefined ? null : Number(text)
}

/**
 * Whether a line tells of an error. Its level says so; without one the status of an answer (400 and above, RFC 9110),
 * else its words. A request that is answered with 500 and above is an error at whatever level it is logged.
 */
export function toneOf(log: HealthLog): Tone {
  const status = statusOf(log)
  if (status !== null && status >= 500) return 'error'
  const level = log.level ?? levelSaid(log.message)
  if (level !== null) return LEVELS.get(level.toLowerCase()) ?? 'fine'
  if (status !== null) return status >= 400 ? 'error' : 'fine'
  return TROUBLE.test(log.message) ? 'error' : 'fine'
}
