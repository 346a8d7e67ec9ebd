import { expect, it } from 'vitest'
import { filterLogs, levelsOf } from './filterLogs.ts'
import { mergeLogs } from './mergeLogs.ts'
import { logLine } from './testing/logLine.ts'

const entries = mergeLogs([
  {
    pod: 'orders-1',
    logs: [
      logLine('Refused', { level: 'error', fields: [['zone', 'EU']] }),
      logLine('well', { level: 'info' }),
      logLine('bare'),
    ],
  },
])

it.each([
  { text: '', hidden: [], shown: 'Refused well bare', byLevel: 0, byText: 0 },
  { text: ' refused ', hidden: [], shown: 'Refused', byLevel: 0, byText: 2 },
  { text: 'zone=eu', hidden: [], shown: 'Refused', byLevel: 0, byText: 2 },
  { text: 'ORDERS-1', hidden: [], shown: 'Refused well bare', byLevel: 0, byText: 0 },
  { text: '', hidden: ['info'], shown: 'Refused bare', byLevel: 1, byText: 0 },
  { text: 'refused', hidden: ['', 'info'], shown: 'Refused', byLevel: 2, byText: 0 },
  { text: 'none', hidden: ['error'], shown: '', byLevel: 1, byText: 2 },
])('$text without $hidden', ({ text, hidden, shown, byLevel, byText }) => {
  const found = filterLogs(entries, { text, hidden: new Set(hidden) })
  expect(found.shown.map(({ message }) => message).join(' ')).toBe(shown)
  expect(found).toMatchObject({ byLevel, byText })
})

it('counts levels', () => {
  expect([...levelsOf(entries)]).toEqual([
    ['error', 1],
    ['info', 1],
    ['', 1],
  ])
})
