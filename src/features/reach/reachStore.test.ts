import { describe, expect, it } from 'vitest'
import { seconds } from '#src/domain/time/units.ts'
import type { Detail } from '#src/state/screen.ts'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { createReach } from './reachStore.ts'

/** A worker whose answers are given by hand. */
function rig() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const screen = testScreen({
    detail: (name) => {
      asked.push(name)
      return new Promise<Detail | null>((resolve) =>
        answers.push(() => resolve({ name, holdsUntil: NOW, pods: [] })),
      )
    },
  })
  const reach = createReach(screen)
  return {
    screen,
    reach,
    asked,
    told: () => [...reach.store.getState().details.keys()],
    /** Answers all that wait, and all that is asked then, until nothing is. */
    answerAll: async () => {
      while (answers.length > 0) {
        answers.splice(0).forEach((answer) => answer())
        await Promise.resolve()
        await new Promise((resolve) => setTimeout(resolve))
      }
    },
  }
}

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `s${i}`)

describe('what asks for the endpoints of all services', () => {
  it('asks a few at a time, the troubled first, and tells all at the end', async () => {
    const { screen, reach, asked, told, answerAll } = rig()
    screen.show([...names(20).map((name) => sampleRow(name)), sampleRow('bad', 'red')])
    const stop = reach.start()
    expect(asked).toEqual(['bad', 's0', 's1', 's2'])
    await answerAll()
    expect(told().toSorted()).toEqual([...names(20), 'bad'].toSorted())
    expect(asked).toHaveLength(21)
    stop()
  })

  it('asks again: the troubled soon, the well later, and not all at once', async () => {
    const { screen, reach, asked, answerAll } = rig()
    screen.show([...names(50).map((name) => sampleRow(name)), sampleRow('bad', 'red')])
    const stop = reach.start()
    await answerAll()
    asked.length = 0
    screen.wait(seconds(2))
    expect(asked).toEqual([])
    screen.wait(seconds(2))
    await answerAll()
    expect(asked).toEqual(['bad'])
    asked.length = 0
    screen.wait(seconds(12))
    await answerAll()
    expect(asked).toHaveLength(20)
    screen.wait(seconds(1))
    await answerAll()
    expect(new Set(asked).size).toBe(40)
    stop()
  })

  it('asks very soon again of what was not asked whole itself', async () => {
    const endpoint = {
      endpoint: 'health',
      path: null,
      at: null,
      took: null,
      failure: null,
      nextAt: NOW,
    } as const
    const known = { health: null, version: null, signals: [], startedAt: null, recent: [] }
    const pods = [{ name: 'a-1', url: 'http://a.test', endpoints: [endpoint], ...known }]
    const asked: string[] = []
    const page = testScreen({
      detail: async (name) => {
        asked.push(name)
        return { name, holdsUntil: NOW, pods }
      },
    })
    page.show([sampleRow('a')])
    const stop = createReach(page).start()
    await new Promise((resolve) => setTimeout(resolve))
    page.wait(seconds(1))
    expect(asked).toEqual(['a', 'a'])
    stop()
  })

  it('forgets who is gone, and asks nothing once it is stopped', async () => {
    const { screen, reach, asked, told, answerAll } = rig()
    screen.show([sampleRow('a'), sampleRow('b', 'red')])
    const stop = reach.start()
    await answerAll()
    screen.show([sampleRow('a')])
    expect(told()).toEqual(['a'])
    stop()
    screen.show(names(3).map((name) => sampleRow(name)))
    screen.wait(seconds(60))
    expect(asked).toEqual(['b', 'a'])
  })

  it('begins again where it was left', async () => {
    const { screen, reach, asked, told, answerAll } = rig()
    screen.show(names(6).map((name) => sampleRow(name)))
    reach.start()()
    const stop = reach.start()
    await answerAll()
    expect(told().toSorted()).toEqual(names(6))
    expect(asked).toHaveLength(6)
    stop()
  })
})
