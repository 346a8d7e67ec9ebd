import { describe, expect, it } from 'vitest'
import { whyNotShown } from '#e2e/fleet/supervisor/switchPod.ts'
import { podName } from './podName.ts'
import { SCENARIOS, type Scenario } from './scenarios.ts'
import { SERVICES } from './services.ts'

const dialectOf = (pod: string) =>
  SERVICES.find(({ name, pods }) =>
    Array.from({ length: pods }, (_, index) => podName(name, index)).includes(pod),
  )?.dialect ?? null

describe('the sample fleet', () => {
  it('has at least 9 services and 22 pods, and depends on nothing that is missing', () => {
    const names = SERVICES.map((service) => service.name)
    expect(names.length).toBeGreaterThanOrEqual(9)
    expect(SERVICES.reduce((sum, service) => sum + service.pods, 0)).toBeGreaterThanOrEqual(22)
    expect(SERVICES.flatMap((service) => service.dependsOn).filter((name) => !names.includes(name))).toEqual(
      [],
    )
  })

  it('leaves the endpoints of half of the services to discovery', () => {
    const silent = SERVICES.filter((service) => service.endpoints === undefined)
    expect(silent.length).toBeGreaterThanOrEqual(SERVICES.length / 2)
  })
})

describe('scenarios', () => {
  for (const [name, { faults }] of Object.entries<{ readonly faults: Scenario }>(SCENARIOS)) {
    it(`${name} names pods that are there, and faults that they can show`, () => {
      const problems = Object.entries(faults).map(([pod, fault]) => {
        const dialect = dialectOf(pod)
        return dialect === null ? `no pod ${pod}` : whyNotShown(dialect, fault)
      })
      expect(problems.filter((problem) => problem !== null)).toEqual([])
    })
  }

  it('morning has trouble in two services', () => {
    const services = Object.keys(SCENARIOS.morning.faults).map((pod) => pod.split('-').slice(0, -2).join('-'))
    expect(services).toEqual(['user-sync', 'billing'])
  })
})
