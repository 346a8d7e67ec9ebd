import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import { resumedText } from '#src/domain/wording/checkWords.ts'
import type { Reader } from '#src/domain/wording/reasonEvidence.ts'
import { useParam } from '#src/state/hashRoute.ts'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import { useScreen } from '#src/state/screen.ts'
import { useCheck } from '#src/state/useCheck.ts'
import { useNow } from '#src/state/useNow.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { CheckBanners } from './CheckBanners.tsx'
import { CheckBody } from './CheckBody.tsx'
import { CheckHead } from './CheckHead.tsx'
import { useShownView } from './checkAddress.ts'
import styles from './checkPage.module.css'
import { useCheckSilence } from './useCheckSilence.ts'

/** When and where what is on the page is read: days change at midnight, so a minute is fine enough. */
function useReader(): Reader {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  return useMemo(() => ({ now, timeZone }), [now, timeZone])
}

function Page() {
  const since = useParam('since')
  const reader = useReader()
  const shown = useShownView()
  const known = useCheck(since === '' ? null : since)
  const silence = useCheckSilence(known)
  const { check, draft, isResumed, progress } = known
  return (
    <div className={styles.page} data-view={shown}>
      <CheckHead
        check={check}
        silence={silence}
        progress={progress}
        resumed={draft !== null && isResumed ? resumedText(draft, progress, reader) : null}
        reader={reader}
      />
      <main>
        <CheckBanners known={known} since={since} reader={reader} />
        {check === null ? (
          <div className={styles.waiting}>
            <Skeleton rows={10} />
          </div>
        ) : (
          <CheckBody known={known} check={check} reader={reader} />
        )}
      </main>
    </div>
  )
}

/** The morning check: what changed since the last one, the walk through it, the signature, report and handover. */
export function CheckScreen() {
  const [queries] = useState(createQueries)
  return (
    <QueryClientProvider client={queries}>
      <Page />
    </QueryClientProvider>
  )
}
