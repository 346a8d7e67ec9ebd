import { expect, it } from 'vitest'
import { datedText } from './datedText.ts'

/** Friday. */
const READER = { now: Date.UTC(2026, 10, 20, 7, 55), timeZone: 'Europe/Berlin' }

it.each([
  {
    text: 'memory +119 MiB/h since yesterday 18:00, reaches its 4 GiB limit tomorrow about 05:00',
    expected: 'memory +119 MiB/h since Thu 18:00, reaches its 4 GiB limit Sat about 05:00',
  },
  { text: 'restarted once at 03:35', expected: 'restarted once at 03:35' },
  { text: 'backup of yesterday failed', expected: 'backup of yesterday failed' },
])('$text', ({ text, expected }) => {
  expect(datedText(text, READER)).toBe(expected)
})
