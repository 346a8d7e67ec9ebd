import { describe, expect, it } from 'vitest'
import { authorizationOf } from './authorizationOf.ts'

describe('authorizationOf', () => {
  it.each([
    { typed: 'glsa_abc', expected: 'Bearer glsa_abc' },
    { typed: '  glsa_abc\n', expected: 'Bearer glsa_abc' },
    { typed: 'Bearer abc', expected: 'Bearer abc' },
    { typed: 'bearer abc', expected: 'bearer abc' },
    { typed: 'Basic dXNlcjpwYXNz', expected: 'Basic dXNlcjpwYXNz' },
    { typed: 'Basically', expected: 'Bearer Basically' },
    { typed: 'x', expected: 'Bearer x' },
    { typed: '', expected: null },
    { typed: ' \t', expected: null },
    { typed: 'a\r\nX-Other: b', expected: null },
    { typed: 'schlüssel', expected: null },
  ])('$typed is sent as $expected', ({ typed, expected }) => {
    expect(authorizationOf(typed)).toBe(expected)
  })
})
