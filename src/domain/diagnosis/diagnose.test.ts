import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Light } from '#src/domain/verdict/light.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import { diagnose } from './diagnose.ts'
import { caseOf, FAILING, reasonOf } from './testing/caseOf.ts'

describe('a diagnosis', () => {
  it.each<Light>(['green', 'unknown'])('is not made of a service that is %s', (light) => {
    expect(diagnose(caseOf({ light, reasons: [FAILING] }))).toEqual([])
  })

  it('asks five questions in their order', () => {
    const steps = diagnose(caseOf({ reasons: [FAILING] })).map(({ step }) => step)
    expect(steps).toEqual(['deploy', 'resource', 'scope', 'dependency', 'mitigate'])
  })

  it('asks of no pods where no reason names one', () => {
    const steps = diagnose(caseOf({ reasons: [reasonOf('dependency', [])] })).map(({ step }) => step)
    expect(steps).toEqual(['deploy', 'resource', 'dependency', 'mitigate'])
  })

  it('has four to seven lines whatever it is made of', () => {
    const signal = fc.constantFrom('memory', 'heap', 'fds', 'queueDepth', 'disk', 'goroutines', 'cpu')
    const some = fc.tuple(
      fc.constantFrom<ReasonKind>('drift', 'level', 'health', 'errors', 'restarts', 'latency', 'load'),
      signal,
      fc.uniqueArray(fc.integer({ min: 1, max: 3 })),
    )
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (made) => {
        const reasons = made.map(([kind, signal, pods]) =>
          reasonOf(kind, pods, {
            signal,
            value: 9,
            bound: 10,
            of: null,
            perHour: 1,
            reachedAt: null,
            check: null,
          }),
        )
        const { length } = diagnose(caseOf({ reasons }))
        expect(length).toBeGreaterThanOrEqual(4)
        expect(length).toBeLessThanOrEqual(7)
      }),
      { numRuns: 100 },
    )
  })
})
