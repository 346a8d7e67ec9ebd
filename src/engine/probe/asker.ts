import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { CANDIDATES } from './candidates.ts'
import { diagnose } from './diagnose.ts'
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

  const diagnosisOf = async (target: Target, url: string): Promise<ProbeFailure> => {
    const known = diagnoses.get(target)
    if (known !== undefined && ports.monotonic() < known.until) return known.failure
    const failure = await diagnose(target, url, home, ports)
    diagnoses.set(target, { failure, until: ports.monotonic() + DIAGNOSIS_KEPT })
    return failure
  }

  const askPath = async (target: Target, path: string): Promise<ProbeOutcome> => {
    let diagnosed = false
    const outcome = await probeTarget(target, path, ports, (url) => {
      diagnosed = true
      return diagnosisOf(target, url)
    })
    if (!diagnosed) diagnoses.delete(target)
    return outcome
  }

  const search = async (target: Target): Promise<ProbeOutcome> => {
    paths.write(target, { kind: 'looking', since: ports.monotonic() })
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
          // Nothing at a path that is known is an answer like others: the next interval asks again.
          return { ...(await askPath(target, state.path)), absent: false }
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
