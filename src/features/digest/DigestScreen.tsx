import { useEffect, useLayoutEffect } from 'react'
import type { EpochMs } from '#src/domain/time/units.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { useWatch } from '#src/state/useWatch.ts'
import type { WatchState } from '#src/state/watchStore.ts'
import { whenIdle } from '#src/state/whenIdle.ts'
import { Banners } from './Banners.tsx'
import { Digest } from './Digest.tsx'
import { digestKeys } from './digestKeys.ts'
import { EmptyFleet } from './EmptyFleet.tsx'
import { FirstLoad, pendingWords } from './FirstLoad.tsx'
import { FleetFaultPage } from './FleetFault.tsx'
import { faultWords, isFault } from './fleetFault.ts'
import { Foot } from './Foot.tsx'
import { rowPanel } from './lazyPanel.ts'
import { HistoryBanner } from './HistoryBanner.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { NamesNotFound } from './NamesNotFound.tsx'
import { onRowClicks } from './rowClicks.ts'
import { Strip } from './Strip.tsx'
import { WatchFault } from './WatchFault.tsx'

type Stage = 'rows' | 'fault' | 'empty' | 'loading'

const stageOf = ({ rows, fleetFile, strip }: WatchState): Stage => {
  if (rows.size > 0) return 'rows'
  if (isFault(fleetFile)) return 'fault'
  return strip !== null && fleetFile?.kind === 'good' ? 'empty' : 'loading'
}

/** What stands under the strip: the rows, or why there are none. */
function Body({ stage }: { readonly stage: Stage }) {
  const fleetFile = useWatch((state) => state.fleetFile)
  if (stage === 'fault' && isFault(fleetFile)) return <FleetFaultPage fault={fleetFile} />
  if (stage === 'empty') return <EmptyFleet />
  if (stage === 'loading') return <FirstLoad />
  return (
    <>
      <Banners />
      <HistoryBanner />
      <NamesNotFound />
      <Digest />
    </>
  )
}

/** What the strip says while there is no service to speak of. */
function useSilence(stage: Stage): string {
  const { openedAt, timeZone } = useScreen()
  const fleetFile = useWatch((state) => state.fleetFile)
  return useOfNow((now: EpochMs) => {
    if (isFault(fleetFile)) return faultWords(fleetFile, now, timeZone).title
    return stage === 'empty' ? screenTexts.emptyFleet.title : pendingWords(fleetFile, openedAt, now)
  })
}

/** The digest: the whole fleet, worst first, on one page. */
export function DigestScreen() {
  const strip = useWatch((state) => state.strip)
  const stage = useWatch(stageOf)
  const silence = useSilence(stage)
  const { watch } = useScreen()
  usePageKeys(digestKeys(watch))
  // As soon as the rows are seen, however long the rest takes.
  useLayoutEffect(onRowClicks, [])
  // Fetched before it is needed: when the gateway is gone is when somebody opens a row.
  useEffect(() => whenIdle(rowPanel.preload), [])
  return (
    <>
      <Strip strip={strip} silence={silence} />
      <main>
        <WatchFault />
        <Body stage={stage} />
      </main>
      <Foot />
      <LiveRegion />
    </>
  )
}
