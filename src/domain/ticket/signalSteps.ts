import type { EpochMs } from '#src/domain/time/units.ts'
import type { FoldState, Step } from './foldState.ts'
import { noteComeback, reopenBySignal } from './reopen.ts'
import { AUTOMATIC } from './ticketEvent.ts'

const allWell = ({ signals }: FoldState): boolean =>
  signals.size > 0 && [...signals.values()].every(({ clearedAt }) => clearedAt !== null)

/** Whether what began at `since` is the same incident, though it was resolved. A person may resolve what still goes on. */
function belongsToIt({ resolution, policy }: FoldState, since: EpochMs, wentOn: boolean): boolean {
  if (resolution === null || (wentOn && resolution.by !== AUTOMATIC)) return false
  return since - resolution.restoredAt <= policy.reopenWindow
}

const added: Step<'signal_added'> = (state, { data }, { at, place }) => {
  const { key, service, title } = data
  const known = state.signals.get(key)
  const wentOn = known !== undefined && known.clearedAt === null
  const since = Math.min(data.since, at, wentOn ? known.since : at)
  const cameBack = known !== undefined && allWell(state)
  state.signals.set(key, { key, service, title, since, clearedAt: null, place })
  state.heldOpen = false
  if (belongsToIt(state, since, wentOn))
    reopenBySignal(state, Math.max(since, state.cycle.restoredAt ?? since))
  else if (state.flapping !== null && state.resolution === null && cameBack) noteComeback(state, since)
}

const cleared: Step<'signal_cleared'> = (state, { data }, { at }) => {
  const known = state.signals.get(data.key)
  if (known === undefined || known.clearedAt !== null) return
  const clearedAt = Math.max(known.since, Math.min(data.clearedAt, at))
  state.signals.set(data.key, { ...known, clearedAt })
}

/** Since when everything that belongs to a ticket is well; null where that is not so, or nothing tells. */
export function wellSince(state: FoldState): EpochMs | null {
  if (state.resolution !== null || state.heldOpen || !allWell(state)) return null
  return Math.max(...[...state.signals.values()].map(({ clearedAt }) => clearedAt ?? 0))
}

/** What begins and what is over. */
export const signalSteps = { signal_added: added, signal_cleared: cleared }
