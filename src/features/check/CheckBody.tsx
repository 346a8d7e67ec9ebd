import { useCallback, useMemo } from 'react'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import type { CheckView as Known } from '#src/state/useCheck.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { CheckDialogs } from './CheckDialogs.tsx'
import { CheckView } from './CheckView.tsx'
import { type ShownView, useShownView } from './checkAddress.ts'
import { readingKeys, walkKeys } from './checkKeys.ts'
import { HandoverView } from './handover/HandoverView.tsx'
import { ReportView } from './report/ReportView.tsx'
import { type CheckDeeds, useCheckDeeds } from './useCheckDeeds.ts'
import { useSignOff } from './sign/useSignOff.ts'
import { WeekPart } from './WeekPart.tsx'

type Props = { readonly known: Known; readonly check: MorningCheck; readonly reader: Reader }

/** The digits lead to the other views; the walk has its keys only where it is seen. */
function useKeys(shown: ShownView, { deeds, currentNow }: CheckDeeds, onSign: () => void): void {
  const table = useMemo(
    () => (shown === 'check' ? walkKeys({ deeds, current: currentNow, onSign }) : readingKeys),
    [shown, deeds, currentNow, onSign],
  )
  usePageKeys(table)
}

/** One of the four views, under the same check and the same walk. */
export function CheckBody({ known, check, reader }: Props) {
  const shown = useShownView()
  const does = useCheckDeeds(known)
  const { deeds, ask, said, current } = does
  const { begin, sign } = useSignOff(known, does)
  const rename = useCallback(() => ask({ kind: 'name', next: () => {} }), [ask])
  useKeys(shown, does, begin)
  return (
    <>
      {shown === 'check' && (
        <CheckView
          known={known}
          check={check}
          current={current}
          reader={reader}
          deeds={deeds}
          said={said}
          onSign={begin}
          onRename={rename}
        />
      )}
      {shown === 'report' && <ReportView check={check} />}
      {shown === 'week' && <WeekPart />}
      {shown === 'handover' && <HandoverView check={check} named={deeds.named} />}
      <CheckDialogs known={known} check={check} does={does} onSign={sign} />
    </>
  )
}
