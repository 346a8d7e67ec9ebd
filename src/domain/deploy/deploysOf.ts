import type { Service } from '#src/domain/fleet/fleet.ts'
import type { Arrival } from '#src/domain/series/arrivals.ts'
import type { MarkBook } from '#src/domain/series/markBook.ts'
import type { PodLife, StartMark } from '#src/domain/series/startLife.ts'
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

type PodMark = {
  readonly pod: string
  readonly at: EpochMs
  readonly version: string | null
  /** It ran before, in this pod or in those that this one replaces. */
  readonly isReturn: boolean
}

function ranBefore({ first, marks }: PodLife, { at, version }: StartMark): boolean {
  if (version === null) return false
  return first.version === version || marks.some((mark) => mark.version === version && mark.at < at)
}

function marksIn(pod: string, life: PodLife, arrival: Arrival | undefined): readonly PodMark[] {
  const given = life.marks.flatMap((mark): PodMark[] => {
    const { kind, at, version } = mark
    return kind === 'deploy' ? [{ pod, at, version, isReturn: ranBefore(life, mark) }] : []
  })
  if (arrival === undefined) return given
  const { at, version } = arrival.mark
  return [{ pod, at, version, isReturn: arrival.isReturn }, ...given]
}

const inOrder = (a: PodMark, b: PodMark): number => a.at - b.at || (a.pod < b.pod ? -1 : 1)

/**
 * The deploys of a service as the starts of its pods tell of them, oldest first, also of pods that are gone. Starts with one
 * version are one deploy while each comes within two roll-out windows of the one before: a pod may need one to stop and one
 * to start. A pod that ran something newer in between has been deployed anew.
 */
export function deploysOf(
  book: MarkBook,
  { name, policy }: Pick<Service, 'name' | 'policy'>,
): readonly Deploy[] {
  const within = Math.max(2 * policy.rolloutWindow, READ_LATE)
  const arrivals = book.arrivalsOf(name)
  const deployed = [...book.livesOf(name)].flatMap(([pod, life]) => marksIn(pod, life, arrivals.get(pod)))

  const deploys: Deploy[] = []
  /** When the deploy began that a pod runs. */
  const runsOf = new Map<string, EpochMs>()
  for (const { pod, at, version, isReturn } of deployed.toSorted(inOrder)) {
    const runs = runsOf.get(pod) ?? Number.NEGATIVE_INFINITY
    const i = deploys.findLastIndex(
      (deploy) => deploy.version === version && at - deploy.lastAt <= within && runs < deploy.at,
    )
    const was = deploys[i]
    if (was === undefined) {
      const isRollback = isReturn || isLowerRelease(version, deploys.at(-1)?.version ?? null)
      deploys.push({ version, at, lastAt: at, pods: [pod], isRollback })
    } else {
      const isRollback = was.isRollback || isReturn
      deploys[i] = { ...was, lastAt: at, pods: [...was.pods, pod], isRollback }
    }
    runsOf.set(pod, was?.at ?? at)
  }
  return deploys
}
