import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { Night } from '#src/domain/night/night.ts'
import { nightOf } from '#src/domain/night/nightOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { awaitsVersion } from '#src/domain/verdict/awaitsVersion.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { PastReading } from './pastLine.ts'

type Asked = Extract<DrillQuestion, { readonly about: 'night' }>

/** What a night is told from: how services stood, and whether more of it is on its way. */
type Known = { readonly journal: VerdictJournal; readonly reading: PastReading }

/** The night that a page asks for; what is still to come of it is not told. Null where its times are none. */
export function nightIn(watch: Watch, { journal, reading }: Known, asked: Asked, now: EpochMs): Night | null {
  if (!Number.isFinite(asked.from) || Number.isNaN(asked.to)) return null
  const { services, memory, fleet, pastPending } = watch
  const sources = {
    journal,
    marks: memory.marks,
    lights: memory.lights,
    services: fleet.services,
    // Starts are remembered elsewhere than the journal, and may be read from there after it.
    filling: reading.filling || pastPending,
    fillFault: reading.fault,
    isAwaited: (service: string, pod: string, at: EpochMs): boolean => {
      const facts = services.get(service)?.pods.get(pod)
      return facts !== undefined && awaitsVersion(facts, at, now)
    },
  }
  return nightOf(sources, { from: asked.from, to: Math.min(asked.to, now) })
}
