import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import { spread, usualOf, valueOf } from './drifting.ts'
import type { Pattern } from './pattern.ts'
import type { Neighbour, Seen } from './seen.ts'

/** From so many times the usual on it is not the day's peak: retries multiply by their number at every hop. */
const TIMES = 3

/** What a caller complains of whose own calls fail. */
const FAILS: ReadonlySet<ReasonKind> = new Set(['errors', 'failing', 'health', 'not-ready', 'dependency'])

const showsErrors = ({ light, kinds }: Neighbour): boolean =>
  light === 'red' || (light === 'orange' && kinds.some((kind) => FAILS.has(kind)))

/** Requests a second of the pods that tell both, now and usually, and how many of those now fail. */
function trafficOf({ pods }: Pick<Seen, 'pods'>) {
  let [perSecond, usual, failed] = [0, 0, 0]
  for (const pod of pods) {
    const [now, before] = [valueOf(pod, 'requestRate'), usualOf(pod, 'requestRate')]
    if (now === null || before === null) continue
    perSecond += now
    usual += before
    failed += now * (valueOf(pod, 'errorRatio') ?? 0)
  }
  return { perSecond, usual, errors: perSecond === 0 ? 0 : failed / perSecond }
}

/**
 * A service gets three times its usual requests and many of them fail: callers that try again make a short outage a long
 * one. Counted over all pods, as one that carries what others dropped is no storm. Null without errors (a real peak), and
 * where the services that call it are known and show none.
 */
export function retryStorm(seen: Seen): Pattern<'retry-storm'> | null {
  const { perSecond, usual, errors } = trafficOf(seen)
  if (usual <= 0 || perSecond < TIMES * usual || errors <= seen.policy.errorsOrange) return null
  const callers = seen.callers.filter(showsErrors)
  if (seen.callers.length > 0 && callers.length === 0) return null
  return {
    kind: 'retry-storm',
    ...spread(seen.pods, seen.pods),
    perSecond,
    usual,
    errors,
    callers: callers.map(({ service }) => service),
  }
}
