import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { moment } from './moment.ts'
import { pollStory } from './pollStory.ts'
import type { PodPlay, Story } from './story.ts'
import { storyFleet } from './storyFleet.ts'

const FROM = moment('2026-11-09T00:00Z')
const RESTART = FROM + minutes(13)

const POD: PodPlay = {
  starts: [
    { at: FROM - days(1), version: '1.0.0' },
    { at: RESTART, version: '1.0.1' },
  ],
  metrics: () => ({ process_resident_memory_bytes: 1000, go_goroutines: 7 }),
}

const storyOf = (pod: PodPlay, more: Partial<Story> = {}): Story => ({
  name: 'a test',
  says: 'Two pods, one restart.',
  liveFrom: FROM,
  from: FROM,
  until: FROM + hours(1),
  timeZone: 'UTC',
  every: minutes(10),
  services: [{ name: 'orders', pods: 2, play: () => pod }],
  tells: [],
  ...more,
})

const poll = (story: Story) => [...pollStory(story, storyFleet(story))]
const answers = (story: Story) => poll(story).flatMap(({ ended }) => ended)

describe('pollStory', () => {
  it('asks every pod at the pace of the story, and one that was started soon after', () => {
    const asked = poll(storyOf(POD)).map(({ at }) => at - FROM)
    const soon = minutes(13) + seconds(20)
    expect(asked).toEqual([0, minutes(10), soon, ...[20, 30, 40, 50].map(minutes)])
  })

  it('gives answers in the order in which they came', () => {
    const came = answers(storyOf({ ...POD, takes: () => 300 })).map(({ at, took }) => at + took)
    expect(came).toEqual(came.toSorted((a, b) => a - b))
  })

  it('tells a version every hour, and with a start', () => {
    const versions = answers(storyOf(POD)).filter(({ endpoint }) => endpoint === 'version')
    expect(versions.map(({ pod }) => pod)).toEqual(['orders-1', 'orders-2', 'orders-1', 'orders-2'])
    expect(versions.map(({ result }) => result)).toMatchObject([
      { value: { version: '1.0.0' } },
      { value: { version: '1.0.0' } },
      { value: { version: '1.0.1' } },
      { value: { version: '1.0.1' } },
    ])
  })

  it('reads metrics pages through the streaming reader, the start of the process among them', () => {
    const page = answers(storyOf(POD)).find(({ endpoint }) => endpoint === 'metrics')
    expect(page?.result).toMatchObject({
      ok: true,
      value: { took: 40, exposition: { seriesCount: 3, truncatedBy: null, issueCount: 0 } },
    })
  })

  it('fails as a probe does where a page takes longer than the time-out', () => {
    const late = answers(storyOf({ ...POD, takes: () => seconds(5) }))
    expect(late.find(({ endpoint }) => endpoint === 'metrics')).toMatchObject({
      took: seconds(4),
      result: { ok: false, error: { kind: 'timeout', after: seconds(4) } },
    })
  })

  it('stops at the caps, and waits for no more than it read', () => {
    const file = { caps: { series: 1003 } }
    const pod: PodPlay = { ...POD, otherLines: () => 4000, takes: () => 4003 }
    const page = answers(storyOf(pod, { file })).find(({ endpoint }) => endpoint === 'metrics')
    expect(page).toMatchObject({
      took: 1003,
      result: { ok: true, value: { exposition: { seriesCount: 1003, truncatedBy: 'series' } } },
    })
  })

  it('names the family of the lines that nobody reads, and its label', () => {
    const otherFamily = { family: 'http_requests_total', label: 'user_agent', example: String }
    const pages = answers(storyOf({ ...POD, otherLines: () => 700, otherFamily }))
    const label = { name: 'user_agent', values: 700, about: false, examples: ['0', '1', '2'] }
    expect(pages.find(({ endpoint }) => endpoint === 'metrics')?.result).toMatchObject({
      value: {
        exposition: { seriesCount: 703, largest: [{ family: 'http_requests_total', series: 700, label }] },
      },
    })
  })

  it('says the health that the story says', () => {
    const down = answers(storyOf({ ...POD, health: (t) => (t < RESTART ? 'ok' : 'down') }))
    const states = down.filter(({ endpoint, pod }) => endpoint === 'health' && pod === 'orders-1')
    expect(states.map(({ result }) => result)).toMatchObject(
      ['ok', 'ok', 'down', 'down', 'down', 'down', 'down'].map((state) => ({ value: { state } })),
    )
  })

  it('asks more often from where the story says so', () => {
    const pace = [{ from: FROM + minutes(55), every: minutes(2) }]
    const asked = poll(storyOf({ ...POD, starts: [POD.starts[0]] }, { pace })).map(({ at }) => at - FROM)
    expect(asked).toEqual([0, 10, 20, 30, 40, 50, 55, 57, 59].map(minutes))
  })

  it.each([
    ['refused', 20, { kind: 'unreachable', by: 'gateway', detail: 'refused' }],
    ['timeout', seconds(4), { kind: 'timeout', after: seconds(4) }],
  ] as const)('gets nothing from any endpoint of a pod that is %s', (answering, took, error) => {
    const gone = answers(storyOf({ ...POD, answers: () => answering }))
    expect(new Set(gone.map(({ endpoint }) => endpoint))).toEqual(new Set(['health', 'metrics', 'version']))
    for (const answer of gone) expect(answer).toMatchObject({ took, result: { ok: false, error } })
  })

  it('says the worst that the checks say, and names them', () => {
    const checks = [
      { name: 'cache', state: 'ok', message: null },
      { name: 'postgres', state: 'degraded', message: 'read only' },
    ] as const
    const [health] = answers(storyOf({ ...POD, checks: () => checks }))
    expect(health?.result).toMatchObject({ value: { state: 'degraded', checks } })
  })
})
