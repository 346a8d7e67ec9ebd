import { describe, expect, it } from 'vitest'
import { replicate } from './replicate.ts'
import { SERVICES } from './services.ts'

describe('replicate', () => {
  const sizes = [
    { services: 0, podsEach: 3 },
    { services: 1, podsEach: 1 },
    { services: 13, podsEach: 2 },
    { services: 50, podsEach: 3 },
  ]
  for (const size of sizes) {
    it(`gives ${size.services} services of ${size.podsEach} pods, each name once`, () => {
      const services = replicate(size)
      expect(services).toHaveLength(size.services)
      expect(services.every((service) => service.pods === size.podsEach)).toBe(true)
      expect(new Set(services.map((service) => service.name)).size).toBe(size.services)
    })
  }

  it('speaks every dialect as soon as there are enough services', () => {
    const dialects = new Set(
      replicate({ services: SERVICES.length, podsEach: 1 }).map(({ dialect }) => dialect),
    )
    expect(dialects.size).toBe(SERVICES.length)
  })

  it('depends only on services of its own round that are there', () => {
    const services = replicate({ services: 13, podsEach: 1 })
    const names = services.map((service) => service.name)
    expect(names.slice(9, 12)).toEqual(['shipping-01', 'gateway-02', 'orders-02'])
    expect(services[0]?.dependsOn).toEqual(['orders-01', 'catalog-01', 'search-01', 'user-sync-01'])
    expect(services[10]?.dependsOn).toEqual(['orders-02'])
    expect(services.flatMap((service) => service.dependsOn).every((name) => names.includes(name))).toBe(true)
  })
})
