import { useState } from 'react'
import { useStore } from 'zustand'
import { PRIORITIES, type Priority } from '#src/domain/sla/priority.ts'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { alarmSound } from '#src/state/alarmSound.ts'
import { usePreference } from '#src/state/preferences.ts'
import styles from './trial.module.css'

const { sound: words } = englishPreferences

/** The call of each priority to be heard, as loud as it was chosen; and why it is not. */
export function SoundTrial() {
  const sound = usePreference('sound')
  const state = useStore(alarmSound().store)
  const [heard, setHeard] = useState<Priority | null>(null)
  const isOff = sound === 'off'
  const play = (priority: Priority): void => {
    if (isOff) return
    setHeard(null)
    void alarmSound()
      .play(priority, sound === 'quiet')
      .then(() => setHeard(priority))
  }
  const played = heard !== null && state === 'ready' ? words.playing(heard) : ''
  const silent = state === 'blocked' || state === 'silent' ? words[state] : ''
  return (
    <div className={styles.trial}>
      <span>{words.try}</span>
      {PRIORITIES.map((priority) => (
        <button
          key={priority}
          type="button"
          className={styles.button}
          aria-label={words.call(priority)}
          aria-disabled={isOff}
          onClick={() => play(priority)}
        >
          P{priority}
        </button>
      ))}
      <output>{isOff ? words.off : silent || played}</output>
    </div>
  )
}
