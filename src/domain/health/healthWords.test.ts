import { describe, expect, it } from 'vitest'

import { opensWithTrouble, stateOfWord } from './healthWords.ts'

const rows = [
  {
    words: ['UP', 'up', 'Ok', 'pass', 'PASSING', 'Healthy', 'green', 'SERVING', 'Server available'],
    expected: 'ok',
  },
  { words: ['warn', 'WARNING', 'Degraded', 'Partially Available', 'yellow'], expected: 'degraded' },
  {
    words: ['DOWN', 'OUT_OF_SERVICE', 'out-of-service', 'not ready', 'NOT_SERVING', 'shutting_down'],
    expected: 'down',
  },
  {
    words: ['fail', 'Unhealthy', 'critical', 'red', 'Server not available', 'error.', 'timeout'],
    expected: 'down',
  },
  { words: ['UNKNOWN'], expected: 'unknown' },
  {
    words: ['shipped', 'open', 'active', 'pending', 'draft', '', ' ', 'LEADER', 'yes', 'toString'],
    expected: null,
  },
  { words: [true], expected: 'ok' },
  { words: [false], expected: 'down' },
  { words: [0, 1, 200, null, undefined, {}, ['up'], 'up'.repeat(40)], expected: null },
]

describe('stateOfWord', () => {
  it.each(rows)('$words → $expected', ({ words, expected }) => {
    expect(words.map((word) => stateOfWord(word))).toEqual(words.map(() => expected))
  })
})

describe('opensWithTrouble', () => {
  it('looks at the first word only', () => {
    expect(opensWithTrouble('error: db lost')).toBe(true)
    expect(opensWithTrouble('  Unavailable: queue is down')).toBe(true)
    expect(opensWithTrouble('timed out after 3 s')).toBe(true)
    expect(opensWithTrouble('no error')).toBe(false)
    expect(opensWithTrouble('errorless')).toBe(false)
    expect(opensWithTrouble('downstream is fine')).toBe(false)
  })
})
