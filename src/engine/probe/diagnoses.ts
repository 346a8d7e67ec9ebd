import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { type DurationMs, minutes } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'
import { diagnose } from './diagnose.ts'
import { keepKeys } from './pathBook.ts'
import type { Target } from './target.ts'

/** How long it is believed of a server that its answers cannot be read: to know it costs a second request. */
const BELIEVED: DurationMs = minutes(1)

/** What could be read until lately has no such habit: one bad answer of a proxy must not hide that the pod died. */
const HABIT: DurationMs = minutes(5)

/** Finds out why requests fail, without asking twice each time. */
export type Diagnoses = {
  of(target: Target, url: string, signal: AbortSignal | null): Promise<ProbeFailure>
  /** An answer was readable: what was found out before it holds no longer. */
  readable(target: Target): void
  keep(targets: readonly Target[]): void
}

type Diagnosis = { readonly failure: ProbeFailure; readonly at: DurationMs }

/** Only that something answers can be believed for a while. That nothing does is asked each time: it decides red. */
const isBelievable = ({ kind }: ProbeFailure): boolean => kind === 'unreadable' || kind === 'sign-in-needed'

/** Nothing found out yet. `home` is the URL of the fleet file. */
export function diagnoses(home: string, ports: Ports): Diagnoses {
  const known = new Map<string, Diagnosis>()
  const readableAt = new Map<string, DurationMs>()
  /** Whatever answered the last time, readable or not. */
  const answering = new Set<string>()
  /** When something last ceased to answer: it may be the network, so what was found out before is asked again. */
  let brokeAt: DurationMs = Number.NEGATIVE_INFINITY

  const believed = ({ key }: Target): ProbeFailure | null => {
    const now = ports.monotonic()
    const last = known.get(key)
    const hasHabit = now - (readableAt.get(key) ?? Number.NEGATIVE_INFINITY) >= HABIT
    const holds = last !== undefined && last.at >= brokeAt && now - last.at < BELIEVED
    return holds && hasHabit ? last.failure : null
  }

  const note = ({ key }: Target, failure: ProbeFailure): void => {
    known.delete(key)
    if (isBelievable(failure)) {
      known.set(key, { failure, at: ports.monotonic() })
      answering.add(key)
    }
    if (failure.kind === 'unreachable' && answering.delete(key)) brokeAt = ports.monotonic()
  }

  return {
    of: async (target, url, signal) => {
      const last = believed(target)
      if (last !== null) return last
      const failure = await diagnose(target, url, home, ports, signal)
      note(target, failure)
      return failure
    },
    readable: ({ key }) => {
      known.delete(key)
      readableAt.set(key, ports.monotonic())
      answering.add(key)
    },
    keep: (targets) => {
      const keys = new Set(targets.map(({ key }) => key))
      for (const book of [known, readableAt, answering]) keepKeys(book, keys)
    },
  }
}
