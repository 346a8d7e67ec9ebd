import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import { readingAt } from './readingAt.ts'
import type { SignalHistory } from './signalHistory.ts'

/** What a signal is compared with: another pod's line, or its own of another time, which is drawn so much later. */
export type Beside = {
  readonly name: string
  readonly history: SignalHistory
  readonly later: DurationMs
}

/** What was read there, as of a moment here; null where nothing was. What is expected there is no comparison. */
export function besideAt({ history, later }: Beside, at: EpochMs): number | null {
  const reading = readingAt(history, at - later)
  return reading?.kind === 'read' ? reading.mean : null
}
