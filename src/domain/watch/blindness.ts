import type { Blindness } from '#src/domain/digest/digestRow.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { lifeEndpoint, type PodFacts, type Track } from '#src/domain/verdict/podFacts.ts'
import type { LinkChanged } from './observation.ts'

/**
 * When most of the fleet fails in one cycle, the likelier explanation is this browser's own network.
 * Below five pods or three services it is not: three pods of one service do fail together. Nor is it while fewer
 * than half of the pods (`asked`) tell of the network at all: those that refuse at once are the first to answer,
 * and a fleet that mostly wants a sign-in is seen, whatever became of the few others.
 */
const MOST = { pods: 5, services: 3, share: 0.8, overBelow: 0.5, asked: 0.5 }

type Tally = {
  failed: number
  of: number
  readonly services: Set<string>
  /** Pods that nothing is known of yet. */
  unseen: number
  /** Pods that fail otherwise than by an outage (CORS, sign-in): counted neither as failed nor in `of` … */
  otherwise: number
  /** … and among them those whose failure came with an answer of now, not from what was believed of them. */
  answered: number
}

type Word = 'silent' | 'answers' | 'answers-otherwise' | 'tells-nothing'

const FAILED: Readonly<Record<ProbeFailure['kind'], Word>> = {
  timeout: 'silent',
  unreachable: 'silent',
  'http-status': 'answers',
  'sign-in-needed': 'answers-otherwise',
  'too-large': 'answers-otherwise',
  malformed: 'answers-otherwise',
  unreadable: 'tells-nothing',
  'mixed-content': 'tells-nothing',
  'local-network-permission': 'tells-nothing',
  'not-found': 'tells-nothing',
  aborted: 'tells-nothing',
}

/**
 * What the newest answer of a pod says of the network between. That an answer cannot be read for want of CORS
 * headers, that it redirects to a login elsewhere, or that there is none to be found, is believed for a while
 * without asking again.
 */
function wordOf({ result }: Track<unknown>): Word {
  if (result.ok) return 'answers'
  const { error } = result
  return error.kind === 'sign-in-needed' && error.how === 'redirect' ? 'tells-nothing' : FAILED[error.kind]
}

/** Pods that were out before the cycle are no evidence of anything that happened in it. */
const wasOutBefore = (pod: PodFacts, cycleBegan: EpochMs): boolean => {
  const condition = pod.conditions.get('failing')
  return condition !== undefined && condition.light !== 'green' && condition.since < cycleBegan
}

function count(sum: Tally, service: string, word: Word): void {
  if (word === 'answers' || word === 'silent') sum.of += 1
  else sum.otherwise += 1
  if (word === 'answers-otherwise') sum.answered += 1
  if (word !== 'silent') return
  sum.failed += 1
  sum.services.add(service)
}

function tally(pods: Iterable<PodFacts>, cycleBegan: EpochMs, outBefore: EpochMs): Tally {
  const sum: Tally = { failed: 0, of: 0, services: new Set(), unseen: 0, otherwise: 0, answered: 0 }
  for (const pod of pods) {
    const track = pod.tracks[lifeEndpoint(pod)]
    if (track === null) sum.unseen += 1
    if (track === null || track.at < cycleBegan || wasOutBefore(pod, outBefore)) continue
    count(sum, pod.service.name, wordOf(track))
  }
  return sum
}

function mostFailed({ failed, of, services, unseen, otherwise, answered }: Tally, before: boolean): boolean {
  // Nobody was asked since (a long time-out, a long back-off): what was found still stands.
  if (of + answered === 0) return before
  if (before && failed >= MOST.overBelow * (of + answered)) return true
  if (of < MOST.asked * (of + unseen + otherwise)) return false
  return failed >= MOST.pods && services.size >= MOST.services && failed >= MOST.share * of
}

/**
 * Whether the dashboard itself cannot see, since when and on what grounds; null when it can.
 * `cycle`: the time in which every pod is asked once.
 */
export function assessBlindness(
  was: Blindness | null,
  pods: Iterable<PodFacts>,
  link: LinkChanged | null,
  cycle: DurationMs,
  now: EpochMs,
): Blindness | null {
  const since = was?.since ?? now
  const counted = tally(pods, now - cycle, since - cycle)
  const { failed, of } = counted
  if (link !== null && link.state !== 'up') return { since, cause: link.state, failed, of }
  return mostFailed(counted, was?.cause === 'most-failed')
    ? { since, cause: 'most-failed', failed, of }
    : null
}

/** Whether two words on it say the same: nothing is to be told anew. */
export const sameBlindness = (a: Blindness | null, b: Blindness | null): boolean =>
  a?.cause === b?.cause && a?.failed === b?.failed && a?.of === b?.of
