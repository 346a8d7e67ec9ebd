import { describe, expect, it } from 'vitest'
import { replay } from '#src/domain/watch/scenario/replay.ts'
import { storyFaults } from '#src/domain/watch/scenario/storyFaults.ts'
import { PATIENCE } from '#src/domain/watch/scenario/patience.ts'
import { poolCollapsed } from './poolCollapsed.ts'

describe(poolCollapsed.name, { timeout: PATIENCE }, () => {
  it('is told in time and rightly, and nothing else is', () => {
    expect(storyFaults(poolCollapsed, replay(poolCollapsed))).toEqual([])
  })
})
