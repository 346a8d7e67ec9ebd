import { useState } from 'react'
import { useStore } from 'zustand'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { alarmNotice } from '#src/state/alarmNotice.ts'
import styles from './trial.module.css'

const { notices: words } = englishPreferences

/** Whether this browser lets a page tell anything on the desktop, how to allow it, and one to look at. */
export function NoticeTrial() {
  const notice = alarmNotice()
  const state = useStore(notice.store)
  const [isShown, setShown] = useState(false)
  const show = (): void => {
    notice.show(words.tryTitle, words.tryText, false)
    setShown(true)
  }
  return (
    <div className={styles.trial}>
      <output>{isShown && state === 'granted' ? words.shown : words.state[state]}</output>
      {state === 'default' && (
        <button type="button" className={styles.button} onClick={() => void notice.ask()}>
          {words.ask}
        </button>
      )}
      {state === 'granted' && (
        <button type="button" className={styles.button} onClick={show}>
          {words.try}
        </button>
      )}
    </div>
  )
}
