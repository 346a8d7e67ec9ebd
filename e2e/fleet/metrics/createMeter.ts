import type { Pod } from '#e2e/fleet/pod/pod.ts'
import type { Meter, Vocabulary } from './meter.ts'
import { micrometerMeter } from './micrometerMeter.ts'
import { nodeMeter } from './nodeMeter.ts'
import { prometheusNetMeter } from './prometheusNetMeter.ts'

const METERS: Readonly<Record<Vocabulary, (pod: Pod) => Meter>> = {
  node: nodeMeter,
  'micrometer-histogram': (pod) => micrometerMeter(pod, 'histogram'),
  'micrometer-summary': (pod) => micrometerMeter(pod, 'summary'),
  'prometheus-net': prometheusNetMeter,
}

/** The meter of a pod in the vocabulary of its dialect. */
export const createMeter = (vocabulary: Vocabulary, pod: Pod): Meter => METERS[vocabulary](pod)
