import type { ReactNode } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import type { WallRefusal } from '#src/domain/wall/wallOptions.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'
import { blindSentence, headline } from '#src/domain/wording/fleetSentence.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { fileFaultWords } from './fileFaultWords.ts'
import styles from './notice.module.css'
import { WallShape } from './WallShape.tsx'

type NoticeProps = {
  readonly light: 'unknown' | 'orange'
  readonly title: string
  readonly children?: ReactNode
}

function WallNotice({ light, title, children }: NoticeProps) {
  return (
    <output className={styles.notice} data-light={light}>
      <WallShape light={light} size={24} />
      <b>{title}</b>
      <span>{children}</span>
    </output>
  )
}

/** That what is on the wall is of the past, and of when. */
function OldNotice() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const source = useWatch((state) => state.source)
  const heardAt = useWatch((state) => state.heardAt)
  const strip = useWatch((state) => state.strip)
  const { watch } = screenTexts
  const heard = heardAt === null ? '' : formatMoment(heardAt, now, timeZone)
  if (source === 'saved') {
    return (
      <WallNotice light="unknown" title={watch.saved(heard)}>
        {watch.savedMeaning}
      </WallNotice>
    )
  }
  if (source === 'stalled') {
    return (
      <WallNotice light="unknown" title={watch.stalled(heard)}>
        {watch.stalledMeaning}
      </WallNotice>
    )
  }
  if (source !== 'live' || strip === null || strip.blind === null) return null
  return (
    <WallNotice light="unknown" title={headline(strip, now, timeZone)}>
      {blindSentence(strip.blind)}
    </WallNotice>
  )
}

/** A fleet file that cannot be used while there are tiles. A blind wall cannot read it either: that is not said twice. */
function FileNotice() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const fleetFile = useWatch((state) => state.fleetFile)
  const isBlind = useWatch(({ strip }) => (strip?.blind ?? null) !== null)
  const isKnown = useWatch(({ rows }) => rows.size > 0)
  const fault = fileFaultWords(fleetFile, now, timeZone)
  if (!isKnown || fault === null || (isBlind && fleetFile?.kind === 'unreachable')) return null
  return (
    <WallNotice light="orange" title={fault.title}>
      {fault.fix}
    </WallNotice>
  )
}

function FaultNotice() {
  const fault = useWatch((state) => state.fault)
  const { watch } = screenTexts
  return fault === null ? null : (
    <WallNotice light="unknown" title={watch.fault}>
      {watch.faultMeaning(fault)}
    </WallNotice>
  )
}

/** More than these are counted. */
const TOLD = 3

function RefusedNotice({ refused }: { readonly refused: readonly WallRefusal[] }) {
  const { refused: words } = englishWall
  if (refused.length === 0) return null
  const told = refused.slice(0, TOLD).map(({ param, value, wanted }) => words.one(param, value, wanted))
  const rest = refused.length - told.length
  return (
    <WallNotice light="orange" title={words.title(refused.length)}>
      {[...told, ...(rest > 0 ? [words.more(rest)] : [])].join(' · ')}
    </WallNotice>
  )
}

/** What to know before reading the tiles: they are old, the file or the program is at fault, the address is not understood. */
export function WallNotices({ refused }: { readonly refused: readonly WallRefusal[] }) {
  return (
    <div className={styles.notices}>
      <OldNotice />
      <FileNotice />
      <FaultNotice />
      <RefusedNotice refused={refused} />
    </div>
  )
}
