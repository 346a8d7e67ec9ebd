import { useMemo } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { SectionView } from './SectionView.tsx'
import { useKeptFocus } from './useKeptFocus.ts'
import { digestSections } from './viewModel.ts'
import { showAll, useFind, useOpenRows, useShow } from './viewParams.ts'

/** All services, worst first. */
export function Digest() {
  const rows = useWatch((state) => state.rows)
  const show = useShow()
  const find = useFind()
  const open = useOpenRows()
  const sections = useMemo(() => digestSections(rows.values(), { show, find }), [rows, show, find])
  useKeptFocus()
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
