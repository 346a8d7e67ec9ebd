import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { WallCall } from '#src/domain/wall/wallAlarm.ts'
import type { WallSound } from '#src/domain/wall/wallOptions.ts'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { callText } from '#src/domain/wording/wallCallWords.ts'
import { alarmNotice } from '#src/state/alarmNotice.ts'
import { alarmSound, type SoundState } from '#src/state/alarmSound.ts'
import { onTouch } from '#src/state/pageEvents.ts'
import { useScreen } from '#src/state/screen.ts'
import { wallCalls } from '#src/state/wallCalls.ts'

/** A notice of these stays until somebody has seen it. */
const STAYS_UP_TO = 2

type Calling = {
  readonly sound: WallSound
  readonly notices: boolean
  readonly isShown: (service: string) => boolean
}

/** Follows the fleet and calls: by a sound, unless that is off or muted, and by a notice on the desktop, unless unwanted. */
export function useCalling({ sound, notices, isShown }: Calling): void {
  const screen = useScreen()
  useEffect(() => {
    const hear = (all: readonly WallCall[], isMuted: boolean): void => {
      const calls = all.filter(({ name }) => isShown(name))
      const [first] = calls
      if (first === undefined) return
      if (sound !== 'off' && !isMuted) void alarmSound().play(first.priority, sound === 'quiet')
      if (!notices) return
      const title = screen.watch.getState().strip?.title ?? ''
      alarmNotice().show(callText(calls), englishWallKeep.openWall(title), first.priority <= STAYS_UP_TO)
    }
    return wallCalls(screen).start(hear)
  }, [screen, sound, notices, isShown])
}

/** Whether calls can be heard. Until they can, any key press allows them. */
export function useSoundState(sound: WallSound): SoundState {
  const { store, probe, allow } = alarmSound()
  const state = useStore(store)
  const isWanted = sound !== 'off'
  useEffect(() => {
    if (isWanted) void probe()
  }, [isWanted, probe])
  useEffect(() => (isWanted ? onTouch(() => void allow()) : undefined), [isWanted, allow])
  return state
}
