import { describe, expect, it } from 'vitest'
import { err, ok } from '#src/domain/result.ts'
import { parseSince } from './parseSince.ts'
import { EVENING, MORNING } from './testing/sampleNight.ts'

describe('parseSince', () => {
  it.each([
    { given: null, expected: ok(null) },
    { given: '', expected: ok(null) },
    { given: '2026-11-20T17:40:00+01:00', expected: ok(EVENING) },
    { given: 'yesterday', expected: err('no-moment') },
    { given: '2026-11-21T09:00:00+01:00', expected: err('to-come') },
    { given: '2026-10-24T07:54:00Z', expected: err('too-old') },
    { given: '2026-10-24T07:55:00Z', expected: ok(MORNING - 28 * 86_400_000) },
  ])('$given', ({ given, expected }) => {
    expect(parseSince(given, MORNING)).toEqual(expected)
  })
})
