import { describe, expect, it } from 'vitest'
import { filterText, type LabelFilter, labelsText, matchesFilter } from './labelFilter.ts'

const rows: readonly { filter: LabelFilter | undefined; matches: string[]; text: string }[] = [
  { filter: undefined, matches: ['heap', 'nonheap', ''], text: '' },
  { filter: { area: 'heap' }, matches: ['heap'], text: '{area="heap"}' },
  { filter: { area: ['heap', 'nonheap'] }, matches: ['heap', 'nonheap'], text: '{area=~"heap|nonheap"}' },
  { filter: { area: { not: ['heap'] } }, matches: ['nonheap', ''], text: '{area!~"heap"}' },
  { filter: { area: '' }, matches: [''], text: '{area=""}' },
  {
    filter: { area: { not: ['a', 'b', 'c', 'd', 'e', 'f'] } },
    matches: ['heap', 'nonheap', ''],
    text: '{area!~"a|b|…"}',
  },
]

describe('matchesFilter and filterText', () => {
  for (const { filter, matches, text } of rows) {
    it(text === '' ? 'no filter' : text, () => {
      const series = [{ area: 'heap' }, { area: 'nonheap' }, {}]
      const found = series.filter((labels) => matchesFilter(labels, filter))
      expect(found.map((labels) => ('area' in labels ? labels.area : ''))).toEqual(matches)
      expect(filterText(filter)).toBe(text)
    })
  }

  it('needs every label to fit', () => {
    const filter = { mode: 'idle', cpu: '0' }
    expect(matchesFilter({ mode: 'idle', cpu: '0' }, filter)).toBe(true)
    expect(matchesFilter({ mode: 'idle', cpu: '1' }, filter)).toBe(false)
    expect(filterText(filter)).toBe('{mode="idle",cpu="0"}')
  })
})

it('writes labels sorted by name', () => {
  expect(labelsText({ state: 'DOWN', proxy: 'app' })).toBe('{proxy="app",state="DOWN"}')
  expect(labelsText({})).toBe('')
})
