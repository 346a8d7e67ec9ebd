import { parseDuration } from '#src/domain/time/parseDuration.ts'
import { days, hours } from '#src/domain/time/units.ts'
import { clockTime } from './buildCalendars.ts'
import type { FleetFile } from './fleetFile.ts'
import { endIn, momentIn } from './localMoment.ts'
import type { Rota } from './ticketSettings.ts'

const USUAL = { handover: hours(9), turn: 7 }

/** Who is on RUN duty; null where the fleet file names nobody. `zone`: where it names no time zone. */
export function buildRota({ rota: file }: FleetFile, zone: string): Rota | null {
  if (file === undefined) return null
  const { from, people, timeZone = zone } = file
  const handover = file.handover === undefined ? USUAL.handover : clockTime(file.handover)
  const turn = file.turn === undefined ? null : parseDuration(file.turn)
  return {
    timeZone,
    from,
    handover,
    turn: turn === null ? USUAL.turn : turn / days(1),
    people,
    // A day alone is one of duty: from its handover to the next.
    swaps: (file.swaps ?? []).map((swap) => ({
      from: momentIn(swap.from, timeZone, handover) ?? 0,
      to: endIn(swap.to, timeZone, handover) ?? 0,
      who: swap.who,
    })),
  }
}
