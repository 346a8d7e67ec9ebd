import { describe, expect, it } from 'vitest'
import { replay } from '#src/domain/watch/scenario/replay.ts'
import { storyFaults } from '#src/domain/watch/scenario/storyFaults.ts'
import { PATIENCE } from '#src/domain/watch/scenario/patience.ts'
import { tailOfDeploys } from './tailOfDeploys.ts'

describe(tailOfDeploys.name, { timeout: PATIENCE }, () => {
  it('is told in time and rightly, and nothing else is', () => {
    expect(storyFaults(tailOfDeploys, replay(tailOfDeploys))).toEqual([])
  })
})
