import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { lifeEndpoint, type PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Part } from '#src/domain/verdict/reason.ts'
import { rule } from '#src/domain/verdict/rule.ts'
import { isOutage } from './failing.ts'

/** A pod that asks for a sign-in is named with its address: that is where to sign in. */
function partOf({ service, pod }: PodFacts, failure: ProbeFailure): Part<'cannot-see'> {
  if (failure.kind !== 'sign-in-needed') return { kind: 'cannot-see', failure }
  const { url, shownUrl } = pod
  const signIn = { url: shownUrl ?? url, cookies: service.credentials, gateway: shownUrl !== undefined }
  return { kind: 'cannot-see', failure, signIn }
}

/** Something answered, but this browser cannot tell what: grey at once, never green, never red. */
export const cannotSee = rule({
  kind: 'cannot-see',
  on: 'always',
  reads: ['health', 'metrics'],
  find: (pod) => {
    const track = pod.tracks[lifeEndpoint(pod)]
    if (track === null || track.result.ok || isOutage(track.result.error)) return null
    const found = { light: 'unknown', part: partOf(pod, track.result.error) } as const
    const since = pod.unreadSince ?? track.at
    return track.lastReading === null ? { ...found, since, already: true } : { ...found, since }
  },
})
