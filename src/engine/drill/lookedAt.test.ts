import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import { lookedAt } from './lookedAt.ts'

describe('lookedAt', () => {
  it('is a pod for half a minute after somebody asked for it, and no other', () => {
    let now = 0
    const looked = lookedAt(() => now)
    expect(looked.isLookedAt('orders', 'orders-1')).toBe(false)
    looked.look('orders', 'orders-1')
    expect(looked.isLookedAt('orders', 'orders-1')).toBe(true)
    expect(looked.isLookedAt('orders', 'orders-2')).toBe(false)
    now = seconds(20)
    looked.look('orders', 'orders-1')
    now = seconds(49)
    expect(looked.isLookedAt('orders', 'orders-1')).toBe(true)
    now = seconds(51)
    expect(looked.isLookedAt('orders', 'orders-1')).toBe(false)
  })

  it('is a pod that is held for as long as it is', () => {
    let now = 0
    const looked = lookedAt(() => now)
    looked.hold('orders', 'orders-1', true)
    now = seconds(1e6)
    expect(looked.isLookedAt('orders', 'orders-1')).toBe(true)
    looked.hold('orders', 'orders-1', false)
    expect(looked.isLookedAt('orders', 'orders-1')).toBe(false)
  })

  it('does not take two names for two others', () => {
    const looked = lookedAt(() => 0)
    looked.look('a', 'b-c')
    expect(looked.isLookedAt('a-b', 'c')).toBe(false)
  })
})
