import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

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
    if (took <= policy.slowAnswer && page.truncatedBy === null && page.issueCount === 0) return null
    const [first] = page.issues
    const limit = pod.service.bounds.scrapeDuration
    const nearTimeout = limit !== undefined && limit > 0 && took > policy.expositionRed * limit * 1000
    return {
      light: nearTimeout ? 'red' : 'orange',
      part: {
        kind: 'exposition',
        took,
        bytes: page.bytes,
        series: page.seriesCount,
        truncatedBy: page.truncatedBy,
        badLines: page.issueCount,
        firstBadLine: first === undefined ? null : { line: first.line, reason: first.reason },
      },
    }
  },
})
