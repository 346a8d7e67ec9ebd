import { oneLine } from './cutText.ts'
import type { Finding } from './finding.ts'
import { healthRank } from './healthRank.ts'
import type { HealthCheck } from './healthReading.ts'

/** A reason is one line that fits a row of the digest. */
export const WHY_CAP = 200

const DEGRADED = healthRank('degraded')

/**
 * What a verdict that is not ok rests on, in one line of at most 200 characters: the HTTP status where that is no
 * success, then the worst checks with their own words, else the body's words for the whole.
 */
export const whyNotOk = (status: number, finding: Finding): string => {
  const http = status >= 400 ? `HTTP ${status}` : null
  const body = bodyWords(finding)
  if (http === null && finding.state === 'ok' && body === null) return `HTTP status ${status} tells nothing`
  if (http === null) return oneLine(body ?? `the answer says ${finding.state}`, WHY_CAP)
  if (finding.format === 'empty') return `${http} with an empty body`
  if (finding.state === 'ok' && body === null) return `${http}, though the body says ok`
  return oneLine(body === null ? http : `${http}; ${body}`, WHY_CAP)
}

/** Checks first; the words for the whole as well where no check is as bad as the whole. */
const bodyWords = ({ state, words, checks }: Finding): string | null => {
  const culprits = checks
    .flatMap((check) => culpritsIn(check, ''))
    .toSorted((a, b) => healthRank(b.check.state) - healthRank(a.check.state))
  const [worst] = culprits
  if (worst === undefined) return state === 'ok' ? null : words
  const line = culpritLine(worst, culprits)
  const isExplained = healthRank(worst.check.state) >= healthRank(state)
  return isExplained || words === null ? line : `${words}; ${line}`
}

type Culprit = { readonly path: string; readonly check: HealthCheck }

const culpritLine = (first: Culprit, sorted: readonly Culprit[]): string => {
  let line = wordsFor(first)
  let told = 1
  for (const other of sorted.slice(1)) {
    const longer = `${line}; ${wordsFor(other)}`
    if (longer.length > WHY_CAP - 30) break
    line = longer
    told += 1
  }
  return told === sorted.length ? line : `${oneLine(line, WHY_CAP - 30)} and ${sorted.length - told} more`
}

/** The deepest parts at fault; a part whose own parts are fine is at fault itself. */
const culpritsIn = (check: HealthCheck, prefix: string): readonly Culprit[] => {
  const path = prefix === '' ? check.name : `${prefix}/${check.name}`
  const inner = check.parts.flatMap((part) => culpritsIn(part, path))
  if (inner.length > 0) return inner
  return healthRank(check.state) >= DEGRADED ? [{ path, check }] : []
}

const wordsFor = ({ path, check }: Culprit): string =>
  oneLine(`${oneLine(path, 80)}: ${check.message ?? check.state}`, WHY_CAP - 30)
