import { describe, expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { chosenUntil, OTHER, watchChoices } from './watchChoices.ts'

const timeZone = 'Europe/Paris'
const at = (text: string): number => Date.parse(text)
const mornings = { at: hours(9), timeZone, days: [0, 1, 2, 3, 4] }
const memory = { signal: 'memory' as const, text: 'memory +31 MB/h', since: 0, reachedAt: null }

const labels = (now: string, drifts: readonly (typeof memory)[] = []): readonly string[] =>
  watchChoices({ drifts }, mornings, { now: at(now), timeZone }).map(([, label]) => label)

describe('until when something may be watched', () => {
  const rows = [
    {
      name: 'in the morning: today, and the next working morning',
      now: '2026-11-19T09:00+01:00',
      expected: [
        'until 14:00',
        'until 17:00',
        'until Fri 09:00',
        'until nothing drifts any more',
        'the moment below',
      ],
    },
    {
      name: 'on a Friday afternoon: what is nearly here is left out, and the weekend too',
      now: '2026-11-20T13:50+01:00',
      expected: ['until 17:00', 'until Mon 09:00', 'until nothing drifts any more', 'the moment below'],
    },
    {
      name: 'a drift is watched until it is flat',
      now: '2026-11-20T18:00+01:00',
      drifts: [memory],
      expected: ['until memory is flat', 'until Mon 09:00', 'the moment below'],
    },
  ]
  it.each(rows)('$name', ({ now, drifts = [], expected }) => {
    expect(labels(now, drifts)).toEqual(expected)
  })
})

describe('what was chosen', () => {
  const now = at('2026-11-20T08:57+01:00')
  const rows = [
    { name: 'a signal', choice: 'flat:memory', moment: '', expected: { kind: 'flat', signal: 'memory' } },
    {
      name: 'a signal that is none',
      choice: 'flat:luck',
      moment: '',
      expected: { kind: 'flat', signal: null },
    },
    {
      name: 'a moment of one’s own, in the viewer’s zone',
      choice: OTHER,
      moment: '2026-11-20T14:00',
      expected: { kind: 'time', at: at('2026-11-20T14:00+01:00') },
    },
    { name: 'no moment', choice: OTHER, moment: '', expected: 'Give the moment until which it is watched.' },
    {
      name: 'a moment that is over',
      choice: OTHER,
      moment: '2026-11-20T08:00',
      expected: 'That moment is over: give a later one.',
    },
  ]
  it.each(rows)('$name', ({ choice, moment, expected }) => {
    const until = chosenUntil(choice, moment, { now, timeZone })
    expect(until.ok ? until.value : until.error).toEqual(expected)
  })
})
