import { useMemo } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import { reasonParts } from '#src/domain/wording/reasonParts.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { useKeptFocus } from '#src/ui/useKeptFocus.ts'
import { focusRow, rowHere } from './rowPlaces.ts'
import { SectionView } from './SectionView.tsx'
import { useArrival } from './useArrival.ts'
import { digestSections } from './viewModel.ts'
import { showAll, useFind, useOpenRows, useShow } from './viewParams.ts'

/** What a row says of itself, to be searched. */
function useSaid(): (row: ServiceRow) => string {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return useMemo(
    () =>
      ({ reasons }) =>
        reasons.map((reason) => reasonParts(reason, now, timeZone).text).join(' '),
    [now, timeZone],
  )
}

/** All services, worst first. */
export function Digest() {
  const rows = useWatch((state) => state.rows)
  const show = useShow()
  const find = useFind()
  const open = useOpenRows()
  const said = useSaid()
  const sections = useMemo(
    () => digestSections(rows.values(), { show, find, said }),
    [rows, show, find, said],
  )
  useKeptFocus(rowHere, focusRow)
  useArrival(open, rows)
  if (sections.length > 0) {
    return sections.map((section) => <SectionView key={section.id} section={section} open={open} />)
  }
  const { noMatch, noneShown, showAll: label } = screenTexts
  return (
    <Notice title={find === '' ? noneShown : noMatch(find)}>
      <button type="button" onClick={showAll}>
        {label}
      </button>
    </Notice>
  )
}
