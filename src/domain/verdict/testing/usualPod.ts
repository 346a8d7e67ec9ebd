import type { Usual } from '#src/domain/baseline/usual.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { podFacts, scraped, signals } from '#src/domain/watch/testing/podFacts.ts'

export type Specs = Parameters<typeof signals>[0]

/** What is usual: `[value, peak]`, or a value that is its own peak. */
type Before = Readonly<Partial<Record<Signal, number | readonly [number, number]>>>

const usualOf = (told: number | readonly [number, number]): Usual =>
  typeof told === 'number'
    ? { value: told, peak: told, of: 'hours' }
    : { value: told[0], peak: told[1], of: 'days' }

const usuals = (before: Before): PodFacts['usual'] =>
  new Map(Object.entries(before).map(([signal, told]): [Signal, Usual] => [nameOf(signal), usualOf(told)]))

const NAMES: readonly Signal[] = [
  'latencyP99',
  'latencyP50',
  'requestRate',
  'mutexWait',
  'memory',
  'errorRatio',
]

function nameOf(text: string): Signal {
  const name = NAMES.find((signal) => signal === text)
  if (name === undefined) throw new Error(text)
  return name
}

type Facts = Parameters<typeof podFacts>[0]

/** For tests: a pod whose newest page was read and says so, and what its signals usually are. */
export const usualPod = (specs: Specs, before: Before, more: Facts = {}): PodFacts =>
  podFacts({
    signals: signals(specs),
    usual: usuals(before),
    ...more,
    tracks: { metrics: scraped(), ...more.tracks },
  })
