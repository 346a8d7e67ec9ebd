import type { WallOptions } from '#src/domain/wall/wallOptions.ts'
import { callText } from '#src/domain/wording/wallCallWords.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useCalls } from '#src/state/useCallsNow.ts'
import styles from './calls.module.css'
import { NoticePart } from './NoticePart.tsx'
import { SoundPart } from './SoundPart.tsx'
import { useCalling } from './useCalling.ts'
import { useIsShown } from './useIsShown.ts'

type Props = { readonly options: WallOptions }

/** The part of the strip that says whether a new red is heard. It calls as long as it is drawn. */
export function WallCalls({ options }: Props) {
  const isShown = useIsShown(options)
  const preferred = usePreference('sound')
  const sound = options.sound ?? preferred
  const notices = usePreference('notices')
  useCalling({ sound, notices, isShown })
  const newest = useCalls((calls) => calls.newest)
  const shown = (newest?.calls ?? []).filter(({ name }) => isShown(name))
  return (
    <span className={styles.calls}>
      <SoundPart sound={sound} />
      <NoticePart />
      <span className="unseen" role="log" aria-live="polite">
        {callText(shown)}
      </span>
    </span>
  )
}
