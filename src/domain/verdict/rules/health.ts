import type { HealthCheck, HealthReading, HealthState } from '#src/domain/health/healthReading.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

const SEVERITY: Readonly<Record<HealthState, number>> = { down: 0, degraded: 1, unknown: 2, ok: 3 }
const LIGHT = { down: 'red', degraded: 'orange', unknown: 'unknown' } as const

type Culprit = { readonly path: string; readonly message: string | null }

const worstOf = (checks: readonly HealthCheck[]): HealthCheck | undefined =>
  checks.toSorted((a, b) => SEVERITY[a.state] - SEVERITY[b.state]).find((check) => check.state !== 'ok')

/** The check that explains a reading: the worst one, as deep as its parts go (`broker / us1`). */
function culprit(reading: HealthReading): Culprit | null {
  const path: string[] = []
  let message: string | null = null
  for (let worst = worstOf(reading.checks); worst !== undefined; worst = worstOf(worst.parts)) {
    path.push(worst.name)
    message = worst.message ?? message
  }
  return path.length === 0 ? null : { path: path.join(' / '), message }
}

const TROUBLED = /^(?:e|w)|fatal|crit|panic|alert/i

/** The newest log line of a page that tells of trouble, else the newest: what a pod without checks gives as its cause. */
function lastLog({ logs }: HealthReading): string | null {
  const newestLast = logs.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
  const line = newestLast.findLast(({ level }) => level !== null && TROUBLED.test(level)) ?? newestLast.at(-1)
  if (line === undefined) return null
  return line.level === null ? line.message : `${line.level} ${line.message}`
}

/** What the pod says of itself. */
export const health = rule({
  kind: 'health',
  on: 'health',
  reads: ['health'],
  red: ['quorum', 'worsenAfter'],
  rollUp: 'quorum',
  find: (pod) => {
    const result = pod.tracks.health?.result
    if (result === undefined || !result.ok) return NO_OPINION
    const { state, why } = result.value
    if (state === 'ok') return null
    const found = culprit(result.value)
    const part = { kind: 'health', state, check: found?.path ?? null, why: found?.message ?? why } as const
    const log = found === null ? lastLog(result.value) : null
    return { light: LIGHT[state], part: log === null ? part : { ...part, log } }
  },
})
