import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { printMemory, readMemory } from './keptMemory.ts'
import { nextCalls, NO_MEMORY, type WallLook, type WallMemory } from './wallAlarm.ts'

const NOW = 1_732_176_000_000

const seeing = (lights: Readonly<Record<string, Light>>): WallLook => ({
  live: true,
  blind: false,
  looking: false,
  rows: Object.entries(lights).map(([name, light]) => ({ name, light, tier: null })),
  tickets: [],
})

describe('the memory of a page that is loaded anew', () => {
  const memory: WallMemory = { red: new Set(['billing']), lookedAt: NOW, well: new Set() }
  const text = printMemory(memory, NOW)

  it('calls at once what became red meanwhile, and nothing twice', () => {
    const now = NOW + seconds(5)
    const { calls } = nextCalls(readMemory(text, now), seeing({ orders: 'red', billing: 'red' }), now)
    expect(calls.map(({ name }) => name)).toEqual(['orders'])
  })

  it.each([null, '', '{', '7', '{"at":"x","red":[]}', '{"at":1,"red":7}'])(
    'is none where %s was stored',
    (stored) => {
      expect(readMemory(stored, NOW)).toBe(NO_MEMORY)
    },
  )

  it('is none after ten minutes, of a time far ahead, and of a wall that had not looked', () => {
    expect(readMemory(text, NOW + minutes(11))).toBe(NO_MEMORY)
    expect(readMemory(text, NOW - minutes(11))).toBe(NO_MEMORY)
    expect(readMemory(text, NOW - seconds(2)).red.size).toBe(1)
    expect(printMemory(NO_MEMORY, NOW)).toBeNull()
  })

  it('takes names only', () => {
    expect([...readMemory(`{"at":${NOW},"red":["a",7,null]}`, NOW).red]).toEqual(['a'])
  })
})
