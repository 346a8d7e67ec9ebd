import { englishLayers } from './englishLayers.ts'
import { englishTools } from './englishTools.ts'
import { failurePhrase } from './failureWords.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { namePods } from './namePods.ts'
import type { Reader } from './reasonEvidence.ts'
import { texts } from './texts.ts'
import type { Runtime } from '#src/domain/diagnosis/command.ts'
import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import type { DirectNeed } from '#src/domain/layer/directNeeds.ts'
import type { Layer, LayerName } from '#src/domain/layer/layer.ts'
import { type LayeredPod, signalsTold } from '#src/domain/layer/layersOf.ts'
import { toneOf } from '#src/domain/log/toneOf.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** A pod as a line on one of its layers is made of it. */
type ToldPod = Omit<LayeredPod, 'endpoints'> & {
  readonly endpoints: readonly (LayeredPod['endpoints'][number] & { readonly took: DurationMs | null })[]
  readonly startedAt: EpochMs | null
}

type Answer = ToldPod['endpoints'][number]

/** What a line on a layer is made of. */
export type LayerTold = {
  readonly pod: ToldPod
  /** Null while that is not known. */
  readonly needs: readonly DirectNeed[] | null
  readonly runtime: Runtime | null
}

const { summary: words, endpoints } = englishLayers
const { runtime: runtimeName } = englishTools

const answerOf = ({ endpoints: all }: ToldPod, wanted: Endpoint): Answer | undefined =>
  all.find(({ endpoint }) => endpoint === wanted)

/** Why there is no answer to speak of; null where there is one. */
function without(answer: Answer): string | null {
  if (answer.failure !== null) return failurePhrase(answer.failure)
  return answer.at === null ? words.neverAsked : null
}

const tookText = ({ took }: Answer): string | null => (took === null ? null : formatDuration(took))

function reachable({ pod }: LayerTold): string {
  const asked = pod.endpoints.filter(({ at, failure }) => at !== null && failure?.kind !== 'not-found')
  if (asked.length === 0) return words.neverAsked
  const failed = asked.find(({ failure }) => failure !== null)
  const answering = asked.filter(({ failure }) => failure === null).length
  const head = words.reachable(answering, asked.length)
  if (failed !== undefined && failed.failure !== null)
    return `${head}; ${words.failed(endpoints.name[failed.endpoint].toLowerCase(), failurePhrase(failed.failure))}`
  const health = answerOf(pod, 'health')
  const took = health === undefined ? null : tookText(health)
  return took === null ? head : `${head}, ${words.health(took)}`
}

function ready({ pod }: LayerTold): string {
  const answer = answerOf(pod, 'ready')
  return answer === undefined ? words.readyNone : (without(answer) ?? words.ready(tookText(answer)))
}

function resources({ pod }: LayerTold): string {
  const answer = answerOf(pod, 'metrics')
  if (answer === undefined) return words.metricsOff
  if (answer.failure?.kind === 'not-found') return words.noMetrics
  const missing = without(answer)
  if (missing !== null) return missing
  const told = signalsTold(pod)
  const read = told === 0 ? words.noSignals : words.signals(told)
  const unmatched = (pod.unmatched ?? []).map(({ signal }) => `signals.${signal}`)
  return unmatched.length === 0 ? read : `${read}; ${words.unmatched(unmatched.join(', '))}`
}

/** All checks of a tree that have none below them. */
const leaves = (checks: readonly HealthCheck[]): readonly HealthCheck[] =>
  checks.flatMap((check) => (check.parts.length === 0 ? [check] : leaves(check.parts)))

function checks({ pod }: LayerTold): string {
  const answer = answerOf(pod, 'health')
  if (answer === undefined || answer.failure?.kind === 'not-found') return words.checksNone
  const missing = without(answer)
  if (missing !== null || pod.health === null) return missing ?? words.neverAsked
  const all = leaves(pod.health.checks)
  const says = words.says[pod.health.state]
  const good = all.filter(({ state }) => state === 'ok').length
  const parts = [says, all.length === 0 ? null : words.checks(good, all.length), pod.health.why]
  return parts.filter((part) => part !== null).join(', ')
}

/** Names of needs with one of some lights, as a line names them. */
const named = (needs: readonly DirectNeed[], lights: readonly DirectNeed['light'][]): string =>
  namePods(needs.filter(({ light }) => lights.includes(light)).map(({ name }) => name))

function dependencies({ needs }: LayerTold): string {
  if (needs === null) return words.needsUnknown
  if (needs.length === 0) return words.needsNothing
  const trouble = named(needs, ['red', 'orange'])
  const unseen = named(needs, ['unknown'])
  const parts = [
    words.needs(needs.length),
    trouble === '' ? null : words.needsTrouble(trouble),
    unseen === '' ? null : words.needsUnseen(unseen),
  ].filter((part) => part !== null)
  if (parts.length > 1) return parts.join('; ')
  const isWatched = needs.some(({ light }) => light !== null)
  return `${words.needs(needs.length)}, ${isWatched ? words.needsWell : words.needsUnwatched}`
}

/** `1.8.2 (ab12cd3)`; a version that holds its commit is told once. */
function versionName({ version: told, health }: ToldPod): string | null {
  const name = told?.version ?? health?.version ?? null
  const commit = told?.commit?.slice(0, 7) ?? null
  if (name === null || commit === null) return name ?? commit
  return name.includes(commit) ? name : `${name} (${commit})`
}

function version({ pod }: LayerTold, { now, timeZone }: Reader): string {
  const startedAt = pod.startedAt ?? pod.version?.startedAt ?? null
  const parts = [
    versionName(pod),
    pod.version?.runtime ?? null,
    startedAt === null ? null : words.started(formatMoment(startedAt, now, timeZone)),
  ].filter((part) => part !== null)
  if (parts.length > 0) return parts.join(', ')
  const answer = answerOf(pod, 'version')
  return (answer === undefined ? null : without(answer)) ?? words.noVersion
}

function logs({ pod }: LayerTold): string {
  const lines = pod.health?.logs ?? []
  if (lines.length === 0) return words.noLogs
  return words.logs(lines.length, lines.filter((line) => toneOf(line) === 'error').length)
}

const profile = ({ runtime }: LayerTold): string =>
  runtime === null ? words.anyRuntime : words.profile(runtimeName[runtime])

const BY_LAYER: Readonly<Record<LayerName, (told: LayerTold, reader: Reader) => string>> = {
  reachable,
  ready,
  resources,
  checks,
  dependencies,
  version,
  logs,
  profile,
}

/**
 * What was asked and answered in one layer, in one line: the worst of its reasons with how many there are besides, else what
 * it passes by. `timeZone` of the reader is an IANA name.
 */
export function layerSummary({ name, reasons }: Layer, told: LayerTold, reader: Reader): string {
  const [worst, ...others] = reasons
  if (worst === undefined) return BY_LAYER[name](told, reader)
  return others.length === 0 ? worst.text : texts.and(worst.text, texts.more(others.length))
}
