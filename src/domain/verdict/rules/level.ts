import type { Signal } from '#src/domain/signals/signal.ts'
import { type Found, NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/**
 * The signals that are judged by their level. Heap is not among them: garbage collection fills it to the brim between
 * two runs, which means nothing. A pool in use has a rule of its own, because a full pool without waiters is only a busy
 * one.
 */
export const LEVEL_SIGNALS: readonly Signal[] = [
  'memory',
  'fds',
  'disk',
  'queueDepth',
  'threads',
  'goroutines',
]

/** A value close to the limit it would hit: the limit that the metrics name, or the fleet file. */
export const level = rule({
  kind: 'level',
  on: 'metrics',
  reads: LEVEL_SIGNALS,
  orange: ['levelOrange'],
  red: ['levelRed'],
  atFirst: true,
  find: (pod, policy) => {
    if (pod.tracks.metrics?.result.ok !== true) return NO_OPINION
    return LEVEL_SIGNALS.flatMap((signal): Found<'level'>[] => {
      const reading = pod.signals?.signals.get(signal)
      const bound = pod.service.bounds[signal] ?? reading?.bound ?? null
      if (reading === undefined || bound === null || bound <= 0) return []
      const share = reading.value / bound
      if (share <= policy.levelOrange) return []
      const light = share > policy.levelRed ? 'red' : 'orange'
      return [{ light, part: { kind: 'level', signal, value: reading.value, bound, of: reading.of } }]
    })
  },
})
