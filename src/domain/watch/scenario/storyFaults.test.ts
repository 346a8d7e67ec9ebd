import { describe, expect, it } from 'vitest'
import { days, hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { goService } from './goService.ts'
import { hoursSince, moment } from './moment.ts'
import { PATIENCE } from './patience.ts'
import { replay } from './replay.ts'
import type { Start, Story, Tell } from './story.ts'
import { storyFaults } from './storyFaults.ts'

const FROM = moment('2026-11-09T08:05Z')
const START: Start = { at: FROM - days(1), version: '1.0.0' }
const PER_HOUR = mebibytes(20)
const WEDNESDAY = moment('2026-11-11T08:55Z')

const LEAK: Tell = {
  service: 'orders',
  kind: 'drift',
  signal: 'memory',
  namedBy: moment('2026-11-10T08:55Z'),
  on: WEDNESDAY,
  pods: 2,
  light: 'orange',
  says: ['memory +', 'MiB/h on both pods since Mon'],
  reaches: { at: FROM + hours((mebibytes(4096) - mebibytes(300)) / PER_HOUR) },
}

const STORY: Story = {
  name: 'a leak',
  says: 'Both pods of orders leak.',
  liveFrom: FROM,
  from: FROM,
  until: FROM + days(2) + hours(1),
  timeZone: 'UTC',
  every: minutes(10),
  services: [
    {
      name: 'orders',
      pods: 2,
      file: { bounds: { memory: '4GiB' } },
      play: (_, random) =>
        goService(random, {
          starts: [START],
          memory: (t) => mebibytes(300) + PER_HOUR * hoursSince(FROM, t),
        }),
    },
    { name: 'calm', pods: 1, play: (_, random) => goService(random, { starts: [START] }) },
  ],
  tells: [LEAK],
}

const faultsWith = (tell: Partial<Tell>): string[] => {
  const story: Story = { ...STORY, tells: [{ ...LEAK, ...tell }] }
  return storyFaults(story, REPLAYED)
}
const REPLAYED = replay(STORY)

describe('storyFaults', { timeout: PATIENCE }, () => {
  it('finds none in a story that is told rightly', () => {
    expect(storyFaults(STORY, REPLAYED)).toEqual([])
  })

  it.each<[string, Partial<Tell>, RegExp]>([
    ['a tell that comes too late', { namedBy: FROM }, /is named on tomorrow 08:55, after 08:05/],
    ['a tell that never comes', { signal: 'fds' }, /drift fds is never named/],
    ['a morning on which it does not stand', { on: FROM }, /does not stand on 08:05/],
    ['a pod too many or too few', { pods: 1 }, /names 2 pods, not 1: memory \+/],
    ['another light', { light: 'red' }, /is orange, not red: memory \+/],
    ['a word that is missing', { says: ['open files'] }, /does not say "open files": memory \+/],
    ['a look at which it should not stand', { only: [WEDNESDAY] }, /stands on tomorrow 08:55, .*not only on/],
    ['a diagnosis that says something else', { diagnosis: ['a pool'] }, /is not diagnosed "a pool" but ""/],
    [
      'a service that is in no hypercare',
      { care: 'recovery' },
      /is in hypercare for nothing, not for recovery/,
    ],
    ['another root', { root: 'calm' }, /is shown under nothing, not under calm/],
    ['a limit that is far off', { reaches: { at: FROM + days(30) } }, /in truth on 9 Dec/],
    ['a limit that nobody can reach', { reaches: { at: WEDNESDAY - 1 } }, /reaches its limit on/],
    ['what goes on for longer than it should', { endsBy: WEDNESDAY }, /though it ends on Wed 08:55/],
  ])('finds %s', (_, tell, fault) => {
    expect(faultsWith(tell).join('\n')).toMatch(fault)
  })

  it('finds that whoever digs into it finds nothing', () => {
    const mornings = REPLAYED.mornings.map((morning) => ({ ...morning, opened: new Map() }))
    expect(storyFaults(STORY, { ...REPLAYED, mornings })).toEqual([
      expect.stringMatching(/orders drift memory opens no layer/),
    ])
  })

  it('finds what nobody asked for', () => {
    const [fault, ...others] = storyFaults({ ...STORY, tells: [] }, REPLAYED)
    expect(fault).toMatch(/^orders orange from .*: memory \+/)
    expect(others.every((other) => other.startsWith('orders'))).toBe(true)
  })

  it('hears the diagnosis where the story tells of one', () => {
    const story: Story = {
      ...STORY,
      tells: [{ ...LEAK, diagnosis: ['off-heap growth on both pods: memory +20 MiB/h'] }],
    }
    const replayed = replay(story)
    expect(storyFaults(story, replayed)).toEqual([])
    const other: Story = { ...STORY, tells: [{ ...LEAK, diagnosis: ['a pool'] }] }
    expect(storyFaults(other, replayed)).toEqual([
      expect.stringMatching(/"a pool" but ".*off-heap growth on both pods/),
    ])
  })

  it.each([
    ['search', { root: null, affected: ['search'] }, 'shown under orders, not under search'],
    ['orders', { root: 'search', affected: [] }, 'shown under search, not under orders'],
    ['search', { root: 'search', affected: [] }, ''],
    ['orders', { root: null, affected: ['search'] }, ''],
  ])('looks where it is shown: to be under %s, is %j', (root, place, fault) => {
    const placed = REPLAYED.mornings.map((morning) => ({
      ...morning,
      rows: morning.rows.map((row) => ({ ...row, cascade: { via: [], ...place } })),
    }))
    const faults = storyFaults({ ...STORY, tells: [{ ...LEAK, root }] }, { ...REPLAYED, mornings: placed })
    expect(faults.length).toBe(fault === '' ? 0 : 1)
    expect(faults.join('')).toContain(fault)
  })

  it('lets stand what may stand beside it', () => {
    expect(storyFaults({ ...STORY, tells: [], beside: [LEAK] }, REPLAYED)).toEqual([])
  })

  it('finds a service that is grey on a morning', () => {
    const grey = REPLAYED.mornings.map((morning) => ({
      ...morning,
      rows: morning.rows.map((row) => (row.name === 'calm' ? { ...row, light: 'unknown' as const } : row)),
    }))
    const faults = storyFaults(STORY, { ...REPLAYED, mornings: grey })
    expect(faults.length).toBe(REPLAYED.mornings.length)
    expect(faults[0]).toMatch(/^calm is unknown on/)
  })

  it('hears the same story each time', () => {
    expect(replay(STORY)).toEqual(REPLAYED)
  })
})
