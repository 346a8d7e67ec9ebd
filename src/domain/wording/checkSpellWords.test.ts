import { describe, expect, it } from 'vitest'
import { composeCheck } from '#src/domain/check/composeCheck.ts'
import { inputOf, rowOf } from '#src/domain/check/testing/sampleInput.ts'
import { at, MORNING, nightOf, nightOfService, stretches } from '#src/domain/check/testing/sampleNight.ts'
import type { NightStretch, ServiceNight } from '#src/domain/night/night.ts'
import { seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { deployText, nightLines, onceText, restartText, spellText } from './checkSpellWords.ts'

const reader = { now: MORNING, timeZone: 'Europe/Paris' }

/** Half a minute of red before nobody watched, then seen again well seven hours later. */
const lonely: readonly NightStretch[] = [
  ...stretches(['20 17:40', 'green'], ['21 01:58', 'red'], ['21 01:59', 'unknown']),
  ...stretches(['21 08:53', 'green']),
].flatMap(({ from, to, ...rest }) =>
  rest.light === 'unknown'
    ? []
    : [{ ...rest, from, to: Math.min(to, rest.light === 'red' ? from + seconds(30) : to) }],
)

const rows = [
  {
    name: 'a crash',
    seen: stretches(['20 17:40', 'green'], ['21 03:12', 'red'], ['21 03:36', 'green']),
    text: 'was ACT 03:12–03:36 (24 min), then well',
  },
  {
    name: 'a crash that is told by its restart until now',
    seen: stretches(['20 17:40', 'green'], ['21 03:12', 'red'], ['21 03:36', 'orange', ['restarts']]),
    text: 'WATCH since 03:12 (5 h 43 min), ACT 03:12–03:36 (24 min)',
  },
  {
    name: 'red twice within orange',
    seen: stretches(
      ['20 17:40', 'green'],
      ['20 22:00', 'orange'],
      ['20 23:50', 'red'],
      ['21 00:10', 'orange'],
      ['21 02:00', 'red'],
      ['21 02:05', 'orange'],
      ['21 04:00', 'green'],
    ),
    text: 'was WATCH Fri 22:00–04:00 (6 h), ACT Fri 23:50–00:10, 02:00–02:05 (25 min), then well',
  },
  {
    name: 'with a gap in it',
    seen: lonely,
    text: 'was ACT 01:58–08:53 (at least 30 s of 6 h 55 min), then well',
  },
  {
    name: 'it goes on',
    seen: stretches(['20 17:40', 'green'], ['21 08:30', 'red']),
    text: 'ACT since 08:30 (25 min)',
  },
  {
    name: 'it was not seen since',
    seen: stretches(['20 17:40', 'green'], ['21 03:12', 'orange'], ['21 03:36', 'unknown']),
    text: 'was WATCH 03:12–03:36 (24 min), not seen well since',
  },
  {
    name: 'it was so before anybody looked',
    seen: stretches(['21 06:00', 'red'], ['21 06:30', 'green']),
    text: 'was ACT already at 06:00, until 06:30 (at least 30 min), then well',
  },
] as const

describe('spellText', () => {
  it.each(rows)('$name', ({ seen, text }) => {
    const [spell] = nightOfService('billing', seen).spells
    expect(spell && spellText(spell, reader, seen)).toBe(text)
  })

  it('tells how long it was red where the stretches are not at hand', () => {
    const { spells } = nightOfService('b', stretches(['21 03:12', 'red'], ['21 03:36', 'orange']))
    expect(spells.map((spell) => spellText({ ...spell, isOlder: false }, reader))).toEqual([
      'WATCH since 03:12 (5 h 43 min), 24 min of it ACT',
    ])
  })
})

const itemWith = (light: Light, seen: readonly NightStretch[], own: Partial<ServiceNight> = {}) => {
  const night = nightOf([nightOfService('billing', seen, own)])
  const [item] = composeCheck(inputOf([rowOf('billing', light)], { night })).items
  if (item === undefined) throw new Error('it was well')
  return item
}

describe('nightLines', () => {
  it('does not tell again what the change says', () => {
    const item = itemWith('red', stretches(['20 17:40', 'green'], ['21 03:12', 'red']))
    expect(nightLines(item, reader)).toEqual([])
  })

  it('counts the times of what comes and goes', () => {
    const seen = stretches(
      ['20 17:40', 'green'],
      ['20 20:00', 'red'],
      ['20 20:10', 'green'],
      ['21 01:00', 'red'],
      ['21 01:10', 'green'],
      ['21 02:00', 'red'],
      ['21 02:10', 'green'],
      ['21 03:00', 'red'],
      ['21 03:10', 'green'],
    )
    expect(nightLines(itemWith('green', seen), reader)).toEqual([
      'was in trouble 4 times (40 min together); the last of them:',
      'was ACT 01:00–01:10 (10 min), then well',
      'was ACT 02:00–02:10 (10 min), then well',
      'was ACT 03:00–03:10 (10 min), then well',
    ])
    expect(onceText(itemWith('green', seen), reader)).toBeNull()
  })

  it('tells restarts, deploys and what could not be seen', () => {
    const pods = ['billing-1', 'billing-2']
    const item = itemWith('red', stretches(['20 17:40', 'green'], ['21 03:12', 'red']), {
      deploys: [{ version: '1.4.2', at: at('20 22:10'), lastAt: at('20 22:12'), pods, isRollback: true }],
      restarts: [{ pod: 'billing-1', at: at('21 03:12'), learnedAt: at('21 03:13') }],
      unseen: [{ from: at('21 01:00'), to: at('21 01:12') }],
    })
    expect(nightLines(item, reader)).toEqual([
      'billing-1 restarted 03:12',
      'deployed 1.4.2 Fri 22:10 (2 pods), roll-back',
      'could not be seen 01:00–01:12 (12 min)',
    ])
  })
})

const restart = (pod: string, clock: string, learned = clock) => ({
  pod,
  at: at(clock),
  learnedAt: at(learned),
})

/** As many as a crash loop leaves. */
const many = (n: number) => Array.from({ length: n }, () => restart('a', '21 03:40'))

describe('restartText', () => {
  it.each([
    { restarts: [], text: '' },
    { restarts: [restart('a', '21 03:12', '21 08:50')], text: 'a restarted 03:12, known since 08:50' },
    {
      restarts: [restart('a', '21 03:12'), restart('a', '21 03:40')],
      text: 'a restarted 2 times, last at 03:40',
    },
    {
      restarts: [restart('a', '21 03:12'), restart('b', '20 23:40')],
      text: '2 restarts on 2 pods, last Fri 23:40',
    },
    { restarts: many(63), text: 'a restarted 63 times, last at 03:40' },
    { restarts: many(64), text: 'a restarted at least 64 times, last at 03:40' },
    {
      restarts: [...many(64), restart('b', '21 03:41')],
      text: 'at least 65 restarts on 2 pods, last at 03:41',
    },
  ])('$text', ({ restarts, text }) => {
    expect(restartText(restarts, reader)).toBe(text)
  })
})

describe('deployText', () => {
  it('does not name what nobody told', () => {
    const deploy = {
      version: null,
      at: at('21 03:12'),
      lastAt: at('21 03:12'),
      pods: ['a'],
      isRollback: false,
    }
    expect(deployText(deploy, reader)).toBe('deployed another version at 03:12 (1 pod)')
  })
})

describe('onceText', () => {
  it.each([
    { seen: rows[0].seen, text: '03:12–03:36, 24 min' },
    { seen: rows[1].seen, text: '03:12–03:36, 24 min' },
    { seen: rows[2].seen, text: null },
    { seen: lonely, text: '01:58, at least 30 s' },
  ])('$text', ({ seen, text }) => {
    expect(onceText(itemWith('green', seen), reader)).toBe(text)
  })
})
