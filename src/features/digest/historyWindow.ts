import { createStore } from 'zustand/vanilla'
import type { HistoryBannerKind } from './historyNotices.ts'

/** The window on what is remembered, for as long as the page is there: opened from the foot and from a banner. */
type HistoryWindow = {
  readonly open: boolean
  /** Banners that a person has read: not shown again on this page. */
  readonly putAway: ReadonlySet<HistoryBannerKind>
}

export const historyWindow = createStore<HistoryWindow>(() => ({ open: false, putAway: new Set() }))

export const showHistory = (open: boolean): void => historyWindow.setState({ open })

export const putAway = (kind: HistoryBannerKind): void =>
  historyWindow.setState(({ putAway: known }) => ({ putAway: new Set([...known, kind]) }))
