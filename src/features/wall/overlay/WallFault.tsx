import { useEffect, useState } from 'react'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { reloadPage, reloadPageLater } from '#src/state/reloadLater.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { Notice } from '#src/ui/Notice.tsx'

const words = englishWallKeep.fault

/** A wall that a fault stopped: what it was, and when it comes back. */
export function WallFault({ message }: { readonly message: string }) {
  const { storage, timeZone } = useScreen()
  const [at, setAt] = useState<EpochMs | null>(null)
  const now = useNow()
  useEffect(() => reloadPageLater(storage, setAt), [storage])
  const left = at === null ? 0 : Math.ceil((at - now) / seconds(1)) * seconds(1)
  return (
    <main>
      <Notice title={words.title} whole>
        <p>{words.text}</p>
        <pre>{message}</pre>
        <p>
          {at === null || left <= 0
            ? words.loading
            : words.again(formatClock(at, timeZone, true), formatDuration(left))}
        </p>
        <p>
          <button type="button" onClick={reloadPage}>
            {words.now}
          </button>
        </p>
      </Notice>
    </main>
  )
}
