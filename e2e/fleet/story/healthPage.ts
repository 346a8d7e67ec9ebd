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

/** A log entry as in-house health pages carry it. */
const logged = ({ at, level, message, fields }: HealthReading['logs'][number]): object => ({
  ...(at === null ? {} : { time: new Date(at).toISOString() }),
  ...(level === null ? {} : { level }),
  message,
  ...Object.fromEntries(fields),
})

/** Writes a health answer as that draft has it: 503 where it is down. Its last log entries, where it has any, stand beside it. */
export function healthPage({ state, checks, logs }: HealthReading): HealthPage {
  const named = checks.map(({ name, state: own, message }) => {
    const output = message === null ? {} : { output: message }
    return [name, [{ status: STATUS[own], ...output }]] as const
  })
  return {
    status: state === 'down' ? 503 : 200,
    type: 'application/health+json',
    body: JSON.stringify({
      status: STATUS[state],
      checks: Object.fromEntries(named),
      ...(logs.length === 0 ? {} : { logs: logs.map(logged) }),
    }),
  }
}
