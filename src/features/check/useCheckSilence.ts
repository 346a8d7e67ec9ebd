import { seconds } from '#src/domain/time/units.ts'
import { waitsText } from '#src/domain/wording/checkWords.ts'
import { englishCheckScreen as words } from '#src/domain/wording/englishCheckScreen.ts'
import { formatAge } from '#src/domain/wording/formatDuration.ts'
import { useScreen } from '#src/state/screen.ts'
import type { CheckView as Known } from '#src/state/useCheck.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'

/** A watch that told nothing for this long will not by itself. */
const PATIENCE = seconds(15)

/** What is said while there is no check: what is waited for, that nobody answers, or that there is no fleet. */
export function useCheckSilence({ check, waitsFor }: Known): string {
  const { openedAt } = useScreen()
  const isFaulty = useWatch(
    ({ fleetFile, rows }) =>
      rows.size === 0 && (fleetFile?.kind === 'invalid' || fleetFile?.kind === 'unreachable'),
  )
  const waited = useOfNow((now) => {
    if (check !== null || waitsFor === 'look' || now - openedAt < PATIENCE) return ''
    const { value, unit } = formatAge(now - openedAt)
    return `${value} ${unit}`
  })
  if (isFaulty) return words.noFleet
  if (waited !== '') return words.noWatch(waited)
  return waitsFor === null ? words.loading : waitsText(waitsFor)
}
