import type { HealthReading } from '#src/domain/health/healthReading.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { err, ok } from '#src/domain/result.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { ProbeEnded } from '#src/domain/watch/observation.ts'
import type { UpRun, UpTrail } from './upTrail.ts'

/** A pod whose metrics answer lives, as Prometheus' own `up` has it. */
const LIVES: HealthReading = {
  state: 'ok',
  format: 'http-status',
  why: null,
  checks: [],
  version: null,
  logs: [],
  metrics: [],
}

/** Why a scrape failed is not stored: it is only known that the pod could not be reached. */
const NOT_REACHED: ProbeFailure = { kind: 'unreachable', by: 'gateway', detail: 'unknown' }

type Names = { readonly service: string; readonly pod: string }

/** As many answers as damping and flapping look at; what comes after them says nothing new. */
const toldOf = ({ worsenAfter, recoverAfter, flapWindow }: Policy): number =>
  Math.max(worsenAfter, recoverAfter, flapWindow)

function* answersOf(
  names: Names,
  { up, from, to }: UpRun,
  { every, freshFor }: UpTrail,
  told: number,
): Generator<ProbeEnded> {
  const result = up ? ok(LIVES) : err(NOT_REACHED)
  for (let i = 0; i < told && from + i * every <= to; i += 1) {
    const at = from + i * every
    const isLast = i === told - 1 || at + every > to
    // The last one stands for all that say the same after it.
    const holds = isLast ? to - at + freshFor : freshFor
    yield { kind: 'probe', endpoint: 'health', ...names, at, took: 0, freshFor: holds, result }
  }
}

/**
 * The trail of a pod as answers for its life, within `[from, to]` and oldest first: of scrapes that said the same one after
 * the other only as many as are looked at one by one.
 */
export function upAnswers(
  names: Names,
  trail: UpTrail,
  policy: Policy,
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
): readonly ProbeEnded[] {
  const told = toldOf(policy)
  return trail.runs.flatMap((run) => {
    const part = { up: run.up, from: Math.max(run.from, from), to: Math.min(run.to, to) }
    return part.from > part.to ? [] : [...answersOf(names, part, trail, told)]
  })
}
