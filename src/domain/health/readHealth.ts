import { CHECK_CAP, DEPTH_CAP } from './checkBudget.ts'
import { messageOf } from './checkDetails.ts'
import { oneLine } from './cutText.ts'
import { healthContext } from './finding.ts'
import type { Finding, HealthContext } from './finding.ts'
import { healthRank, worseOf } from './healthRank.ts'
import type { HealthAnswer, HealthCheck, HealthReading, HealthState } from './healthReading.ts'
import { field } from '#src/domain/json/jsonValue.ts'
import type { JsonObject } from '#src/domain/json/jsonValue.ts'
import { readHealthBody } from './readHealthBody.ts'
import type { HealthBody } from './readHealthBody.ts'
import { readHealthLogs } from './readHealthLogs.ts'
import { readHealthMetrics } from './readHealthMetrics.ts'
import { refusalOf, stateOfStatus } from './statusVerdict.ts'
import { statedWords } from './statedState.ts'
import { whyNotOk, WHY_CAP } from './whyNotOk.ts'

/**
 * Reads any answer of a health endpoint. The verdict rests on the HTTP status **and** the body, the worse one wins;
 * only families that give codes a meaning of their own settle it themselves (Vault's standby codes, Dropwizard's
 * 501). A body that says ok while one of its checks is not is degraded. A shape that nobody knows falls back to the
 * HTTP status and says so in `why`, which is else null for ok. Refusals (401, 403, 404, 3xx, …), sign-in pages,
 * other HTML and broken JSON are unknown: they do not tell how the pod is. Never throws, whatever it is given.
 */
export const readHealth = (answer: HealthAnswer): HealthReading => {
  const context = healthContext(answer.status, answer.contentType)
  const body = readHealthBody(answer.body, context)
  const refusal = refusalOf(answer.status)
  if (refusal !== null) return refused(refusal, body)
  return body.finding === null ? byStatusAlone(context, body) : settled(context, body.finding, body)
}

const refused = (why: string, { finding }: HealthBody): HealthReading => {
  const isSignIn = finding?.format === 'sign-in-page'
  const format = isSignIn ? 'sign-in-page' : 'http-status'
  const words = isSignIn && finding.words !== null ? `${why}; ${finding.words}` : why
  return reading({ state: 'unknown', format, why: oneLine(words, WHY_CAP) })
}

/** A body that carries an error of any kind is never taken for a good one, whatever the status. */
const byStatusAlone = ({ status }: HealthContext, { root }: HealthBody): HealthReading => {
  const state = stateOfStatus(status)
  const error = root !== null && carriesError(root) ? (messageOf(root) ?? 'the body carries an error') : null
  const said = state === 'ok' || root === null ? null : messageOf(root)
  const words = error ?? said ?? "the body's shape is not known"
  return reading({
    state: error === null ? state : worseOf(state, 'unknown'),
    format: 'http-status',
    why: oneLine(`HTTP ${status}; ${words}`, WHY_CAP),
    ...extrasOf(root),
  })
}

const carriesError = (root: JsonObject): boolean =>
  ['error', 'errors', 'exception'].some((key) => {
    const value = field(root, key)
    if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
    return value !== undefined && value !== null && value !== false && value !== '' && value !== 0
  })

const settled = (context: HealthContext, finding: Finding, { root }: HealthBody): HealthReading => {
  const { budget, status } = context
  const bodyState = stateOfBody(finding, budget.truncated)
  const state = finding.settled ? bodyState : worseOf(stateOfStatus(status), bodyState)
  const words = finding.words ?? (root === null ? null : statedWords(root))
  const why = state === 'ok' ? null : whyNotOk(status, { ...finding, words })
  const { format, checks, version } = finding
  const logs = extrasOf(root)
  return reading({ state, format, checks, version, why: budget.truncated ? withNote(why) : why, ...logs })
}

const stateOfBody = (finding: Finding, truncated: boolean): HealthState => {
  const state = finding.state === 'ok' && finding.checks.some(hasTrouble) ? 'degraded' : finding.state
  // What was left out may be what is down, unless the body has a word for the whole.
  return truncated && !finding.stated ? worseOf(state, 'unknown') : state
}

const hasTrouble = (check: HealthCheck): boolean =>
  healthRank(check.state) >= healthRank('degraded') || check.parts.some(hasTrouble)

const withNote = (why: string | null): string => {
  const note = `only the first ${CHECK_CAP} checks and ${DEPTH_CAP} levels were read`
  return why === null ? note : `${oneLine(why, WHY_CAP - note.length - 2)}; ${note}`
}

const extrasOf = (root: JsonObject | null): Pick<HealthReading, 'logs' | 'metrics'> =>
  root === null ? { logs: [], metrics: [] } : { logs: readHealthLogs(root), metrics: readHealthMetrics(root) }

const reading = (known: Partial<HealthReading> & Pick<HealthReading, 'state' | 'format'>): HealthReading => ({
  why: null,
  checks: [],
  version: null,
  logs: [],
  metrics: [],
  ...known,
})
