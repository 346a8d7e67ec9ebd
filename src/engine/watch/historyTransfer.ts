import type { Watch } from '#src/domain/watch/watch.ts'
import { exportHistory, importHistory } from '#src/engine/history/historyFile.ts'
import type { Wanted } from '#src/engine/history/kept.ts'
import type { Ports } from '#src/engine/ports.ts'
import type { ImportOutcome } from '#src/engine/protocol.ts'
import { breathe } from '#src/engine/sources/prometheus/inSlices.ts'
import { judgeAnew, podsOf } from './judgeAnew.ts'

/** Carries what is remembered out as a file, and in from one. */
export type HistoryTransfer = {
  /** All that is remembered; null where the watch ended before it was put together. */
  exported(): Promise<Uint8Array<ArrayBuffer> | null>
  /** Adds what a file holds. It is there when this resolves; the slopes are judged anew from then on. */
  imported(bytes: Uint8Array): Promise<ImportOutcome | null>
  stop(): void
}

/** One file at a time, in short pieces. `current`: the watch as it is now. */
export function historyTransfer(
  current: () => Watch | null,
  wantedBy: (watch: Watch) => Pick<Wanted, 'wants'>,
  ports: Ports,
): HistoryTransfer {
  let stopped = false
  let last: Promise<unknown> = Promise.resolve()
  const pause = (): Promise<void> => breathe(ports)

  const inTurn = <T>(work: (watch: Watch) => Promise<T>): Promise<T | null> => {
    const turn = async (): Promise<T | null> => {
      const watch = current()
      if (watch === null || stopped) return null
      const done = await work(watch)
      return stopped ? null : done
    }
    const next = last.then(turn, turn)
    last = next
    return next
  }

  return {
    exported: () => inTurn((watch) => exportHistory(watch.memory, pause)),
    imported: (bytes) =>
      inTurn(async (watch) => {
        const outcome = await importHistory(bytes, watch.memory, wantedBy(watch), ports.now(), pause)
        if (outcome.ok && outcome.value.bins > 0) void judgeAnew(podsOf(watch), current, ports, () => stopped)
        return outcome
      }),
    stop() {
      stopped = true
    },
  }
}
