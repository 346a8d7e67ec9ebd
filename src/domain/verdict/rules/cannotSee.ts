import { lifeEndpoint } from '#src/domain/verdict/podFacts.ts'
import { rule } from '#src/domain/verdict/rule.ts'
import { isOutage } from './failing.ts'

/** Something answered, but this browser cannot tell what: grey at once, never green, never red. */
export const cannotSee = rule({
  kind: 'cannot-see',
  on: 'always',
  find: (pod) => {
    const track = pod.tracks[lifeEndpoint(pod)]
    if (track === null || track.result.ok || isOutage(track.result.error)) return null
    return { light: 'unknown', part: { kind: 'cannot-see', failure: track.result.error }, since: track.at }
  },
})
