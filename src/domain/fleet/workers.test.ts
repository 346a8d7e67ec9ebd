import { describe, expect, it } from 'vitest'
import { parseFleet } from './parseFleet.ts'

const parse = (service: object) =>
  parseFleet({ services: [{ name: 'thumbs', url: 'http://thumbs:8080', ...service }] })

describe('the workers of a pod', () => {
  const good = [
    { name: 'as many as are named', service: { workers: 16 }, expected: 16 },
    { name: 'one', service: { workers: 1 }, expected: 1 },
    { name: 'not named', service: {}, expected: null },
  ]
  for (const { name, service, expected } of good) {
    it(name, () => {
      const parsed = parse(service)
      expect(parsed.ok ? parsed.value.services[0]?.workers : parsed.error).toBe(expected)
    })
  }

  for (const workers of [0, -4, 2.5, '16', null, Infinity]) {
    it(`are refused as ${JSON.stringify(workers)}`, () => {
      const parsed = parse({ workers })
      expect(parsed.ok ? null : parsed.error).toEqual([
        expect.objectContaining({
          path: 'services[0].workers',
          expected: 'how many workers a pod has, a whole number from 1 on',
          repair: 'Write for example 16.',
        }),
      ])
    })
  }
})
