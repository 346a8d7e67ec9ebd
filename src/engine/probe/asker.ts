import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { CANDIDATES } from './candidates.ts'
import { findPath } from './findPath.ts'
import { pathBook } from './pathBook.ts'
import { failedAnswer, type ProbeOutcome } from './probeOutcome.ts'
import { probeTarget } from './probeTarget.ts'
import type { Target } from './target.ts'

/** How long a diagnosis of a failed request is believed: it costs a second request each time. */
const DIAGNOSIS_KEPT: DurationMs = minutes(1)

type Diagnosis = { readonly failure: ProbeFailure; readonly until: DurationMs }

/** Asks one endpoint once, at the path that is known, or at the usual ones until one answers. */
export type Asker = {
  ask(target: Target): Promise<ProbeOutcome>
  /** A sibling pod is finding out where the endpoint is; its finding will serve this one too. */
  mustWait(target: Target): boolean
  /** The path in use; null while it is looked for, or where there is none. */
  pathOf(target: Target): string | null
}

const absentAnswer = (target: Target, tried: readonly string[]): ProbeOutcome => ({
  answer: failedAnswer(target.endpoint, { kind: 'not-found', tried }),
  took: 0,
  absent: true,
})

/** An asker with nothing found yet. `home` is the URL of the fleet file. */
export function asker(home: string, ports: Ports): Asker {
  const paths = pathBook()
  const diagnoses = new Map<Target, Diagnosis>()

  const remember = (target: Target, { answer }: ProbeOutcome): void => {
    const failure = answer.result.ok ? null : answer.result.error
    const known = diagnoses.get(target)
    const now = ports.monotonic()
    if (failure === null || failure.kind === 'timeout') diagnoses.delete(target)
    else if (known === undefined || known.until <= now)
      diagnoses.set(target, { failure, until: now + DIAGNOSIS_KEPT })
  }

  const askPath = async (target: Target, path: string): Promise<ProbeOutcome> => {
    const known = diagnoses.get(target)
    const failure = known !== undefined && ports.monotonic() < known.until ? known.failure : null
    const outcome = await probeTarget(target, path, home, failure, ports)
    remember(target, outcome)
    return outcome
  }

  const search = async (target: Target): Promise<ProbeOutcome> => {
    paths.write(target, { kind: 'looking' })
    const found = await findPath(CANDIDATES[target.endpoint], (path) => askPath(target, path))
    if (found.path !== null) {
      paths.write(target, { kind: 'known', path: found.path })
      return found.outcome ?? absentAnswer(target, found.tried)
    }
    if (found.outcome !== null) {
      paths.write(target, { kind: 'unknown' })
      return found.outcome
    }
    paths.write(target, { kind: 'none', tried: found.tried, since: ports.monotonic() })
    return absentAnswer(target, found.tried)
  }

  return {
    ask: async (target) => {
      const state = paths.of(target, ports.monotonic())
      switch (state.kind) {
        case 'known':
          return askPath(target, state.path)
        case 'none':
          return absentAnswer(target, state.tried)
        case 'unknown':
        case 'looking':
          return search(target)
      }
    },
    mustWait: (target) => paths.of(target, ports.monotonic()).kind === 'looking',
    pathOf: (target) => {
      const state = paths.of(target, ports.monotonic())
      return state.kind === 'known' ? state.path : null
    },
  }
}
