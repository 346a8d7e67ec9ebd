import { expect, it } from 'vitest'
import { markGroups } from './markGroups.ts'
import type { NightMark } from './nightRows.ts'

const mark = (kind: NightMark['kind'], pixel: number): NightMark => ({
  kind,
  moment: pixel,
  at: pixel / 400,
  of: 'orders-1',
})

const restarts = (...pixels: readonly number[]) => pixels.map((pixel) => mark('restart', pixel))

const rows = [
  { name: 'apart', marks: restarts(0, 12, 24), width: 400, groups: [1, 1, 1] },
  { name: 'over each other', marks: restarts(0, 11, 24), width: 400, groups: [3] },
  { name: 'under the number of the first', marks: restarts(0, 5, 26), width: 400, groups: [2, 1] },
  { name: 'apart on a wider line', marks: restarts(0, 6, 12), width: 800, groups: [1, 1, 1] },
  { name: 'of two kinds', marks: [mark('restart', 0), mark('deploy', 2)], width: 400, groups: [1, 1] },
  {
    name: 'with another kind between them',
    marks: [mark('restart', 0), mark('deploy', 2), mark('restart', 4)],
    width: 400,
    groups: [2, 1],
  },
  { name: 'on a line of no width yet', marks: restarts(0, 1), width: 0, groups: [1, 1] },
  { name: 'none', marks: [], width: 400, groups: [] },
]

for (const { name, marks, width, groups } of rows)
  it(`puts marks together: ${name}`, () => {
    expect(markGroups(marks, width).map((group) => group.marks.length)).toEqual(groups)
  })
