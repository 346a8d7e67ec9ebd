import { expect, it } from 'vitest'
import { groupLogs } from './groupLogs.ts'
import { mergeLogs } from './mergeLogs.ts'
import { logLine } from './testing/logLine.ts'

const entries = mergeLogs([
  {
    pod: 'a',
    logs: [
      logLine('creating user: POST /users: 500', { level: 'error' }),
      logLine('sent 3 mails', { level: 'info' }),
      logLine('sent 14 mails', { level: 'info' }),
    ],
  },
  { pod: 'b', logs: [logLine('creating user: POST /users: 201', { level: 'info' }), logLine('hello')] },
])

it.each([
  { by: 'operation', expected: ['creating user 2 1', 'sent … mails 2 0', 'hello 1 0'] },
  { by: 'pod', expected: ['a 3 1', 'b 2 0'] },
  { by: 'level', expected: ['error 1 1', 'info 3 0', ' 1 0'] },
] as const)('by $by', ({ by, expected }) => {
  const groups = groupLogs(entries, by)
  expect(groups.map(({ name, entries: own, errors }) => `${name} ${own.length} ${errors}`)).toEqual(expected)
})
