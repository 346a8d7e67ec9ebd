import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { DrillHead } from '#src/features/drill/DrillHead.tsx'
import { useAt, useSubject } from '#src/features/drill/drillAddress.ts'
import { ServiceLogs } from '#src/features/drill/logs/ServiceLogs.tsx'
import { ThenAndNow } from '#src/features/drill/then/ThenAndNow.tsx'
import { TimeSlider } from '#src/features/drill/then/TimeSlider.tsx'
import { WhyTray } from '#src/features/drill/why/WhyTray.tsx'
import { createQueries } from '#src/state/queries/useServiceDetail.ts'
import { useRow, useWatch } from '#src/state/useWatch.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { NeedsAround } from './NeedsAround.tsx'
import { NextSteps } from './NextSteps.tsx'
import { PodParts, PodPartsThen } from './PodParts.tsx'
import { ServiceTickets } from './ServiceTickets.tsx'
import { ServiceVerdict } from './ServiceVerdict.tsx'
import styles from './servicePage.module.css'
import { UnknownService } from './UnknownService.tsx'
import { useServiceKeys } from './useServiceKeys.ts'

function Known({ row }: { readonly row: ServiceRow }) {
  const at = useAt()
  const { name } = row
  useServiceKeys(name)
  return (
    <>
      <DrillHead service={name} pod={null} keys={englishService.keys.list}>
        <div className={styles.slider}>
          <TimeSlider service={name} />
        </div>
      </DrillHead>
      <main className={styles.frame}>
        <div className={styles.page}>
          {at !== null && (
            <>
              <ThenAndNow service={name} at={at} />
              <PodPartsThen row={row} at={at} />
            </>
          )}
          <div className={styles.columns}>
            <ServiceVerdict row={row} />
            <ServiceTickets service={name} />
          </div>
          <NextSteps service={name} />
          {at === null && <PodParts row={row} />}
          <NeedsAround service={name} />
          <div className={styles.logs}>
            <h2>{englishService.logs}</h2>
            <ServiceLogs service={name} />
          </div>
        </div>
        <WhyTray service={name} />
      </main>
    </>
  )
}

/** Until the first digest is there nobody knows which services there are. */
function Waiting({ service }: { readonly service: string }) {
  return (
    <>
      <DrillHead service={service} pod={null} />
      <main className={styles.frame}>
        <p className={styles.quiet}>{englishService.loading}</p>
        <Skeleton rows={8} />
      </main>
    </>
  )
}

/** A service: why it has its light, its pods side by side, its deploys, what is around it, its tickets and its logs. */
export function ServiceScreen() {
  const [queries] = useState(createQueries)
  const { service } = useSubject()
  const row = useRow(service)
  const isTold = useWatch(({ strip, source }) => strip !== null && source !== 'none')
  if (row === undefined) return isTold ? <UnknownService name={service} /> : <Waiting service={service} />
  return (
    <QueryClientProvider client={queries}>
      <Known key={service} row={row} />
    </QueryClientProvider>
  )
}
