import type { Signal } from '#src/domain/signals/signal.ts'
import type { SignalReading } from '#src/domain/signals/signalReading.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
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
  'cpu',
]

type Level = { readonly reading: SignalReading; readonly bound: number; readonly share: number }

/** How full a signal of a pod is; null where it, or its limit, is not known. */
export function levelOf({ signals, service }: PodFacts, signal: Signal): Level | null {
  const reading = signals?.signals.get(signal)
  const bound = service.bounds[signal] ?? reading?.bound ?? null
  if (reading === undefined || bound === null || bound <= 0) return null
  return { reading, bound, share: reading.value / bound }
}

/**
 * A process that has much to do takes all the CPU that it may have, for a moment: to start, to collect garbage, to run a job.
 * It breaks nothing, unlike memory. Where it lasts, callers wait.
 */
const lastingOf = (signal: Signal, { levelCpuFor }: Policy): Pick<Found<'level'>, 'lasting'> =>
  signal === 'cpu' ? { lasting: { orange: levelCpuFor, red: levelCpuFor } } : {}

/** A value close to the limit it would hit: the limit that the metrics name, or the fleet file. */
export const level = rule({
  kind: 'level',
  on: 'metrics',
  reads: LEVEL_SIGNALS,
  orange: ['levelOrange', 'levelCpuFor'],
  red: ['levelRed', 'levelCpuFor'],
  atFirst: true,
  find: (pod, policy) => {
    if (pod.tracks.metrics?.result.ok !== true) return NO_OPINION
    return LEVEL_SIGNALS.flatMap((signal): Found<'level'>[] => {
      const found = levelOf(pod, signal)
      if (found === null || found.share <= policy.levelOrange) return []
      const { reading, bound } = found
      const light = found.share > policy.levelRed ? 'red' : 'orange'
      const part = { kind: 'level', signal, value: reading.value, bound, of: reading.of } as const
      return [{ light, part, ...lastingOf(signal, policy) }]
    })
  },
})
