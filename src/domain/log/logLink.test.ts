import { expect, it } from 'vitest'
import { logLink } from './logLink.ts'

const NOW = Date.parse('2026-11-22T09:00:00Z')
const NIGHT = Date.parse('2026-11-22T03:12:00Z')
const subject = { service: 'orders', pod: 'orders-1', namespace: null, level: null }
const TEMPLATE = 'https://logs.test/{service}/{pod}?{from:s}-{to:s}/{at:s}'

it.each([
  { at: null, expected: [NOW - 3_600_000, NOW, NOW] },
  { at: NIGHT, expected: [NIGHT - 1_800_000, NIGHT + 1_800_000, NIGHT] },
])('$at', ({ at, expected }) => {
  const [from = 0, to = 0, about = 0] = expected.map((ms) => ms / 1000)
  expect(logLink(TEMPLATE, { ...subject, at }, NOW)).toBe(
    `https://logs.test/orders/orders-1?${from}-${to}/${about}`,
  )
})
