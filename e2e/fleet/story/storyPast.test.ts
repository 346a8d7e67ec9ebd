import { describe, expect, it } from 'vitest'
import { days, hours, minutes } from '#src/domain/time/units.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import { actorsOf } from '#src/domain/watch/scenario/playedPod.ts'
import type { Story } from '#src/domain/watch/scenario/story.ts'
import { storyClock } from './storyClock.ts'
import { storyPast } from './storyPast.ts'

const FROM = moment('2026-11-02T00:05Z')
const LIVE = FROM + days(3)
/** Ten days later it is played. */
const NOW = LIVE + days(10) + minutes(1)

/** When each pod was asked, in order of its past. */
const asked: number[] = []

const STORY: Story = {
  name: 'a past',
  says: 'One pod that is out for ten minutes.',
  from: FROM,
  until: LIVE + hours(1),
  liveFrom: LIVE,
  timeZone: 'UTC',
  every: minutes(10),
  services: [
    {
      name: 'orders',
      pods: 1,
      play: () => ({
        starts: [{ at: FROM - hours(1), version: '1.0.0' }],
        answers: (t) => (t >= LIVE - minutes(30) && t < LIVE - minutes(20) ? 'refused' : 'ok'),
        metrics: (t) => {
          asked.push(t)
          return { go_goroutines: 7, 'jobs{queue="mails"}': 3 }
        },
        otherLines: () => 100,
      }),
    },
  ],
  tells: [],
}

const CLOCK = storyClock(LIVE, NOW, () => NOW)
const PODS = actorsOf(STORY).map((actor) => ({ actor, address: '127.0.0.1:4000' }))
const LINES = [...storyPast(STORY, PODS, CLOCK)]

const timesOf = (name: string): number[] =>
  LINES.filter((line) => line.startsWith(`${name}{`)).map((line) => Number(line.split(' ')[2]) * 1000)

/** Minutes into the hour. */
const into = (t: number): number => (t % hours(1)) / minutes(1)

describe('the past of a story', () => {
  it('is every hour with a pair in it, and the last day every two minutes, on the grids of the questions', () => {
    const times = timesOf('up')
    const [fine, coarse] = [times.filter((t) => t >= NOW - days(1)), times.filter((t) => t < NOW - days(1))]
    expect(fine.length).toBe(721)
    expect(fine.every((t) => t % minutes(2) === 0)).toBe(true)
    expect(coarse.filter((t) => into(t) === 0).length).toBe(48)
    for (const minute of [27, 33]) expect(coarse.filter((t) => into(t) === minute).length).toBe(48)
    expect(coarse.every((t) => [0, 27, 33].includes(into(t)))).toBe(true)
    expect(times.at(-1)).toBeGreaterThan(NOW - minutes(2))
  })

  it('labels every line, and has nothing but `up 0` of a pod that was out', () => {
    expect(LINES).toContainEqual(
      expect.stringMatching(
        /^go_goroutines\{job="orders",instance="127\.0\.0\.1:4000",pod="orders-1"\} 7 \d+$/m,
      ),
    )
    expect(LINES).toContainEqual(expect.stringMatching(/^jobs\{queue="mails",job="orders",.*\} 3 \d+$/m))
    expect(timesOf('up').length - timesOf('go_goroutines').length).toBe(5)
    expect(LINES.filter((line) => /^up\{.*\} 0 /.test(line))).toHaveLength(5)
  })

  it('notes what Prometheus notes of a scrape', () => {
    expect(LINES).toContainEqual(expect.stringMatching(/^scrape_samples_scraped\{.*\} 104 /))
    expect(LINES).toContainEqual(expect.stringMatching(/^scrape_duration_seconds\{.*\} 0\.04 /))
  })

  it('has the start of the process in the time of this world', () => {
    const start = (FROM - hours(1) + (NOW - LIVE)) / 1000
    expect(LINES).toContainEqual(
      expect.stringContaining(
        `process_start_time_seconds{job="orders",instance="127.0.0.1:4000",pod="orders-1"} ${start} `,
      ),
    )
  })

  it('asks a play in order of time, and not beyond the moment at which it goes on', () => {
    expect(asked).toEqual(asked.toSorted((a, b) => a - b))
    expect(asked.at(-1)).toBeLessThanOrEqual(LIVE)
  })

  it('ends as OpenMetrics has to', () => {
    expect(LINES.at(-1)).toBe('# EOF\n')
  })
})
