import { expect, it } from 'vitest'
import { mergeLogs } from './mergeLogs.ts'
import { logText } from './logText.ts'
import { logLine } from './testing/logLine.ts'

it.each([
  { line: logLine('hello'), expected: 'orders-1 hello' },
  {
    line: logLine('tenant=7 waits', {
      at: Date.parse('2026-11-22T03:12:00Z'),
      level: 'warn',
      fields: [
        ['tenant', '7'],
        ['zone', 'eu'],
      ],
    }),
    expected: '2026-11-22T03:12:00Z warn orders-1 tenant=7 waits zone=eu',
  },
])('$expected', ({ line, expected }) => {
  expect(mergeLogs([{ pod: 'orders-1', logs: [line] }]).map(logText)).toEqual([expected])
})
