import type { WallSound } from '#src/domain/wall/wallOptions.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { muteText } from '#src/domain/wording/wallCallWords.ts'
import type { SoundState } from '#src/state/alarmSound.ts'
import { useScreen } from '#src/state/screen.ts'
import { useCalls } from '#src/state/useCallsNow.ts'
import { useNow } from '#src/state/useNow.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { wallCalls } from '#src/state/wallCalls.ts'
import styles from './calls.module.css'
import { useSoundState } from './useCalling.ts'

const { sound: words } = englishWallKeep

const WORDS: Readonly<Record<SoundState, string | null>> = {
  unknown: null,
  ready: null,
  blocked: words.blocked,
  silent: words.silent,
}

type Props = { readonly sound: WallSound }

/** Whether calls are heard, and if not, why and until when; a press mutes them. */
export function SoundPart({ sound }: Props) {
  const screen = useScreen()
  const state = useSoundState(sound)
  const mute = useCalls((calls) => calls.mute)
  const now = useNow(minutes(1))
  const press = (): void => void wallCalls(screen).nextMute()
  usePageKeys(sound === 'off' ? NO_KEYS : { m: press })
  if (sound === 'off') return <span className={styles.part}>{words.off}</span>
  const heard = WORDS[state] ?? words[sound]
  const text = mute === null ? heard : muteText(mute, now, screen.timeZone)
  const isHeard = mute === null && WORDS[state] === null
  return (
    <button
      type="button"
      className={styles.button}
      data-quiet={isHeard || undefined}
      title={words.key}
      aria-keyshortcuts="m"
      onClick={press}
    >
      {text}
    </button>
  )
}

const NO_KEYS = {}
