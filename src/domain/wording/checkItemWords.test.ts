import { describe, expect, it } from 'vitest'
import { composeCheck } from '#src/domain/check/composeCheck.ts'
import type { CheckItem } from '#src/domain/check/morningCheck.ts'
import { inputOf, rowOf } from '#src/domain/check/testing/sampleInput.ts'
import { markOn, signOffOf, watchOf } from '#src/domain/check/testing/sampleLog.ts'
import {
  at,
  EVENING,
  MORNING,
  nightOf,
  nightOfService,
  stretches,
} from '#src/domain/check/testing/sampleNight.ts'
import type { ServiceNight } from '#src/domain/night/night.ts'
import { minutes } from '#src/domain/time/units.ts'
import {
  ackedRedText,
  changeText,
  markText,
  partlySeenText,
  standingText,
  untilText,
  watchText,
} from './checkItemWords.ts'

const reader = { now: MORNING, timeZone: 'Europe/Paris' }

function itemOf(
  light: Parameters<typeof rowOf>[1],
  own: Partial<ServiceNight> = {},
  marked?: 'red',
): CheckItem {
  const night = nightOf([nightOfService('billing', undefined, own)])
  const last = signOffOf({ marks: marked === undefined ? [] : [markOn('billing', marked)] })
  const [item] = composeCheck(inputOf([rowOf('billing', light)], { night, last })).items
  if (item === undefined) throw new Error('it was well')
  return item
}

const spells = nightOfService(
  'b',
  stretches(['20 17:40', 'green'], ['21 03:12', 'red'], ['21 03:36', 'green']),
).spells
const before = (light: 'red' | 'orange', kind: 'failing' | 'health') => ({
  before: {
    light,
    reasons: [{ kind, light, since: EVENING, text: '', pods: [] }],
    since: EVENING,
    seenAt: EVENING,
  },
})

const rows = [
  { name: 'newly red', item: itemOf('red'), text: 'red since 03:12, well before' },
  {
    name: 'nobody knows how it was',
    item: itemOf('red', { before: null }),
    text: 'red since 03:12, not known how it was before',
  },
  { name: 'worse', item: itemOf('red', before('orange', 'failing')), text: 'red since 03:12, orange before' },
  {
    name: 'better',
    item: itemOf('orange', before('red', 'failing')),
    text: 'orange since 03:12, red before',
  },
  {
    name: 'as before, but not all the time',
    item: itemOf('red', before('red', 'failing')),
    text: 'red again since 03:12',
  },
  {
    name: 'as before for another reason',
    item: { ...itemOf('red', before('red', 'health')), since: EVENING - minutes(9) },
    text: 'red since Fri 17:31, for another reason than before',
  },
  { name: 'not seen', item: itemOf('unknown'), text: 'not seen since 03:12, last seen well at 08:55' },
  { name: 'never seen', item: itemOf('unknown', { stretches: [] }), text: 'not seen since 03:12' },
  { name: 'recovered', item: itemOf('green', { spells }), text: 'well since 03:36' },
  { name: 'recovered, and nobody saw when', item: itemOf('green', {}, 'red'), text: 'well now' },
] as const

describe('changeText', () => {
  it.each(rows)('$name', ({ item, text }) => {
    expect(changeText(item, EVENING, reader)).toBe(text)
  })

  it('says how it was when it went', () => {
    const gone: CheckItem = { ...itemOf('red'), change: 'gone', light: null }
    const seen = nightOfService('billing', stretches(['20 17:40', 'red'], ['21 03:12', 'unknown']))
    expect(changeText({ ...gone, night: seen }, EVENING, reader)).toBe(
      'the fleet names it no more; red when it was last seen, 03:12',
    )
    expect(changeText({ ...gone, night: null }, EVENING, reader)).toBe('the fleet names it no more')
  })
})

describe('what somebody does about it', () => {
  it.each([
    { until: { kind: 'time', at: at('21 14:00') }, text: 'until 14:00' },
    { until: { kind: 'time', at: at('23 09:00') }, text: 'until Mon 09:00' },
    { until: { kind: 'flat', signal: 'fds' }, text: 'until open files is flat' },
    { until: { kind: 'flat', signal: null }, text: 'until nothing drifts any more' },
  ] as const)('$text', ({ until, text }) => {
    expect(untilText(until, reader)).toBe(text)
  })

  it('tells whose watch it is, and that it is over', () => {
    expect(watchText(watchOf({ note: 'heap dump is read' }), reader)).toBe(
      'Anna Müller watches it until memory is flat: heap dump is read',
    )
    expect(watchText({ ...watchOf(), isOver: true }, reader)).toBe(
      'Anna Müller watched it until memory is flat: that is now',
    )
  })

  it('tells marks with their notes', () => {
    const watch = { deed: 'watch', until: { kind: 'time', at: at('21 14:00') } } as const
    expect(markText(markOn('a', 'red', { note: 'known' }), reader)).toBe('seen: known')
    expect(markText(markOn('a', 'red', watch), reader)).toBe('watch until 14:00')
    expect(markText(markOn('a', 'red', { deed: 'ticket', ticket: 'T-ABCDE' }), reader)).toBe('ticket T-ABCDE')
  })

  it('tells that there is more since, and nothing else', () => {
    expect((['open', 'decided', 'more', 'changed'] as const).map(standingText)).toEqual([
      null,
      null,
      'more since you looked',
      'changed since you looked',
    ])
  })

  it('tells how long it stands acknowledged and red', () => {
    const text = 'acknowledged by Anna at 03:14, 5 h 41 min ago, and still red'
    expect(ackedRedText({ at: at('21 03:14'), by: 'Anna' }, reader)).toBe(text)
  })

  it('tells what was not seen of a service', () => {
    expect(partlySeenText({ service: 'billing', unseenFor: minutes(12) })).toBe(
      'billing: not seen for 12 min',
    )
  })
})
