import { found, foundByChecks } from '#src/domain/health/finding.ts'
import type { JsonFamily, ListFamily } from '#src/domain/health/finding.ts'
import { asObject, textField } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { readEntries, withState } from '#src/domain/health/readChecks.ts'

/**
 * Dropwizard admin `/healthcheck`: one object with a boolean `healthy` for each check; 500 when one fails,
 * and 501 with an empty object when none is registered, which says nothing about the application.
 */
export const dropwizard: JsonFamily = (body, { status, budget }) => {
  const entries = Object.entries(body)
  if (entries.length === 0 && status === 501) {
    return found({
      format: 'dropwizard',
      state: 'unknown',
      settled: true,
      words: 'no health check is registered',
    })
  }
  if (!isFlagMap(body, 'healthy')) return null
  return foundByChecks({ format: 'dropwizard', checks: readEntries(entries.map(withoutStack), budget) })
}

/** Nomad `/v1/agent/health`: `client` and `server`, each with a boolean `ok` and a message; 500 when one is not. */
export const nomad: JsonFamily = (body, { budget }) =>
  isFlagMap(body, 'ok')
    ? foundByChecks({ format: 'nomad', checks: readEntries(Object.entries(body), budget) })
    : null

/** dropwizard-health `/health-check`: a list; a check that is not critical only degrades. */
export const dropwizardHealth: ListFamily = (body, { budget }) => {
  const isIts = body.every((item) => {
    const check = asObject(item)
    return check !== null && typeof check['healthy'] === 'boolean' && textField(check, 'name') !== null
  })
  if (body.length === 0 || !isIts) return null
  const lenient = new Set(body.flatMap((item) => (asObject(item)?.['critical'] === false ? [item] : [])))
  const entries = body.map((item): [string, unknown] => [textField(asObject(item) ?? {}, 'name') ?? '', item])
  const checks = readEntries(entries, budget).map((check, index) =>
    check.state === 'down' && lenient.has(body[index]) ? withState(check, 'degraded') : check,
  )
  return foundByChecks({ format: 'dropwizard', checks })
}

const isFlagMap = (body: JsonObject, flag: string): boolean => {
  const parts = Object.values(body)
  return parts.length > 0 && parts.every((part) => typeof asObject(part)?.[flag] === 'boolean')
}

/** The stack trace of a failed check is for its log, not for a dashboard. */
const withoutStack = ([name, value]: [string, unknown]): [string, unknown] => {
  const check = asObject(value)
  const error = asObject(check?.['error'])
  if (check === null || error === null) return [name, value]
  const { stack: _stack, ...rest } = error
  return [name, { ...check, error: rest }]
}
