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

/** What the pod says of itself. */
export const health = rule({
  kind: 'health',
  on: 'health',
  rollUp: 'quorum',
  find: (pod) => {
    const result = pod.tracks.health?.result
    if (result === undefined || !result.ok) return NO_OPINION
    const { state, why } = result.value
    if (state === 'ok') return null
    const found = culprit(result.value)
    return {
      light: LIGHT[state],
      part: { kind: 'health', state, check: found?.path ?? null, why: found?.message ?? why },
    }
  },
})
