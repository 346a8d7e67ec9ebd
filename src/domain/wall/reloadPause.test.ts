import { describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { oneMoreReload, readReloads, reloadPause, type Reloads } from './reloadPause.ts'

const NOW = 1_732_176_000_000

describe('a screen that a fault stopped', () => {
  it('waits ever longer, ten minutes at most', () => {
    let reloads: Reloads | null = null
    const pauses = Array.from({ length: 8 }, (_, i) => {
      reloads = oneMoreReload(reloads, NOW + i * minutes(11))
      return reloadPause(reloads)
    })
    expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 600, 600].map(seconds))
  })

  it('begins anew after it worked for half an hour', () => {
    const before = { times: 6, at: NOW - minutes(30) }
    expect(oneMoreReload(before, NOW)).toEqual({ times: 1, at: NOW })
    expect(oneMoreReload({ ...before, at: NOW + hours(1) }, NOW).times).toBe(1)
  })
})

it.each([null, '', '{', '7', '{"times":0,"at":1}', '{"times":"x","at":1}', '{"times":1}'])(
  'nothing is read out of %s',
  (text) => expect(readReloads(text)).toBeNull(),
)

it('a count is read as it was written', () => {
  const reloads = oneMoreReload(null, NOW)
  expect(readReloads(JSON.stringify(reloads))).toEqual(reloads)
})
