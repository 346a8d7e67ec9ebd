import type { EpochMs } from '#src/domain/time/units.ts'
import type { LookedAt } from '#src/engine/drill/lookedAt.ts'
import type { Ports } from '#src/engine/ports.ts'
import { CANDIDATES } from './candidates.ts'
import { diagnoses } from './diagnoses.ts'
import { findPath } from './findPath.ts'
import { missedPaths } from './missedPaths.ts'
import { type Ended, pathBook } from './pathBook.ts'
import { failedAnswer, type ProbeOutcome } from './probeOutcome.ts'
import { probeTarget } from './probeTarget.ts'
import type { Target } from './target.ts'

/** Asks one endpoint once, at the path that is known, or at the usual ones until one answers. */
export type Asker = {
  /** `signal` calls off what is under way; the outcome is then `aborted`, and nobody's. */
  ask(target: Target, signal: AbortSignal | null): Promise<ProbeOutcome>
  /** A sibling pod is finding out where the endpoint is; its finding will serve this one too. */
  mustWait(target: Target): boolean
  /** The path in use; null while it is looked for, or where there is none. */
  pathOf(target: Target): string | null
  /** Forgets all but these: the fleet file has changed. */
  keep(targets: readonly Target[]): void
}

type Ask = { readonly target: Target; readonly signal: AbortSignal | null; readonly at: EpochMs }

const nowhere = ({ target, at }: Ask, tried: readonly string[], absent: boolean): ProbeOutcome => ({
  answer: failedAnswer(target.endpoint, { kind: 'not-found', tried }),
  at,
  took: 0,
  absent,
})

/** An asker with nothing found yet. `home` is the URL of the fleet file; `lookedAt` says of which pods more is noted down. */
export function asker(home: string, ports: Ports, lookedAt: LookedAt): Asker {
  const paths = pathBook()
  const absences = missedPaths()
  const causes = diagnoses(home, ports)

  const askPath = async ({ target, signal }: Ask, path: string): Promise<ProbeOutcome> => {
    const diagnosisOf = (url: string) => causes.of(target, url, signal)
    const { readable, ...outcome } = await probeTarget(target, path, ports, signal, { diagnosisOf, lookedAt })
    if (readable) causes.readable(target)
    return outcome
  }

  const search = async (
    ask: Ask,
    earlier: Extract<Ended, { kind: 'halted' }> | null,
  ): Promise<ProbeOutcome> => {
    const { target } = ask
    const since = earlier?.since ?? ports.monotonic()
    if (earlier === null) paths.looking(target, since)
    const candidates = earlier?.left ?? CANDIDATES[target.endpoint]
    const found = await findPath(candidates, (path) => askPath(ask, path))
    if (found.kind === 'found') {
      paths.found(target, found.path)
      return found.outcome
    }
    const tried = [...(earlier?.tried ?? []), ...found.tried]
    if (found.kind === 'halted') {
      paths.ended(target, { kind: 'halted', left: found.left, tried, since })
      return found.outcome
    }
    paths.ended(target, { kind: 'none', tried, since: ports.monotonic() })
    return nowhere(ask, tried, true)
  }

  /** Nothing at a path where the endpoint was: an answer like others, but it may have moved. */
  const askMissed = async (ask: Ask, path: string, missed: ProbeOutcome): Promise<ProbeOutcome> => {
    const { target } = ask
    const { look, gone } = absences.missed(target, ports.monotonic())
    const candidates = CANDIDATES[target.endpoint]
    const others = look === null ? [] : candidates.filter((candidate) => candidate !== path)
    const found = await findPath(others, (other) => askPath(ask, other))
    if (found.kind === 'found') {
      paths.moved(target, found.path, look === 'for-most')
      absences.answered(target)
      return found.outcome
    }
    return gone && found.kind === 'nowhere' ? nowhere(ask, candidates, false) : { ...missed, absent: false }
  }

  const askKnown = async (ask: Ask, path: string, given: boolean): Promise<ProbeOutcome> => {
    const outcome = await askPath(ask, path)
    if (outcome.absent && !given) return askMissed(ask, path, outcome)
    if (outcome.answer.result.ok) absences.answered(ask.target)
    return { ...outcome, absent: false }
  }

  return {
    ask: async (target, signal) => {
      const ask = { target, signal, at: ports.now() }
      const state = paths.of(target, ports.monotonic())
      switch (state.kind) {
        case 'known':
          return askKnown(ask, state.path, state.given)
        case 'none':
          return nowhere(ask, state.tried, true)
        case 'halted':
          return search(ask, state)
        case 'unknown':
        case 'looking':
          return search(ask, null)
      }
    },
    mustWait: (target) => paths.of(target, ports.monotonic()).kind === 'looking',
    pathOf: (target) => {
      const state = paths.of(target, ports.monotonic())
      return state.kind === 'known' ? state.path : null
    },
    keep: (targets) => {
      for (const book of [paths, absences, causes]) book.keep(targets)
    },
  }
}
