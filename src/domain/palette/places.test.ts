import { describe, expect, it } from 'vitest'
import { CHORD_KEY, GLOBAL_KEYS, PLACES } from './places.ts'

describe('the places of chords', () => {
  it('have a key and a path of their own', () => {
    expect(new Set(PLACES.map(({ key }) => key)).size).toBe(PLACES.length)
    expect(new Set(PLACES.map(({ path }) => path)).size).toBe(PLACES.length)
  })

  it('leave the keys alone that mean the same everywhere', () => {
    expect(GLOBAL_KEYS).toContain(CHORD_KEY)
    for (const { key } of PLACES) expect(GLOBAL_KEYS).not.toContain(key)
  })
})
