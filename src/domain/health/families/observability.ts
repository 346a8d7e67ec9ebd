import { found } from '#src/domain/health/finding.ts'
import type { JsonFamily } from '#src/domain/health/finding.ts'
import { stateOfWord } from '#src/domain/health/healthWords.ts'
import { hasField, textField } from '#src/domain/json/jsonValue.ts'
import { bare } from '#src/domain/health/readChecks.ts'

/** Grafana `/api/health`: `database` is "ok", or "failing" with 503. The version is left out for anonymous users. */
export const grafana: JsonFamily = (body) => {
  const database = textField(body, 'database')
  const onlyItsKeys = Object.keys(body).every((key) => GRAFANA_KEYS.has(key))
  if ((database !== 'ok' && database !== 'failing') || !onlyItsKeys) return null
  const state = database === 'ok' ? 'ok' : 'down'
  return found({
    format: 'grafana',
    state,
    checks: [bare('database', { state, message: state === 'ok' ? null : database })],
    version: textField(body, 'version'),
  })
}

const GRAFANA_KEYS: ReadonlySet<string> = new Set(['commit', 'database', 'version', 'enterpriseCommit'])

/** Jaeger's admin port: "Server available" or "Server not available". */
export const jaeger: JsonFamily = (body) => {
  const word = textField(body, 'status')
  const state = word?.startsWith('Server ') === true ? stateOfWord(word) : null
  if (state === null || !hasField(body, 'uptime')) return null
  return found({ format: 'jaeger', state, words: state === 'ok' ? null : word })
}
