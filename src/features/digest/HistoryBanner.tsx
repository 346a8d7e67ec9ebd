import { useStore } from 'zustand'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'
import styles from './history.module.css'
import { historyBanners } from './historyNotices.ts'
import { historyWindow, putAway, showHistory } from './historyWindow.ts'

const words = screenTexts.history

/** The one thing about the remembered past that most needs a person, until it is mended or put away. */
export function HistoryBanner() {
  const past = useWatch((state) => state.past)
  const read = useStore(historyWindow, (state) => state.putAway)
  const [kind] = past === null ? [] : historyBanners(past).filter((each) => !read.has(each))
  if (kind === undefined) return null
  return (
    <Banner light="unknown" title={words.banner[kind]}>
      {words.bannerMeaning}{' '}
      <button type="button" className={styles.link} onClick={() => showHistory(true)}>
        {words.title}
      </button>{' '}
      <button type="button" className={styles.link} onClick={() => putAway(kind)}>
        {words.putAway}
      </button>
    </Banner>
  )
}
