import { pageGrowth } from '#src/domain/verdict/pageCensus.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** What is to be said of a page; the label that makes it large only where it is slow, or was cut. */
function partOf(pod: PodFacts, { took, exposition: page }: Scrape, isSlow: boolean): Part<'exposition'> {
  const [first] = page.issues
  const grows = isSlow || page.truncatedBy !== null ? pageGrowth(pod) : null
  return {
    kind: 'exposition',
    took,
    bytes: page.bytes,
    series: page.seriesCount,
    truncatedBy: page.truncatedBy,
    badLines: page.issueCount,
    firstBadLine: first === undefined ? null : { line: first.line, reason: first.reason },
    ...(grows === null ? {} : { grows }),
  }
}

/**
 * A metrics page that is slow, cut at a cap or broken in places; red where it takes nearly as long as is waited for it:
 * monitoring is about to go blind.
 */
export const exposition = rule({
  kind: 'exposition',
  on: 'metrics',
  reads: ['metrics'],
  orange: ['slowAnswer'],
  red: ['expositionRed'],
  find: (pod, policy) => {
    const result = pod.tracks.metrics?.result
    if (result === undefined || !result.ok) return NO_OPINION
    const { took, exposition: page } = result.value
    const isSlow = took > policy.slowAnswer
    const timeout = (pod.service.bounds.scrapeDuration ?? Infinity) * 1000
    const isNearTimeout = took > policy.expositionRed * timeout
    if (!isSlow && !isNearTimeout && page.truncatedBy === null && page.issueCount === 0) return null
    return { light: isNearTimeout ? 'red' : 'orange', part: partOf(pod, result.value, isSlow) }
  },
})
