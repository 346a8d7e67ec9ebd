import type { HistoryNotice, StoreTrouble } from '#src/domain/series/historyNotice.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Useless } from './loadRecords.ts'

/** What is to be told of the store: at once, and for as long as it is so. */
export type NoticeBoard = {
  /** A trouble that lasts is told once, however often it is met. */
  memoryOnly(why: StoreTrouble, detail: string, at: EpochMs): void
  /** Something was stored: nothing is in the way any more. */
  storedAgain(at: EpochMs): void
  storageFull(given: { hours: number; days: number; paused: boolean }, at: EpochMs): void
  unusable(useless: Useless, at: EpochMs): void
  current(): readonly HistoryNotice[]
}

/** A board without a notice. */
export function noticeBoard(report: (notice: HistoryNotice) => void): NoticeBoard {
  const current = new Map<string, HistoryNotice>()
  const tell = (key: string, notice: HistoryNotice): void => {
    current.set(key, notice)
    report(notice)
  }
  return {
    memoryOnly(why, detail, at) {
      const known = current.get('memory-only')
      if (known?.kind === 'memory-only' && known.why === why) return
      tell('memory-only', { kind: 'memory-only', why, detail, at })
    },
    storedAgain(at) {
      const full = current.get('storage-full')
      const wasPaused = full?.kind === 'storage-full' && full.paused
      if (wasPaused) current.delete('storage-full')
      if (current.delete('memory-only') || wasPaused) report({ kind: 'stored-again', at })
    },
    storageFull(given, at) {
      const known = current.get('storage-full')
      const was = known?.kind === 'storage-full' ? known : { hours: 0, days: 0, paused: false }
      const sum = { hours: was.hours + given.hours, days: was.days + given.days, paused: given.paused }
      if (given.paused && was.paused && given.hours + given.days === 0) return
      tell('storage-full', { kind: 'storage-full', ...sum, at })
    },
    unusable({ damaged, otherVersion, unreadable }, at) {
      const rows = [
        { why: 'damaged', records: damaged.length },
        { why: 'other-version', records: otherVersion.length },
        { why: 'unreadable', records: unreadable.length },
      ] as const
      for (const { why, records } of rows)
        if (records > 0) tell(`unusable ${why}`, { kind: 'records-unusable', why, records, at })
    },
    current: () => [...current.values()],
  }
}
