import { cutText } from '#src/domain/health/cutText.ts'
import type { HealthCheck, HealthReading } from '#src/domain/health/healthReading.ts'

/** How much of a health answer is kept: checks at any depth, details of each, log entries, and letters of a text. */
type Caps = {
  readonly checks: number
  readonly details: number
  readonly logs: number
  readonly letters: number
}

/** A stone of an ordinary pod keeps all that it said; of one that says too much, ever less. */
const CAPS: readonly Caps[] = [
  { checks: 200, details: 10, logs: 50, letters: 1000 },
  { checks: 50, details: 4, logs: 20, letters: 200 },
  { checks: 10, details: 0, logs: 5, letters: 100 },
]

const MOST_METRICS = 50

/** Letters of one stone's health, written as JSON: three hundred stones are then some megabytes at the worst. */
const MOST_LETTERS = 64_000

type Left = { checks: number }

type Pair = readonly [key: string, value: string]

const cutPairs = (pairs: readonly Pair[], { details, letters }: Caps): Pair[] =>
  pairs.slice(0, details).map(([key, value]): Pair => [cutText(key, letters), cutText(value, letters)])

/** The first checks in the order of the page, the outer ones before their parts. */
function cutChecks(checks: readonly HealthCheck[], caps: Caps, left: Left): HealthCheck[] {
  const kept = checks.slice(0, left.checks)
  left.checks -= kept.length
  return kept.map(({ name, state, message, details, parts }) => ({
    name: cutText(name, caps.letters),
    state,
    message: message === null ? null : cutText(message, caps.letters),
    details: cutPairs(details, caps),
    parts: cutChecks(parts, caps, left),
  }))
}

const textOr = (text: string | null, letters: number): string | null =>
  text === null ? null : cutText(text, letters)

const cutReading = (reading: HealthReading, caps: Caps): HealthReading => ({
  state: reading.state,
  format: reading.format,
  why: textOr(reading.why, caps.letters),
  checks: cutChecks(reading.checks, caps, { checks: caps.checks }),
  version: textOr(reading.version, caps.letters),
  logs: reading.logs.slice(-caps.logs).map(({ at, level, message, fields }) => ({
    at,
    level: textOr(level, caps.letters),
    message: cutText(message, caps.letters),
    fields: cutPairs(fields, caps),
  })),
  metrics: reading.metrics.slice(0, MOST_METRICS).map(({ name, value, unit }) => ({
    name: cutText(name, caps.letters),
    value,
    unit: textOr(unit, caps.letters),
  })),
})

/**
 * A health answer small enough to be kept for weeks: at most 200 checks and its 50 newest log entries, and fewer of both
 * where that comes to more than 64,000 letters.
 */
export function cappedHealth(reading: HealthReading): HealthReading {
  let capped = reading
  for (const caps of CAPS) {
    capped = cutReading(reading, caps)
    if (JSON.stringify(capped).length <= MOST_LETTERS) break
  }
  return capped
}
