import { describe, expect, it } from 'vitest'
import { pointsOf } from '#src/domain/prometheus/span.ts'
import { days, minutes } from '#src/domain/time/units.ts'
import type { Alert } from './alert.ts'
import { alertMatcher } from './alertMatcher.ts'
import { fingerprintOf } from './fingerprintOf.ts'
import { pastAlarms } from './pastAlarms.ts'
import { pastSpan } from './pastEpisodes.ts'

const T = 1_795_279_200_000
const SPAN = pastSpan(T, T + minutes(29))

/** Points of a minute each: `x` where it fired. */
const series = (labels: Record<string, string>, points: string) => ({
  name: 'ALERTS',
  labels: { ...labels, alertstate: 'firing' },
  values: Float64Array.from(points.padEnd(30, '.'), (point) => (point === 'x' ? 1 : Number.NaN)),
})

const alertOf = (labels: Record<string, string>): Alert => ({
  fingerprint: fingerprintOf(labels),
  labels,
  annotations: { summary: 'told' },
  startsAt: T,
  generatorUrl: '',
  silencedBy: [],
  inhibited: false,
})

const past = (
  all: readonly ReturnType<typeof series>[],
  alerts: readonly Alert[] = [],
  filter: string[] = [],
) =>
  pastAlarms(all, {
    now: T + minutes(29),
    span: SPAN,
    alerts,
    filter,
    alarmOf: ({ fingerprint, annotations }) => ({
      key: `alertmanager|${fingerprint}`,
      source: 'alertmanager',
      service: null,
      project: null,
      title: annotations['summary'] ?? '',
      description: '',
      priority: 3,
      why: '',
      delay: 0,
      root: null,
      links: [],
      evidence: null,
      automatic: true,
    }),
  })

const minutesOf = (alarms: ReturnType<typeof past>) =>
  alarms.map(({ began, since }) => [((began ?? 0) - T) / 60_000, (since - T) / 60_000])

describe('pastAlarms', () => {
  it.each([
    { name: 'nothing', points: '', expected: [] },
    { name: 'one episode', points: '..xxx', expected: [[2, 5]] },
    { name: 'a single point', points: '..x', expected: [[2, 3]] },
    { name: 'one from before', points: 'xxx', expected: [[0, 3]] },
    { name: 'a gap that is no end', points: '.xx....xx', expected: [[1, 9]] },
    {
      name: 'two of them',
      points: '.xx......xx',
      expected: [
        [1, 3],
        [9, 11],
      ],
    },
    { name: 'none that goes on', points: 'x'.repeat(30), expected: [] },
    { name: 'one before one that goes on', points: `x${'.'.repeat(20)}${'x'.repeat(9)}`, expected: [[0, 1]] },
    { name: 'one that ended a moment ago', points: `.${'x'.repeat(28)}`, expected: [[1, 29]] },
  ])('tells of $name', ({ points, expected }) => {
    expect(minutesOf(past([series({ alertname: 'A' }, points)]))).toEqual(expected)
  })

  it('passes over one that ended a moment ago while Alertmanager still tells of it', () => {
    const fires = alertOf({ alertname: 'A' })
    expect(past([series({ alertname: 'A' }, `.${'x'.repeat(28)}`)], [fires])).toEqual([])
    expect(past([series({ alertname: 'A' }, '.xx')], [fires])).toMatchObject([
      { key: `alertmanager|${fires.fingerprint}`, title: 'told', state: 'clear' },
    ])
  })

  it('learns from what fires now which labels are added to all alerts', () => {
    const on = 'x'.repeat(30)
    const all = [series({ alertname: 'On', pod: '1' }, on), series({ alertname: 'Off' }, '.xx')]
    const fires = [
      alertOf({ alertname: 'On', pod: '1', cluster: 'n', region: 'eu', prometheus: 'a' }),
      alertOf({ alertname: 'Elsewhere', cluster: 'x' }),
    ]
    const [found] = past(all, fires)
    const whole = { alertname: 'Off', cluster: 'n', region: 'eu', prometheus: 'a' }
    expect(found?.key).toBe(`alertmanager|${fingerprintOf(whole)}`)
    expect(past(all, fires, ['cluster="n"'])).toHaveLength(1)
    expect(past(all, fires, ['cluster="s"'])).toEqual([])
  })

  it('asks minute by minute, or as finely as one query may', () => {
    expect(pastSpan(T, T + days(1)).step).toBe(minutes(1))
    expect(pointsOf(pastSpan(T, T + days(30)))).toBeLessThanOrEqual(11_000)
    expect(pointsOf(pastSpan(T, T - 1))).toBe(0)
  })
})

describe('alertMatcher', () => {
  it.each([
    { matcher: 'team="a"', expected: true },
    { matcher: 'team=a', expected: true },
    { matcher: ' team != "a" ', expected: false },
    { matcher: 'team=~"a|b"', expected: true },
    { matcher: 'team=~"aa"', expected: false },
    { matcher: 'team!~"b.*"', expected: true },
    { matcher: 'none=""', expected: true },
    { matcher: 'none!=""', expected: false },
    { matcher: 'team=~"("', expected: false },
    { matcher: 'team="a', expected: false },
    { matcher: 'team', expected: false },
    { matcher: 'path="C:\\\\x \\"y\\""', expected: true },
  ])('$matcher is $expected', ({ matcher, expected }) => {
    expect(alertMatcher([matcher])({ team: 'a', path: 'C:\\x "y"' })).toBe(expected)
  })

  it('wants all of them', () => {
    expect(alertMatcher([])({})).toBe(true)
    expect(alertMatcher(['a="1"', 'b="2"'])({ a: '1' })).toBe(false)
  })
})
