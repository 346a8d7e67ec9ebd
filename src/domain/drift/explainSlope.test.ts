import { describe, expect, it } from 'vitest'
import { days, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { podFacts } from '#src/domain/watch/testing/podFacts.ts'
import { explainSlope } from './explainSlope.ts'
import { following } from './following.ts'
import { BEGIN, follow, leaking } from './testing/follow.ts'

const LIMIT = mebibytes(4096)
const leak = (hour: number) => ({ values: [['memory', leaking(hour), LIMIT] as const] })

describe('explainSlope', () => {
  const { memory, pod } = follow(40, leak)
  const explained = explainSlope(memory, pod, 'memory')

  it('is nothing for a pod that was never read, and for signals that it has not or that are not judged', () => {
    expect(explainSlope(following(), podFacts(), 'memory')).toBeNull()
    expect(explainSlope(memory, pod, 'fds')).toBeNull()
    expect(explainSlope(memory, pod, 'requestRate')).toBeNull()
  })

  it('says which signal of which pod, its bound and its verdict', () => {
    expect(explained).toMatchObject({ signal: 'memory', pod: 'orders-1', bound: LIMIT })
    expect(explained?.assessment.verdict).toBe('drift')
  })

  it('shows samples, most of which were used, and a line through them', () => {
    const points = explained?.points ?? []
    const used = points.filter(({ use }) => use === 'used')
    expect(used.length).toBeGreaterThan(points.length / 2)
    for (const { t, mean } of points) expect(mean / leaking((t - BEGIN) / hours(1))).toBeCloseTo(1, 1)
    const { to = 0, toValue = 0 } = explained?.line ?? {}
    expect(toValue / leaking((to - BEGIN) / hours(1))).toBeCloseTo(1, 1)
    expect(to).toBeGreaterThan(BEGIN + hours(36))
    expect(explained?.band.length).toBeGreaterThan(0)
  })

  it('shows at least a day, and a third more than the window or the drift lasts', () => {
    const [first] = explained?.points ?? []
    const at = BEGIN + hours(40)
    expect(first?.t).toBeGreaterThanOrEqual(at - hours((40 * 4) / 3))
    const brief = follow(100, () => ({ values: [['memory', leaking(0), LIMIT]] }))
    const shown = explainSlope(brief.memory, brief.pod, 'memory')?.points[0]?.t ?? 0
    expect(shown).toBeLessThanOrEqual(BEGIN + hours(76))
  })

  it('marks the starts that lie within what is shown', () => {
    const started = BEGIN + hours(100.5)
    const long = follow(100, leak)
    const after = follow(3, (hour) => ({ ...leak(hour), startedAt: started }), {
      after: long,
      from: started + minutes(1),
    })
    expect(explainSlope(after.memory, after.pod, 'memory')?.marks).toMatchObject([
      { at: started, kind: 'restart' },
    ])
    const later = follow(
      days(20) / hours(1),
      (hour) => ({ ...leak(0), values: [['memory', leaking(0) + hour, LIMIT]], startedAt: started }),
      {
        after,
        from: started + hours(4),
      },
    )
    const explained = explainSlope(later.memory, later.pod, 'memory')
    expect(explained?.marks.every(({ at }) => at >= (explained.points[0]?.t ?? 0) - hours(1))).toBe(true)
  })
})
