import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { pollTally } from './pollTally.ts'

const PACE = 500
const EVERY = seconds(5)

/** A tally on a clock that is led by hand, at work for so long. */
function rig(begun = minutes(1)) {
  let at = 1000
  const tally = pollTally({ now: () => at + 1e12, monotonic: () => at }, PACE)
  at += begun
  return {
    ...tally,
    pass: (time: number) => {
      at += time
    },
    /** A poll begins that was due so long ago. */
    late: (by: number) => tally.began(at - by, EVERY),
  }
}

describe('the tally of polls', () => {
  it('counts those of the last minute', () => {
    const { late, pass, read } = rig()
    for (let i = 0; i < 30; i++) {
      late(0)
      pass(EVERY)
    }
    const { polls, span } = read(0)
    expect(polls).toBeGreaterThanOrEqual(11)
    expect(polls).toBeLessThanOrEqual(13)
    expect(polls / span).toBeCloseTo(1 / EVERY, 4)
  })

  it('tells how late they began, usually and at worst', () => {
    const { late, read } = rig()
    for (const by of [100, 200, 300, 4000, 0]) late(by)
    expect(read(3)).toMatchObject({ lateUsually: 200, lateAtWorst: 4000, dropped: 0, waiting: 3 })
  })

  it('counts as dropped every whole interval that one is late', () => {
    const { late, pass, read } = rig()
    late(EVERY - 1)
    late(EVERY)
    late(3 * EVERY)
    expect(read(0)).toMatchObject({ dropped: 4, droppedEver: 4 })
    pass(minutes(2))
    expect(read(0)).toMatchObject({ dropped: 0, droppedEver: 4, polls: 0, lateAtWorst: 0 })
  })

  it('does not count what a computer slept through', () => {
    const { late, pass, read, turn } = rig()
    turn()
    pass(minutes(60))
    turn()
    pass(200)
    late(minutes(59))
    expect(read(0)).toMatchObject({ dropped: 0, lateAtWorst: 200, turnsLate: 0 })
  })

  it('tells by how much a turn of the watch was late', () => {
    const { pass, read, turn } = rig()
    for (const after of [PACE, PACE + 700, PACE]) {
      turn()
      pass(after)
    }
    turn()
    expect(read(0).turnsLate).toBe(700)
  })

  it('counts nothing ahead of its time', () => {
    const { late, read } = rig()
    late(seconds(0) - seconds(3))
    expect(read(0)).toMatchObject({ polls: 1, lateAtWorst: 0, dropped: 0 })
  })

  it('divides by no time at all', () => expect(rig(0).read(0).span).toBe(1))
})
