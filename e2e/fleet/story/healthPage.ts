import type { HealthReading, HealthState } from '#src/domain/health/healthReading.ts'

/** The words of the draft "Health Check Response Format for HTTP APIs" (draft-inadarei-api-health-check). */
const STATUS: Readonly<Record<HealthState, string>> = {
  ok: 'pass',
  degraded: 'warn',
  down: 'fail',
  unknown: 'unknown',
}

/** One answer of a health endpoint. */
export type HealthPage = { readonly status: number; readonly type: string; readonly body: string }

/** Writes a health answer as that draft has it: 503 where it is down. */
export function healthPage({ state, checks }: HealthReading): HealthPage {
  const named = checks.map(({ name, state: own, message }) => {
    const output = message === null ? {} : { output: message }
    return [name, [{ status: STATUS[own], ...output }]] as const
  })
  return {
    status: state === 'down' ? 503 : 200,
    type: 'application/health+json',
    body: JSON.stringify({ status: STATUS[state], checks: Object.fromEntries(named) }),
  }
}
