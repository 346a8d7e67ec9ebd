import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import {
  isMuted,
  muteOf,
  type MuteStep,
  nextMuteStep,
  readMute,
  type SoundMute,
  stepOf,
} from './soundMute.ts'

const NOW = 1_732_176_000_000
const nobody = (): boolean => false
const is =
  (...names: readonly string[]) =>
  (name: string) =>
    names.includes(name)

describe('a mute holds', () => {
  const quarter = muteOf('quarter', [], NOW)
  const hour = muteOf('hour', [], NOW)
  const told = muteOf('acknowledged', ['b', 'a'], NOW)
  const rows: readonly {
    name: string
    mute: SoundMute | null
    waiting?: (name: string) => boolean
    after: number
    holds: boolean
  }[] = [
    { name: 'not, where there is none', mute: null, after: 0, holds: false },
    { name: 'for a quarter of an hour', mute: quarter, after: minutes(15) - 1, holds: true },
    { name: 'not for longer', mute: quarter, after: minutes(15), holds: false },
    { name: 'for an hour', mute: hour, after: minutes(60) - 1, holds: true },
    {
      name: 'while one that it waits for is not acknowledged',
      mute: told,
      waiting: is('b'),
      after: hours(2),
      holds: true,
    },
    { name: 'not, once all are', mute: told, waiting: is('c'), after: hours(2), holds: false },
    { name: 'not for longer than eight hours', mute: told, waiting: is('b'), after: hours(8), holds: false },
    {
      name: 'not, where a clock that was ahead set it',
      mute: hour,
      after: hours(0) - hours(24),
      holds: false,
    },
  ]
  for (const { name, mute, waiting = nobody, after, holds } of rows) {
    it(name, () => expect(isMuted(mute, waiting, NOW + after)).toBe(holds))
  }
})

describe('the key goes on', () => {
  const rows: readonly { from: MuteStep | null; any: boolean; to: MuteStep }[] = [
    { from: null, any: false, to: 'quarter' },
    { from: 'quarter', any: true, to: 'hour' },
    { from: 'hour', any: true, to: 'acknowledged' },
    { from: 'hour', any: false, to: 'off' },
    { from: 'acknowledged', any: true, to: 'off' },
  ]
  for (const { from, any, to } of rows) {
    it(`from ${from ?? 'sound'} to ${to}${any ? ' with reds' : ''}`, () =>
      expect(nextMuteStep(from, any)).toBe(to))
  }

  it('knows the step that a mute came of', () => {
    const steps: readonly MuteStep[] = ['quarter', 'hour', 'acknowledged', 'off']
    expect(steps.map((step) => stepOf(muteOf(step, ['a'], NOW), NOW))).toEqual([
      'quarter',
      'hour',
      'acknowledged',
      null,
    ])
  })

  it('waits for nobody where nobody is red', () => expect(muteOf('acknowledged', [], NOW)).toBeNull())
})

describe('a stored mute', () => {
  it.each([
    null,
    '',
    '{',
    '7',
    '{"until":"x","waitsFor":[]}',
    '{"until":1,"waitsFor":7}',
    '{"until":1,"waitsFor":[7]}',
  ])('is none where %s was stored', (text) => expect(readMute(text)).toBeNull())

  it.each(['quarter', 'acknowledged'] as const)('%s is read as it was written', (step) => {
    const mute = muteOf(step, ['a'], NOW)
    expect(readMute(JSON.stringify(mute))).toEqual(mute)
  })
})
