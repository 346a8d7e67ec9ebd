import { describe, expect, it } from 'vitest'
import type { HealthLog } from '#src/domain/health/healthReading.ts'
import { seconds } from '#src/domain/time/units.ts'
import { actorsOf, playedHealth } from '#src/domain/watch/scenario/playedPod.ts'
import { oneOfTwoPods } from '#src/domain/watch/scenario/stories/oneOfTwoPods.ts'
import { logsTogether, type PageOfLogs } from './logsTogether.ts'
import { logLine } from './testing/logLine.ts'

const page = (pod: string, logs: readonly HealthLog[], isOld = false): PageOfLogs => ({ pod, logs, isOld })

const error = (at: number | null) => logLine('it failed', { at, level: 'error' })

/** The pages of story 14 two minutes after one of its two pods went down: that one's is as it last was. */
function storyPages(service: string): readonly PageOfLogs[] {
  const down = oneOfTwoPods.liveFrom + seconds(20)
  const at = down + seconds(120)
  return actorsOf(oneOfTwoPods)
    .filter((actor) => actor.service === service)
    .map(({ pod, play }) => {
      const isOld = play.answers?.(at) === 'refused'
      return page(pod, playedHealth(play, isOld ? down - seconds(5) : at).logs, isOld)
    })
}

describe('logsTogether', () => {
  it('says of story 14 that all lines, errors and successes, carry one pod id', () => {
    const { onePod, shared, old } = logsTogether(storyPages('user-sync'))
    expect(onePod).toMatchObject({ pod: 'user-sync-1', key: 'pod_id', others: ['user-sync-2'] })
    expect([onePod?.errors, onePod?.successes]).toEqual([shared?.errors, shared?.successes])
    expect(shared?.errors).toBe(10)
    expect(old).toEqual(['user-sync-2'])
  })

  it('says nothing such of its healthy twin', () => {
    expect(logsTogether(storyPages('user-sync-twin'))).toMatchObject({ onePod: null, shared: null, old: [] })
  })

  it('counts lines without a time only where their page is of now', () => {
    const now = page('a', [error(null), error(null), logLine('well')])
    const lines = [logLine('well'), logLine('well')]
    expect(logsTogether([now, page('b', lines, true)]).onePod).toMatchObject({
      pod: 'a',
      key: null,
      others: ['b'],
    })
    expect(logsTogether([now, page('b', lines)]).onePod).toBeNull()
  })

  it('does not say that a pod does all the work of which no request went well, nor of pods that carry no lines', () => {
    const failing = page('a', [error(1), error(2)])
    expect(logsTogether([failing, page('b', [logLine('well')], true)]).onePod).toBeNull()
    const working = page('a', [error(1), error(2), logLine('well')])
    expect(logsTogether([working, page('b', [])]).onePod).toBeNull()
  })

  it.each([
    { name: 'its lines are ten minutes apart', apart: 600, expected: null },
    { name: 'it has but one', apart: null, expected: null },
    { name: 'it writes every second', apart: 1, expected: 'a' },
  ])(
    'does not take half a minute without a line of another pod for silence where $name',
    ({ apart, expected }) => {
      const begin = seconds(3000)
      const busy = [0, 10, 20, 30].map((second) => begin + seconds(second))
      const lines = [error(begin), error(begin + 1), ...busy.map((at) => logLine('well', { at }))]
      const others = (apart === null ? [0] : [4, 3, 2, 1, 0]).map((n) =>
        logLine('well', { at: begin - 1 - seconds(n * (apart ?? 0)) }),
      )
      expect(logsTogether([page('a', lines), page('b', others)]).onePod?.pod ?? null).toBe(expected)
    },
  )

  it('looks at the newest of very many', () => {
    const pages = Array.from({ length: 40 }, (_, pod) =>
      page(
        `pod-${pod}`,
        Array.from({ length: 200 }, (_, i) => error(i)),
      ),
    )
    const { entries, leftOut } = logsTogether(pages)
    expect([entries.length, leftOut, entries.at(-1)?.at]).toEqual([3000, 5000, 199])
  })
})
