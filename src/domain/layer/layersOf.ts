import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { HealthReading } from '#src/domain/health/healthReading.ts'
import { toneOf } from '#src/domain/log/toneOf.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { isMappable } from '#src/domain/signals/mappedSignal.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { UnmatchedSignal } from '#src/domain/signals/unmatchedSignals.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { VersionReading } from '#src/domain/version/versionReading.ts'
import { type Layer, type LayerName, type LayerReason, LAYERS, type LayerState } from './layer.ts'
import type { PodReason } from './podReasons.ts'

/** What one endpoint last answered, as far as layers go. */
type Answered = {
  readonly endpoint: Endpoint
  readonly at: EpochMs | null
  readonly failure: ProbeFailure | null
  /** Until when it counts as the present; left out where nobody tells. */
  readonly holdsUntil?: EpochMs | null
}

/** A pod as its layers are read off it. */
export type LayeredPod = {
  /** Only those that are asked. */
  readonly endpoints: readonly Answered[]
  readonly health: HealthReading | null
  readonly version: VersionReading | null
  readonly signals: readonly { readonly signal: Signal }[]
  /** Signals that the fleet file maps to metrics that are not on its page; left out where nobody looked. */
  readonly unmatched?: readonly UnmatchedSignal[]
}

/** What is known besides the pod's own answers. */
export type LayerFacts = {
  /** The pod's light in its service's row. */
  readonly light: Light
  /** By which an answer is old or not. */
  readonly now: EpochMs
  /** False: what is known is old, as the watch is silent or blind. Then nothing is shown as well, and nothing as failed. */
  readonly isCurrent: boolean
  /** What speaks of the pod, worst first. */
  readonly reasons: readonly PodReason[]
  /** The lights of what its service needs itself, null for what is not watched; null while that is not known. */
  readonly needs: readonly (Light | null)[] | null
}

const answerOf = ({ endpoints }: LayeredPod, wanted: Endpoint): Answered | null =>
  endpoints.find(({ endpoint }) => endpoint === wanted) ?? null

/** Of a pod that hangs nothing else is asked: its other answers grow old without failing. */
const isOld = (answer: Answered | null, now: EpochMs): boolean => (answer?.holdsUntil ?? Infinity) < now

/** `pass` only of an endpoint whose newest answer could be read and is fresh; `none` of one that is not asked, or that nobody has. */
function readState(answer: Answered | null, now: EpochMs): LayerState {
  if (answer === null || answer.failure?.kind === 'not-found') return 'none'
  if (isOld(answer, now)) return 'unseen'
  return answer.at !== null && answer.failure === null ? 'pass' : 'unseen'
}

/** By its health, or where it has none by its metrics (a pod without health lives by its metrics page). */
function reachableState(pod: LayeredPod, { now }: LayerFacts): LayerState {
  const health = readState(answerOf(pod, 'health'), now)
  const life = health === 'none' ? readState(answerOf(pod, 'metrics'), now) : health
  return life === 'none' ? 'unseen' : life
}

/** What is said of checks holds as long as the newest question was answered. */
function checksState(pod: LayeredPod, { now }: LayerFacts): LayerState {
  const read = readState(answerOf(pod, 'health'), now)
  return read === 'pass' && pod.health?.state !== 'ok' ? 'unseen' : read
}

/** The signals that a page tells: how long the scrape took says nothing of what the pod uses. */
export const signalsTold = ({ signals }: Pick<LayeredPod, 'signals'>): number =>
  signals.filter(({ signal }) => isMappable(signal)).length

/** What should be told and is not: any signal, or one that the fleet file maps. */
function resourcesState(pod: LayeredPod, { now }: LayerFacts): LayerState {
  const read = readState(answerOf(pod, 'metrics'), now)
  const isTold = signalsTold(pod) > 0 && (pod.unmatched ?? []).length === 0
  return read === 'pass' && !isTold ? 'unseen' : read
}

function needsState(needs: LayerFacts['needs']): LayerState {
  if (needs === null) return 'unseen'
  const watched = needs.filter((light) => light !== null)
  if (watched.length === 0) return 'none'
  if (watched.some((light) => light === 'red' || light === 'orange')) return 'watch'
  return watched.includes('unknown') ? 'unseen' : 'pass'
}

function versionState(pod: LayeredPod, { now }: LayerFacts): LayerState {
  if (isOld(answerOf(pod, 'version'), now)) return 'unseen'
  if ((pod.version?.version ?? pod.health?.version ?? null) !== null) return 'pass'
  const read = readState(answerOf(pod, 'version'), now)
  return read === 'pass' ? 'none' : read
}

/** Lines are of the past: an error among them is to be looked at, but what is wrong now is said by other layers. */
function logsState(pod: LayeredPod, { now }: LayerFacts): LayerState {
  const lines = pod.health?.logs ?? []
  if (lines.length === 0) return 'none'
  if (lines.some((line) => toneOf(line) === 'error')) return 'watch'
  return readState(answerOf(pod, 'health'), now) === 'pass' ? 'pass' : 'unseen'
}

const BY_ITSELF: Readonly<Record<LayerName, (pod: LayeredPod, facts: LayerFacts) => LayerState>> = {
  reachable: reachableState,
  ready: (pod, { now }) => readState(answerOf(pod, 'ready'), now),
  resources: resourcesState,
  checks: checksState,
  dependencies: (_pod, { needs }) => needsState(needs),
  version: versionState,
  logs: logsState,
  profile: () => 'aid',
}

/** A reason that asks for nothing changes nothing: only an answer makes a layer pass. */
const OF_LIGHT = { red: 'fail', orange: 'watch', unknown: 'unseen', green: 'aid' } as const

/** Worst first. */
const WORST_STATE: readonly LayerState[] = ['fail', 'watch', 'unseen', 'pass', 'none', 'aid']

const worse = (a: LayerState, b: LayerState): LayerState =>
  WORST_STATE.indexOf(a) <= WORST_STATE.indexOf(b) ? a : b

/** Where nobody vouches for it any more, what is known is a memory. */
const remembered = (state: LayerState): LayerState => (state === 'none' || state === 'aid' ? state : 'unseen')

const unseen = ({ name, reasons }: Layer): Layer => ({ name, state: 'unseen', reasons })

const isQuiet = ({ state }: Layer): boolean => state === 'pass' || state === 'none' || state === 'aid'

const spoken = ({ kind, light, text, todo }: PodReason): LayerReason => ({ kind, light, text, todo })

/**
 * The layers of a pod, in their order, with what was found in each. A layer is as bad as the worst reason whose evidence
 * lies in it. It passes only by an answer that was read: what was never asked, or failed, is `unseen`, and where the pod's
 * light is not green some layer says so.
 */
export function layersOf(pod: LayeredPod, facts: LayerFacts): readonly Layer[] {
  const layers = LAYERS.map((name): Layer => {
    const reasons = facts.reasons.filter(({ layer }) => layer === name)
    const states = reasons.map(({ light }) => OF_LIGHT[light])
    const state = states.reduce(worse, BY_ITSELF[name](pod, facts))
    return { name, state: facts.isCurrent ? state : remembered(state), reasons: reasons.map(spoken) }
  })
  if (facts.light === 'green' || !layers.every(isQuiet)) return layers
  return layers.map((layer) => (layer.name === 'reachable' ? unseen(layer) : layer))
}
