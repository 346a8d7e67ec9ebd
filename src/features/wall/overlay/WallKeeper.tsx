import { useMemo, useState } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import type { NewBuild } from '#src/state/newBuild.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNewBuild } from '#src/state/useNewBuild.ts'
import { useNow } from '#src/state/useNow.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { useWakeLock } from '#src/state/useWakeLock.ts'
import type { WakeState } from '#src/state/wakeLock.ts'
import styles from './keeper.module.css'
import { OwnFigures } from './OwnFigures.tsx'

const { wake: wakeWords, build: buildWords } = englishWallKeep

const WAKE: Readonly<Record<WakeState, string | null>> = { ...wakeWords, none: null, held: null }

function useBuildText(build: NewBuild): string | null {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  switch (build.kind) {
    case 'none':
      return null
    case 'busy':
      return buildWords.busy
    case 'adopting':
      return buildWords.adopting
    case 'failed':
      return buildWords.failed(formatMoment(build.at, now, timeZone))
  }
}

/**
 * What keeps a wall going for weeks, and the part of the strip that says where it does not: the screen is kept awake, a
 * newer build is taken up. Behind `i` lies what the screen itself takes.
 */
export function WallKeeper() {
  const wake = useWakeLock()
  const build = useNewBuild()
  const [isOpen, setOpen] = useState(false)
  const text = useBuildText(build)
  const keys = useMemo(
    () => ({
      i: () => setOpen((was) => !was),
      // Closed, Esc is whoever's comes next.
      ...(isOpen ? { Escape: () => setOpen(false) } : {}),
    }),
    [isOpen],
  )
  usePageKeys(keys)
  const told = [WAKE[wake], text].filter((one) => one !== null)
  return (
    <>
      {told.map((one) => (
        <output key={one} className={styles.part}>
          {one}
        </output>
      ))}
      {isOpen && <OwnFigures wake={wake} build={build} />}
    </>
  )
}
