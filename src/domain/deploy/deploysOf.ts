import type { Service } from '#src/domain/fleet/fleet.ts'
import type { MarkBook } from '#src/domain/series/markBook.ts'
import { type DurationMs, type EpochMs, minutes } from '#src/domain/time/units.ts'
import { isLowerRelease } from './isLowerRelease.ts'

/** That pods of a service were started with another version. */
export type Deploy = {
  /** Null: it is only known that it is another one. */
  readonly version: string | null
  /** When the first of its pods was started, and the newest one so far. */
  readonly at: EpochMs
  readonly lastAt: EpochMs
  /** In the order in which they were started. */
  readonly pods: readonly string[]
  /** A version that had run here before came back, or one of a lower number than the one before. */
  readonly isRollback: boolean
}

/** Where no start is told a version is known when it is read, once in five minutes: two pods may seem this far apart. */
const READ_LATE: DurationMs = minutes(10)

type PodMark = { readonly pod: string; readonly at: EpochMs; readonly version: string | null }

/**
 * The deploys of a service as the starts of its pods tell of them, oldest first. Starts with one version are one deploy
 * while each comes within two roll-out windows of the one before: a pod may need one to stop and one to start. A pod that
 * ran something newer in between has been deployed anew.
 */
export function deploysOf(book: MarkBook, { name, pods, policy }: Service): readonly Deploy[] {
  const within = Math.max(2 * policy.rolloutWindow, READ_LATE)
  const starts = pods.map((pod) => ({ pod: pod.name, marks: book.marksOf(name, pod.name) }))
  const deployed = starts.flatMap(({ pod, marks }) =>
    marks.flatMap(({ kind, at, version }): PodMark[] => (kind === 'deploy' ? [{ pod, at, version }] : [])),
  )
  const ranBefore = ({ pod, at, version }: PodMark): boolean =>
    version !== null &&
    starts.some((one) => one.pod === pod && one.marks.some((m) => m.version === version && m.at < at))

  const deploys: Deploy[] = []
  /** When the deploy began that a pod runs. */
  const runsOf = new Map<string, EpochMs>()
  for (const mark of deployed.toSorted((a, b) => a.at - b.at)) {
    const { pod, at, version } = mark
    const runs = runsOf.get(pod) ?? Number.NEGATIVE_INFINITY
    const i = deploys.findLastIndex(
      (deploy) => deploy.version === version && at - deploy.lastAt <= within && runs < deploy.at,
    )
    const was = deploys[i]
    if (was === undefined) {
      const isRollback = ranBefore(mark) || isLowerRelease(version, deploys.at(-1)?.version ?? null)
      deploys.push({ version, at, lastAt: at, pods: [pod], isRollback })
    } else {
      const isRollback = was.isRollback || ranBefore(mark)
      deploys[i] = { ...was, lastAt: at, pods: [...was.pods, pod], isRollback }
    }
    runsOf.set(pod, was?.at ?? at)
  }
  return deploys
}
