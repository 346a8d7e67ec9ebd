import { useStore } from 'zustand'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { alarmNotice } from '#src/state/alarmNotice.ts'
import { usePreference } from '#src/state/preferences.ts'
import { useScreen } from '#src/state/screen.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import styles from './calls.module.css'

const { notices: words } = englishWallKeep

/** That somebody wanted notices on the desktop: only then is it worth a word that they are refused. */
const WANTED = 'morning-check/wall-notices'

const REFUSED = { denied: words.denied, insecure: words.insecure, unsupported: words.unsupported } as const

/** Notices on the desktop: asked for by a key press alone, and said where they were wanted and are refused. */
export function NoticePart() {
  const { storage, preferences } = useScreen()
  const isWanted = usePreference('notices')
  const notice = alarmNotice()
  const state = useStore(notice.store)
  const ask = (): void => {
    storage.write(WANTED, 'yes')
    preferences.setState({ notices: true })
    void notice.ask()
  }
  usePageKeys({ n: ask })
  if (state === 'granted' && isWanted) return null
  if (state === 'default' || state === 'granted')
    return (
      <button type="button" className={styles.button} data-quiet aria-keyshortcuts="n" onClick={ask}>
        {words.ask}
      </button>
    )
  return storage.read(WANTED) === null ? null : <span className={styles.part}>{REFUSED[state]}</span>
}
