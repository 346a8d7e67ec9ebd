import type { Sample } from '#src/domain/exposition/exposition.ts'
import { labelsText } from '#src/domain/signals/window/labelFilter.ts'
import { namesEnding, type SampleIndex, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import { type Wants, wantsExact } from './reader.ts'

/** Whether the thing that a page tells about answers, and by which series. */
export type Target = { readonly up: boolean; readonly from: string }

/** How a page says so; null where it does not. */
export type TargetReader = { readonly wants: Wants; readonly read: (index: SampleIndex) => Target | null }

const seriesText = ({ name, labels }: Sample): string => name + labelsText(labels)

const bySeries = (a: string, b: string): number => (a < b ? -1 : 1)

/** Up unless one of the samples is down; then the ones that are down are named. */
export const targetOf = (samples: readonly Sample[], isDown: (sample: Sample) => boolean): Target | null => {
  const [first] = samples
  if (first === undefined) return null
  const down = samples.filter(isDown)
  return down.length === 0
    ? { up: true, from: first.name }
    : { up: false, from: down.map(seriesText).sort(bySeries).join(', ') }
}

/** A gauge that is 0 while the target does not answer: `redis_up`, `probe_success`. */
export const upGauge = (name: string): TargetReader => ({
  wants: wantsExact(name),
  read: (index) => targetOf(samplesOf(index, name), ({ value }) => value === 0),
})

const SIMPLE_UP = /^[a-z0-9]+_up$/

/** The `<thing>_up` gauges of a page: one word and `_up`, so not `node_network_up`. */
export const anyUpGauge: TargetReader = {
  wants: { exact: [], endings: ['_up'] },
  read: (index) =>
    targetOf(
      namesEnding(index, '_up')
        .filter((name) => SIMPLE_UP.test(name))
        .flatMap((name) => samplesOf(index, name)),
      ({ value }) => value === 0,
    ),
}
