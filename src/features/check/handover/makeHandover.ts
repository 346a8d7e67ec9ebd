import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { type Handover, handoverOf } from '#src/domain/report/handover.ts'
import type { Duty } from '#src/domain/rota/duty.ts'
import { days, type EpochMs } from '#src/domain/time/units.ts'
import { makeReport } from '#src/features/check/report/makeReport.ts'
import { checkActions } from '#src/state/checkActions.ts'
import type { Screen } from '#src/state/screen.ts'

/** A RUN week that began longer ago is not believed to be one: nothing is kept for longer either. */
const LONGEST_RUN = days(28)

/** Since when a handover tells: since the RUN week began, else since seven days before `now`. */
export function runBegan(
  duty: Pick<Duty, 'since'> | null,
  now: EpochMs,
): { readonly from: EpochMs; readonly isRun: boolean } {
  const began = duty?.since ?? null
  const isRun = began !== null && began < now && now - began <= LONGEST_RUN
  return isRun ? { from: began, isRun } : { from: now - days(7), isRun: false }
}

type Handing = { readonly by: string; readonly note: string; readonly from: EpochMs }

/** A handover of what is known now, with the events of the log; null where the watch does not tell them. */
export async function makeHandover(
  screen: Screen,
  check: MorningCheck,
  { by, note, from }: Handing,
): Promise<Handover | null> {
  const desk = screen.board.getState().desk
  if (desk === null) return null
  const [report, events] = await Promise.all([
    makeReport(screen, check, null),
    checkActions(screen.ask).handoverEvents(from),
  ])
  if (events === null) return null
  return handoverOf(report, events, { by, note, at: screen.ticker.now() + desk.offset, board: desk.board })
}
