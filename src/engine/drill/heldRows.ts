import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { VerdictJournal } from '#src/domain/journal/verdictJournal.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { saysNothing } from './saysNothing.ts'

/**
 * Keeps rows back while more of the past is about to be known: until then nobody can tell that all is well, for what drifts
 * is known by its past alone.
 */
export type HeldRows = {
  /** Somebody watches at `now`. */
  see(now: EpochMs): void
  hold(row: ServiceRow, now: EpochMs): void
  /** What was held back is of no use: nobody could see. */
  drop(): void
  /** Writes down what was held back. What was well then and is not now never was: it stood as it stands now. */
  release(journal: VerdictJournal, standsNow: (service: string) => ServiceRow | null, timeZone: string): void
}

/** Nothing is held back. */
export function heldRows(): HeldRows {
  let seen: EpochMs[] = []
  let held: { readonly row: ServiceRow; readonly at: EpochMs }[] = []
  const last = new Map<string, ServiceRow>()

  const drop = (): void => {
    seen = []
    held = []
    last.clear()
  }
  return {
    see: (now) => void seen.push(now),
    hold(row, at) {
      if (last.get(row.name) === row) return
      last.set(row.name, row)
      held.push({ row, at })
    },
    drop,
    release(journal, standsNow, timeZone) {
      let next = 0
      for (const now of seen) {
        journal.noteSeen(now)
        for (let one = held[next]; one !== undefined && one.at <= now; one = held[next]) {
          next++
          const stands = standsNow(one.row.name)
          if (stands === null || saysNothing(one.row, journal, one.at)) continue
          journal.note(one.row.light === 'green' ? stands : one.row, one.at, timeZone)
        }
      }
      drop()
    },
  }
}
