import { expect, it } from 'vitest'
import { toneOf } from './toneOf.ts'
import { logLine } from './testing/logLine.ts'

it.each([
  { line: logLine('x', { level: 'error' }), expected: 'error' },
  { line: logLine('x', { level: 'FATAL' }), expected: 'error' },
  { line: logLine('x', { level: 'warning' }), expected: 'warning' },
  { line: logLine('it failed', { level: 'info' }), expected: 'fine' },
  { line: logLine('POST /a: 500', { level: 'info' }), expected: 'error' },
  { line: logLine('served', { level: 'info', fields: [['http.status_code', '503']] }), expected: 'error' },
  { line: logLine('POST /a: 404', { level: 'info' }), expected: 'fine' },
  { line: logLine('POST /a: 403 Forbidden'), expected: 'error' },
  { line: logLine('POST /a: 201'), expected: 'fine' },
  { line: logLine('served', { fields: [['status', '200']] }), expected: 'fine' },
  { line: logLine('connection refused'), expected: 'error' },
  { line: logLine('deadline exceeded'), expected: 'error' },
  { line: logLine('terror in the log'), expected: 'fine' },
  { line: logLine('hello', { level: 'verbose' }), expected: 'fine' },
] as const)('$line.level $line.message', ({ line, expected }) => expect(toneOf(line)).toBe(expected))
