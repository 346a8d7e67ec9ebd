import { describe, expect, it } from 'vitest'
import { MOST_RECENT, parseRecent, withRecent } from './recentEntries.ts'

describe('parseRecent', () => {
  const many = Array.from({ length: 30 }, (_, i) => `service:s${i}`)
  it.each([
    { name: 'nothing', text: null, keys: [] },
    { name: 'what was written', text: '["service:orders","screen:/"]', keys: ['service:orders', 'screen:/'] },
    { name: 'damaged', text: '["service:', keys: [] },
    { name: 'of another shape', text: '{"0":"service:orders"}', keys: [] },
    { name: 'other things among keys', text: '[7,null,"screen:/",{"a":1}]', keys: ['screen:/'] },
    { name: 'the same twice', text: '["screen:/","screen:/"]', keys: ['screen:/'] },
    { name: 'a text of any length', text: JSON.stringify(['x'.repeat(500)]), keys: [] },
    { name: 'too many', text: JSON.stringify(many), keys: many.slice(0, MOST_RECENT) },
  ])('reads $name', ({ text, keys }) => {
    expect(parseRecent(text)).toEqual(keys)
  })
})

describe('withRecent', () => {
  it('puts the newest first, each once, twenty in all', () => {
    expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c'])
    const full = Array.from({ length: MOST_RECENT }, (_, i) => `k${i}`)
    expect(withRecent(full, 'new')).toEqual(['new', ...full.slice(0, MOST_RECENT - 1)])
  })
})
