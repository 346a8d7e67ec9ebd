import { describe, expect, it } from 'vitest'
import { windowOf } from '#src/domain/signals/testing/windowOf.ts'
import { gauge, seriesCountOf } from './gauge.ts'

const rows = [
  { name: 'one series', page: 'fds 7', expected: { value: 7, from: 'fds' } },
  { name: 'several add up', page: 'fds{pid="1"} 7\nfds{pid="2"} 5', expected: { value: 12, from: 'fds' } },
  {
    name: 'a filter is part of where it came from',
    page: 'fds{area="heap"} 7\nfds{area="nonheap"} 5',
    filter: { area: 'heap' },
    expected: { value: 7, from: 'fds{area="heap"}' },
  },
  {
    name: 'negatives say unbounded',
    page: 'fds{id="eden"} -1\nfds{id="old"} 400',
    expected: { value: 400, from: 'fds' },
  },
  { name: 'nothing but negatives is nothing', page: 'fds{id="eden"} -1', expected: null },
  { name: 'NaN is nothing', page: 'fds NaN', expected: null },
  { name: 'not on the page', page: 'other 1', expected: null },
  { name: 'zero is a value', page: 'fds 0', expected: { value: 0, from: 'fds' } },
]

describe('gauge', () => {
  for (const { name, page, filter, expected } of rows) {
    it(name, () => {
      const found = gauge('fds', filter).read(windowOf(null, page))
      expect(found).toEqual(expected === null ? null : { ...expected, of: null, bound: null })
    })
  }

  it('says the name it has on a page with a prefix', () => {
    const found = gauge('process_open_fds').read(
      windowOf(null, 'my_process_open_fds 3\nmy_process_start_time_seconds 1'),
    )
    expect(found?.from).toBe('my_process_open_fds')
  })
})

describe('seriesCountOf', () => {
  const page = 'cpu{cpu="0",mode="idle"} 5\ncpu{cpu="1",mode="idle"} 5\ncpu{cpu="0",mode="user"} 5'
  const counts = [
    { name: 'all', filter: undefined, page, expected: 3 },
    { name: 'those that fit', filter: { mode: 'idle' }, page, expected: 2 },
    { name: 'none', filter: { mode: 'steal' }, page, expected: undefined },
  ]
  for (const { name, filter, page: text, expected } of counts) {
    it(name, () => expect(seriesCountOf('cpu', filter).read(windowOf(null, text))?.value).toBe(expected))
  }
})
