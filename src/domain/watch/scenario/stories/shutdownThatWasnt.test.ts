import { describe, expect, it } from 'vitest'
import { replay } from '#src/domain/watch/scenario/replay.ts'
import { storyFaults } from '#src/domain/watch/scenario/storyFaults.ts'
import { PATIENCE } from '#src/domain/watch/scenario/patience.ts'
import { shutdownThatWasnt } from './shutdownThatWasnt.ts'

describe(shutdownThatWasnt.name, { timeout: PATIENCE }, () => {
  it('is told in time and rightly, and nothing else is', () => {
    expect(storyFaults(shutdownThatWasnt, replay(shutdownThatWasnt))).toEqual([])
  })
})
