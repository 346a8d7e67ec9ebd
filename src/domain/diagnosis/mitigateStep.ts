import { isKind } from '#src/domain/pattern/isKind.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import { soonestLimit } from '#src/domain/verdict/reason.ts'
import { carriedBy } from './carriedBy.ts'
import type { Case } from './case.ts'
import type { Command, Workload } from './command.ts'
import type { Carried, Finding, Remedy } from './finding.ts'
import { ailingPods } from './scopeStep.ts'
import { warmsUp } from './warmsUp.ts'
import { podItself, workloadOf } from './whereItRuns.ts'

/** A limit that is further away leaves time to find the cause. */
const SOON: DurationMs = hours(24)

/** Kinds that more pods make better. */
const SCALES: ReadonlySet<ReasonKind> = new Set(['utilisation', 'traffic'])

/** Kinds that a new process makes better, for a while. */
const RESTARTS: ReadonlySet<ReasonKind> = new Set([
  'failing',
  'health',
  'not-ready',
  'drift',
  'level',
  'pool-exhausted',
  'gc-cpu',
  'gc-pause',
  'event-loop',
])

type Kinds = ReadonlySet<ReasonKind>

const kindsOf = ({ reasons, light }: Case): Kinds =>
  new Set(reasons.filter((reason) => reason.light === light).map(({ kind }) => kind))

const hasAny = (kinds: Kinds, wanted: Kinds): boolean => [...wanted].some((kind) => kinds.has(kind))

/** The share of its CPU that the busiest pod takes, where that is near its limit; else 0. */
function cpuShare({ reasons }: Case): number {
  const shares = reasons.flatMap((reason) =>
    isKind(reason, 'level')
      ? reason.pods.flatMap(({ signal, value, bound }) => (signal === 'cpu' ? [value / bound] : []))
      : [],
  )
  return Math.max(0, ...shares)
}

/** How many pods keep CPU and workers under the share from which on waiting grows faster than the load. */
function podsFor(seen: Case): number {
  const { pods, policy } = seen
  const busy = pods.map(({ signals }) => signals?.signals.get('utilisation')?.value ?? 0)
  const busiest = Math.max(0, cpuShare(seen), ...busy)
  return Math.max(pods.length + 1, Math.ceil((pods.length * busiest) / policy.utilisationOrange))
}

/** How long a fresh process takes to fill up, as long as the first pod takes from the begin of its drift to its limit. */
function lastsFor({ reasons }: Case): DurationMs | null {
  const spans = reasons.flatMap((reason) =>
    isKind(reason, 'drift')
      ? reason.pods.flatMap(({ since, reachedAt }) => (reachedAt === null ? [] : [reachedAt - since]))
      : [],
  )
  return spans.length === 0 ? null : Math.min(...spans)
}

/** The drifts that stand alone leave time while their limit is far. */
function laterBy({ reasons, now }: Case, kinds: Kinds): { readonly by: EpochMs | null } | null {
  if ([...kinds].some((kind) => kind !== 'drift')) return null
  const by = Math.min(...reasons.map(soonestLimit))
  return by > now + SOON ? { by: Number.isFinite(by) ? by : null } : null
}

/** What other than this service's pods makes it better. */
function outsideRemedy(seen: Case, kinds: Kinds): Remedy | null {
  const { place, patterns } = seen
  if (place.root !== null) return { how: 'elsewhere', service: place.root }
  const warming = warmsUp(seen)
  if (warming !== null) return { how: 'warm', until: warming.endsAt }
  const periodic = patterns.find((pattern) => pattern.kind === 'periodic')
  if (periodic !== undefined && !hasAny(kinds, RESTARTS)) return { how: 'wait', until: periodic.endsAt }
  if (patterns.some(({ kind }) => kind === 'retry-storm')) return { how: 'shed' }
  // Whatever replaces pods ends some of them once more.
  return patterns.some(({ kind }) => kind === 'terminating') ? { how: 'drain' } : null
}

/** What its own health page complains of, or what changed as its pool filled up: a restart mends neither. */
function beyondRemedy({ patterns }: Case, { check }: Finding<'dependency'>): Remedy | null {
  const pool = patterns.find((pattern) => pattern.kind === 'pool-collapse')
  const service = check?.name ?? pool?.cause?.what ?? null
  return service === null ? null : { how: 'elsewhere', service }
}

/** Whether a metrics page grows by a label: a new process begins with an empty one. */
const growsByLabel = ({ reasons, light }: Case): boolean =>
  reasons.some(
    (reason) =>
      reason.light === light &&
      isKind(reason, 'exposition') &&
      reason.pods.some(({ grows }) => grows !== undefined),
  )

/** So few pods are replaced one by one; of more, but not of all, only where they are no more than half. */
const FEW = 3

const isSome = (ailing: number, all: number): boolean =>
  ailing > 0 && ailing < all && (ailing <= FEW || 2 * ailing <= all)

/** What this service's own pods can do about it. */
function ownRemedy(seen: Case, kinds: Kinds): Remedy {
  const { pods } = seen
  const ailing = ailingPods(seen)
  const carried = carriedBy(seen)
  if (carried !== null && carried.out.length + carried.full.length > 0) return { how: 'relieve', carried }
  if (isSome(ailing.length, pods.length) && hasAny(kinds, RESTARTS)) return { how: 'replace', pods: ailing }
  if (hasAny(kinds, SCALES) || cpuShare(seen) > 0)
    return { how: 'scale', from: pods.length, to: podsFor(seen) }
  if (hasAny(kinds, RESTARTS) || growsByLabel(seen)) return { how: 'restart', lasts: lastsFor(seen) }
  return { how: 'later', by: null }
}

function remedyOf(seen: Case, deploy: Finding<'deploy'>, dependency: Finding<'dependency'>): Remedy {
  const kinds = kindsOf(seen)
  const outside = outsideRemedy(seen, kinds)
  if (outside !== null) return outside
  if (deploy.suspect !== null && deploy.newest === null)
    return { how: 'rollback', version: deploy.suspect.version }
  const beyond = beyondRemedy(seen, dependency)
  if (beyond !== null) return beyond
  const later = laterBy(seen, kinds)
  return later === null ? ownRemedy(seen, kinds) : { how: 'later', ...later }
}

function podCommand(seen: Case, names: readonly string[]): Command | null {
  const pod = seen.pods.find((one) => one.pod.name === names[0])
  const inside = pod === undefined ? null : podItself(pod)
  return inside === null ? null : { kind: 'delete-pod', in: inside }
}

// One pod on each node is what a daemon set is for.
const scaleTo = (target: Workload, replicas: number): Command | null =>
  target.kind === 'daemonset' ? null : { kind: 'scale', target, replicas }

/** The first of the pods that are missing or full; where no name is known to Kubernetes, one pod more for what is missing. */
function reliefFor(seen: Case, { out, full }: Carried, target: Workload | null): Command | null {
  const restart = podCommand(seen, [...full, ...out])
  if (restart !== null || full.length > 0 || target === null) return restart
  return scaleTo(target, seen.pods.length + 1)
}

function commandFor(seen: Case, remedy: Remedy): Command | null {
  const target = workloadOf(seen.service)
  if (remedy.how === 'replace') return podCommand(seen, remedy.pods)
  if (remedy.how === 'relieve') return reliefFor(seen, remedy.carried, target)
  if (target === null) return null
  if (remedy.how === 'rollback') return { kind: 'rollback', target }
  if (remedy.how === 'restart') return { kind: 'restart', target }
  return remedy.how === 'scale' ? scaleTo(target, remedy.to) : null
}

/** Remedies that are a command of Kubernetes. */
const COMMANDS: ReadonlySet<Remedy['how']> = new Set(['rollback', 'replace', 'relieve', 'scale', 'restart'])

/** What makes it better at once, before it is understood: where it has to be done, and by what. */
export function mitigateStep(
  seen: Case,
  deploy: Finding<'deploy'>,
  dependency: Finding<'dependency'>,
): Finding<'mitigate'> {
  const remedy = remedyOf(seen, deploy, dependency)
  const isOne = COMMANDS.has(remedy.how)
  return {
    step: 'mitigate',
    answer: isOne || remedy.how === 'shed' ? 'yes' : 'no',
    remedy,
    isUnplaced: isOne && seen.service.kubernetes === null,
    command: commandFor(seen, remedy),
  }
}
