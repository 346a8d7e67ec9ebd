import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'

/** The starts of one pod's process within a span, oldest first. */
export type PodStarts = { readonly pod: string; readonly marks: readonly StartMark[] }

/** What the histories of some pods tell of their starts: each start once, whichever signals know of it. Pods as they come. */
export function startsOf(pods: readonly string[], histories: readonly SignalHistory[]): readonly PodStarts[] {
  return pods.map((pod) => {
    const known = new Map<number, StartMark>()
    for (const { pod: its, marks } of histories) {
      if (its === pod) for (const mark of marks) known.set(mark.at, mark)
    }
    return { pod, marks: [...known.values()].toSorted((a, b) => a.at - b.at) }
  })
}
