import { describe, expect, it } from 'vitest'
import type { Light } from '#src/domain/verdict/light.ts'
import { cascade, type Place } from './cascade.ts'
import type { Trouble } from './trouble.ts'
import { withThreatened } from './withThreatened.ts'

const NOW = 1_000_000

const service = (name: string, light: Light, ...dependsOn: string[]): Trouble => ({
  service: name,
  light,
  since: NOW,
  dependsOn,
  independent: light === 'red' && dependsOn.length === 0,
  hurtsCallers: light === 'red',
  everAnswered: true,
})

function placesOf(...services: Trouble[]): ReadonlyMap<string, Place> {
  const isWell = (name: string): boolean =>
    services.some((one) => one.service === name && one.light === 'green')
  return withThreatened(cascade(services, new Set()), isWell)
}

describe('services that are well and need one that is red', () => {
  it('are shown under it, behind those that it drags down', () => {
    const places = placesOf(
      service('shop', 'red', 'orders'),
      service('admin', 'green', 'orders'),
      service('report', 'green', 'orders'),
      service('orders', 'red'),
    )
    expect(places.get('orders')).toMatchObject({ root: null, affected: ['shop', 'admin', 'report'] })
    expect(places.get('admin')).toMatchObject({ root: 'orders', via: ['orders'], affected: [] })
  })

  it('are shown under the root of its trouble, where it is affected itself', () => {
    const places = placesOf(
      service('shop', 'green', 'orders'),
      service('orders', 'red', 'stock'),
      service('stock', 'red'),
    )
    expect(places.get('shop')).toMatchObject({ root: 'stock', via: ['orders', 'stock'] })
    expect(places.get('stock')?.affected).toEqual(['orders', 'shop'])
  })

  it('stand for themselves where what they need is only orange, or grey', () => {
    const places = placesOf(
      service('shop', 'green', 'orders', 'stock'),
      service('orders', 'orange'),
      service('stock', 'unknown'),
    )
    expect(places.get('shop')).toMatchObject({ root: null, via: [] })
  })

  it('leave the others where they are', () => {
    const alone = service('mail', 'red')
    expect(placesOf(alone)).toEqual(cascade([alone], new Set()))
  })
})
