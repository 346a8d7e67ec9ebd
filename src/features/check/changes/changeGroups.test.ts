import { describe, expect, it } from 'vitest'
import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import { sampleItem } from '#src/features/check/testing/sampleCheck.ts'
import { changeGroups } from './changeGroups.ts'

const watch = (isOver: boolean): CheckItem['watch'] => ({
  id: 'a/s/b',
  item: 's/b',
  service: 'b',
  title: 'b',
  by: 'Anna',
  from: 0,
  note: '',
  until: { kind: 'flat', signal: null },
  light: 'orange',
  kinds: [],
  isOver,
})

describe('changeGroups', () => {
  it('goes from what asks for somebody to what only happened, and keeps the order within', () => {
    const items = [
      sampleItem('a', { change: 'well' }),
      sampleItem('b', { change: 'watch', watch: watch(false) }),
      sampleItem('c', { change: 'watch', watch: watch(true) }),
      sampleItem('d', { change: 'still-red' }),
      sampleItem('e', { change: 'recovered' }),
      sampleItem('f', { change: 'new-red' }),
      sampleItem('g', { change: 'better' }),
      sampleItem('h', { change: 'unseen' }),
      sampleItem('i', { change: 'gone' }),
      sampleItem('j', { change: 'ticket' }),
    ]
    const told = changeGroups(items).map(
      ({ group, items }) => `${group}: ${items.map(({ title }) => title).join(' ')}`,
    )
    expect(told).toEqual([
      'act: d f',
      'watch: g',
      'unseen: h',
      'over: c',
      'tickets: j',
      'recovered: e',
      'gone: i',
      'changed: a',
      'watched: b',
    ])
  })
})
