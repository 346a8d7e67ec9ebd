import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { minutes } from '#src/domain/time/units.ts'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { setParams, useParam } from '#src/state/hashRoute.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { walkKeys } from '#src/state/walkKeys.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { FailedGroups } from './FailedGroups.tsx'
import { FleetFileFault } from './FleetFileFault.tsx'
import styles from './reach.module.css'
import { ReachHead } from './ReachHead.tsx'
import { createReach } from './reachStore.ts'
import { type ReachView, reachView } from './reachView.ts'
import { ReadServices } from './ReadServices.tsx'
import { SourcesPanel } from './SourcesPanel.tsx'
import { StorePanel } from './StorePanel.tsx'
import { TicketFile } from './TicketFile.tsx'

/** What is known, of the whole fleet and of what was searched for; asked of the worker for as long as it is shown. */
function useReach(find: string): {
  readonly told: number
  readonly fleet: ReachView
  readonly shown: ReachView
} {
  const screen = useScreen()
  const [reach] = useState(() => createReach(screen))
  useEffect(() => reach.start(), [reach])
  const details = useStore(reach.store, (state) => state.details)
  const fleetUrl = useWatch((state) => state.fleetFile?.url) ?? document.baseURI
  return useMemo(() => {
    const from = { fleetUrl, origin: location.origin }
    const fleet = reachView(details.values(), '', from)
    const shown = find.trim() === '' ? fleet : reachView(details.values(), find, from)
    return { told: details.size, fleet, shown }
  }, [details, fleetUrl, find])
}

/** What stands between this page and the truth, before any single pod is looked at. */
function Standing() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const blind = useWatch((state) => state.strip?.blind ?? null)
  const stalled = useWatch((state) => state.source === 'stalled')
  const heardAt = useWatch((state) => state.heardAt)
  const words = screenTexts.watch
  if (stalled && heardAt !== null) {
    return (
      <Banner light="unknown" title={words.stalled(formatMoment(heardAt, now, timeZone))}>
        {words.stalledMeaning}
      </Banner>
    )
  }
  if (blind === null) return null
  return (
    <Banner light="unknown" title={words.blindSince(formatMoment(blind.since, now, timeZone))}>
      {englishReach.blind}
    </Banner>
  )
}

function Empty() {
  const { emptyFleet } = screenTexts
  return (
    <Notice title={emptyFleet.title}>
      <p>{emptyFleet.fix}</p>
      <pre>{'{\n  "services": [{ "name": "orders", "url": "http://127.0.0.1:8081" }]\n}'}</pre>
    </Notice>
  )
}

/** Nothing matches what was typed in. */
function NoMatch({ find }: { readonly find: string }) {
  return (
    <Notice title={englishReach.noMatch(find.trim())}>
      <button type="button" onClick={() => setParams({ find: null })}>
        {englishReach.showAll}
      </button>
    </Notice>
  )
}

/** What is to be read before anything is known of an endpoint; null where the fleet file says why there is none. */
function Nothing() {
  const services = useWatch(({ rows }) => rows.size)
  const isTold = useWatch(({ strip, source }) => strip !== null && source !== 'none')
  const isFaulty = useWatch(
    ({ fleetFile }) => fleetFile?.kind === 'invalid' || fleetFile?.kind === 'unreachable',
  )
  if (services === 0 && isFaulty) return null
  if (services === 0 && isTold) {
    return (
      <div className={styles.alone}>
        <Empty />
      </div>
    )
  }
  return (
    <div className={styles.waiting}>
      <Skeleton rows={Math.max(6, Math.min(services, 12))} />
    </div>
  )
}

type ListProps = { readonly shown: ReachView; readonly find: string }

function Endpoints({ shown, find }: ListProps) {
  if (shown.services.length === 0) {
    return (
      <div className={styles.alone}>
        <NoMatch find={find} />
      </div>
    )
  }
  return (
    <>
      <FailedGroups groups={shown.groups} />
      <ReadServices view={shown} isSearched={find.trim() !== ''} />
    </>
  )
}

const KEYS = walkKeys('main :is(a, button, summary)', '/')

/** Whether every pod, every source and the ticket store can be read, and what to change where one cannot. */
export function ReachScreen() {
  const find = useParam('find')
  const { told, fleet, shown } = useReach(find)
  usePageKeys(KEYS)
  return (
    <div className={styles.page}>
      <ReachHead told={told} counts={fleet.counts} />
      <Standing />
      <FleetFileFault />
      <main className={styles.columns}>
        <div className={styles.endpoints}>
          {told === 0 ? <Nothing /> : <Endpoints shown={shown} find={find} />}
        </div>
        <div className={styles.side}>
          <SourcesPanel />
          <StorePanel />
          <TicketFile />
        </div>
      </main>
    </div>
  )
}
