import { describe, expect, it } from 'vitest'
import { podName } from './podName.ts'
import { replicate } from './replicate.ts'
import { SERVICES } from './services.ts'

const namesOf = (services: readonly { readonly name: string; readonly pods: number }[]) =>
  services.flatMap(({ name, pods }) => Array.from({ length: pods }, (_, index) => podName(name, index)))

describe('podName', () => {
  it('looks like a pod of a Deployment and is the same in every run', () => {
    expect(podName('orders', 0)).toBe('orders-pfxwz-4sdsb')
    expect(podName('orders', 0)).toBe(podName('orders', 0))
  })

  it('shares the middle within a service, as pods of one ReplicaSet do', () => {
    const [first, second] = [podName('user-sync', 0), podName('user-sync', 1)]
    expect(first.slice(0, -6)).toBe(second.slice(0, -6))
    expect(first).not.toBe(second)
  })

  const fleets = [
    { name: 'the sample fleet', services: SERVICES },
    { name: '150 pods', services: replicate({ services: 50, podsEach: 3 }) },
    { name: '10,000 pods', services: replicate({ services: 500, podsEach: 20 }) },
  ]
  for (const { name, services } of fleets) {
    it(`is unique within a service: ${name}`, () => {
      const names = namesOf(services)
      expect(new Set(names).size).toBe(names.length)
    })
  }
})
