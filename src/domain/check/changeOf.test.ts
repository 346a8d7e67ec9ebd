import { describe, expect, it } from 'vitest'
import type { Light } from '#src/domain/verdict/light.ts'
import { changeOf } from './changeOf.ts'
import { nightOfService, stretches } from './testing/sampleNight.ts'

const before = (light: Light | null) => ({
  before: light === null ? null : { light, reasons: [], since: 0, seenAt: 0 },
  spells: [],
})
const { spells } = nightOfService(
  'a',
  stretches(['20 17:40', 'green'], ['21 03:12', 'red'], ['21 03:36', 'green']),
)

const rows = [
  { light: 'red', was: 'green', marked: null, change: 'new-red' },
  { light: 'red', was: null, marked: null, change: 'new-red' },
  { light: 'red', was: 'unknown', marked: null, change: 'new-red' },
  { light: 'red', was: 'orange', marked: 'red', change: 'worse' },
  { light: 'red', was: 'red', marked: null, change: 'still-red' },
  { light: 'red', was: null, marked: 'red', change: 'still-red' },
  { light: 'red', was: 'unknown', marked: 'red', change: 'still-red' },
  { light: 'red', was: 'green', marked: 'red', change: 'new-red' },
  { light: 'orange', was: 'green', marked: null, change: 'new-orange' },
  { light: 'orange', was: null, marked: 'unknown', change: 'new-orange' },
  { light: 'orange', was: 'red', marked: null, change: 'better' },
  { light: 'orange', was: null, marked: 'orange', change: 'still-orange' },
  { light: 'unknown', was: 'green', marked: 'green', change: 'unseen' },
  { light: 'green', was: 'green', marked: null, change: 'well' },
  { light: 'green', was: null, marked: null, change: 'well' },
  { light: 'green', was: 'orange', marked: null, change: 'recovered' },
  { light: 'green', was: 'green', marked: 'red', change: 'recovered' },
] as const

describe('changeOf', () => {
  it.each(rows)('$light now, $was before, marked $marked: $change', ({ light, was, marked, change }) => {
    expect(changeOf({ light, night: before(was), marked })).toBe(change)
  })

  it('tells of trouble in between, and needs no night to tell of what was marked', () => {
    expect(changeOf({ light: 'green', night: { ...before('green'), spells }, marked: null })).toBe(
      'recovered',
    )
    expect(changeOf({ light: 'green', night: null, marked: 'orange' })).toBe('recovered')
    expect(changeOf({ light: 'green', night: null, marked: null })).toBe('well')
  })
})
