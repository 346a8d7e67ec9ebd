import { type Following, following } from '#src/domain/drift/following.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { createWatch, type Watch } from '#src/domain/watch/watch.ts'
import type { PastPod } from './pastPod.ts'
import type { PastService } from './pastService.ts'

/** A watch of one service in the past, whose pods come and go. */
export type PastWatch = {
  /** As of `t`, which never goes back. */
  at(t: EpochMs): Watch
  /** What was noted of the starts of its pods. */
  marks(): unknown
}

/** Whether a pod belonged to its service at a moment. */
export const isThere = ({ from, to }: PastPod, t: EpochMs): boolean => from <= t && t <= to

/**
 * The fleet as one service by itself, judged by metrics alone: what it needs is not looked at, so that nothing is missing,
 * and neither are its readiness and its health, which nobody has stored.
 */
function aloneWith({ fleet, service }: PastService, pods: readonly PastPod[]): Fleet {
  const endpoints = { ...service.endpoints, health: null, ready: null }
  const alone = { ...service, dependsOn: [], endpoints, pods: pods.map(({ pod }) => pod) }
  return { ...fleet, services: [alone] }
}

const nothing = (): void => undefined

/** Reads the histories that are known, and adds nothing to them; what is new is kept apart. */
function beside({ histories }: Following): Following {
  return { ...following(), histories: { ...histories, remember: nothing, backfill: nothing } }
}

/** Restarts before the first moment are remembered, as they were then. */
function recallRestarts(watch: Watch, { service, span, memory }: PastService): void {
  const pods = watch.services.get(service.name)?.pods
  for (const [name, facts] of pods ?? []) {
    const marks = memory.marks.marksOf(service.name, name).filter(({ at }) => at <= span.start)
    const restarts = marks.flatMap(({ kind, at }) => (kind === 'restart' ? [at] : []))
    if (restarts.length > 0) pods?.set(name, { ...facts, restarts })
  }
}

/** Begins at the first moment of `past`. */
export function pastWatch(past: PastService): PastWatch {
  const memory = beside(past.memory)
  let there = past.pods.filter((pod) => isThere(pod, past.span.start))
  let watch: Watch = { ...createWatch(aloneWith(past, there)), memory }
  recallRestarts(watch, past)

  return {
    at(t) {
      const now = past.pods.filter((pod) => isThere(pod, t))
      if (now.length !== there.length || now.some((pod, i) => pod !== there[i])) {
        there = now
        watch = createWatch(aloneWith(past, there), watch)
      }
      return watch
    },
    marks: () => memory.marks.save(),
  }
}
