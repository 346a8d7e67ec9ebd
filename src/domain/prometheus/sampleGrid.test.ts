import { describe, expect, it } from 'vitest'
import { labelSet } from '#src/domain/exposition/labelSet.ts'
import type { StoredSeries } from './readResult.ts'
import { sampleGrid, type SampleGrid } from './sampleGrid.ts'

const SPAN = { start: 0, end: 300, step: 100 }
const NONE = Number.NaN

const series = (labels: Record<string, string>, values: readonly number[], name = 'm'): StoredSeries => ({
  name,
  labels: labelSet(Object.entries({ job: 'orders', ...labels })),
  values: Float64Array.from(values),
})

const POD = {
  labels: labelSet(Object.entries({ job: 'orders', pod: 'orders-1', instance: 'b:1', replica: 'x' })),
  identity: ['job', 'pod'],
}

const seen = (grid: SampleGrid) =>
  grid
    .stretchOf(POD)
    .series.map(({ name, labels, values }) => [name, Object.entries(labels).join(), [...values]])

const first = { pod: 'orders-1', instance: 'b:1', replica: 'x' }

describe('sampleGrid', () => {
  it('puts pieces of time and of metrics together', () => {
    const grid = sampleGrid(SPAN)
    const taken = [
      grid.add({ start: 200, end: 300, step: 100 }, [series(first, [3, NONE])]),
      grid.add({ start: 0, end: 100, step: 100 }, [series(first, [1, 2])]),
      grid.add(SPAN, [series({ ...first, le: '1' }, [9, NONE, NONE, 8], 'a')]),
    ]
    expect(taken).toEqual([1, 2, 2])
    expect(grid.seriesCount()).toBe(2)
    expect(seen(grid)).toEqual([
      ['a', 'le,1', [9, NONE, NONE, 8]],
      ['m', '', [1, 2, 3, NONE]],
    ])
  })

  it('takes a pod that came back at another address for one', () => {
    const grid = sampleGrid(SPAN)
    grid.add(SPAN, [
      series({ ...first, instance: 'a:1' }, [1, 2, NONE, NONE]),
      series(first, [NONE, NONE, 3, 4]),
    ])
    expect(seen(grid)).toEqual([['m', '', [1, 2, 3, 4]]])
  })

  it('counts what two replicas of a server wrote once', () => {
    const grid = sampleGrid(SPAN)
    grid.add(SPAN, [series(first, [1, 2, NONE, 4]), series({ ...first, replica: 'y' }, [1, 2, 3, 4])])
    expect(seen(grid)).toEqual([['m', '', [1, 2, 3, 4]]])
  })

  it('leaves other pods alone', () => {
    const grid = sampleGrid(SPAN)
    grid.add(SPAN, [series({ ...first, pod: 'orders-2' }, [1, 2, 3, 4])])
    expect(seen(grid)).toEqual([])
  })

  it('takes nothing that lies beside the span', () => {
    const grid = sampleGrid(SPAN)
    expect(grid.add({ start: -100, end: 400, step: 100 }, [series(first, [7, 1, 2, 3, 4, 7])])).toBe(4)
    expect(seen(grid)).toEqual([['m', '', [1, 2, 3, 4]]])
  })
})
