import { describe, expect, it } from 'vitest'
import type { CheckItem } from './morningCheck.ts'
import { markOf } from './markOf.ts'
import { standingOf } from './standingOf.ts'
import type { NightStretch } from '#src/domain/night/night.ts'
import { MORNING, nightOfService, stretches } from './testing/sampleNight.ts'

const item: CheckItem = {
  key: 's/billing',
  title: 'billing',
  service: 'billing',
  change: 'new-orange',
  light: 'orange',
  root: null,
  reasons: [],
  kinds: ['drift', 'restarts'],
  since: MORNING,
  night: null,
  drifts: [],
  tickets: [],
  ackedRed: null,
  watch: null,
  isToWalk: true,
}

const mark = markOf(item, { deed: 'seen' }, '', MORNING - 60_000)
const lost = markOf({ ...item, light: 'unknown', kinds: ['stale'] }, { deed: 'seen' }, '', MORNING)
const since = (seen: readonly NightStretch[]): CheckItem['night'] => nightOfService('billing', seen)

describe('standingOf', () => {
  it.each([
    { name: 'nothing changed', own: {}, standing: 'decided' },
    { name: 'graver', own: { light: 'red' }, standing: 'more' },
    { name: 'another reason', own: { kinds: ['drift', 'errors'] }, standing: 'more' },
    { name: 'out of sight', own: { light: 'unknown', kinds: [] }, standing: 'more' },
    { name: 'a reason less', own: { kinds: ['drift'] }, standing: 'changed' },
    { name: 'well', own: { light: 'green', kinds: [] }, standing: 'changed' },
    { name: 'gone', own: { light: null, kinds: [] }, standing: 'changed' },
    {
      name: 'red before the mark',
      own: { night: since(stretches(['21 03:12', 'red'], ['21 03:36', 'orange'])) },
      standing: 'decided',
    },
    {
      name: 'red after it, and well again',
      own: { light: 'green', kinds: [], night: since(stretches(['20 17:40', 'green'], ['21 08:54', 'red'])) },
      standing: 'more',
    },
  ] as const)('$name: $standing', ({ own, standing }) => {
    expect(standingOf(mark, { ...item, ...own })).toBe(standing)
  })

  it.each([
    { name: 'seen well again', own: { light: 'green', kinds: [] }, standing: 'changed' },
    { name: 'seen in trouble', own: { light: 'orange', kinds: ['drift'] }, standing: 'more' },
    { name: 'still lost', own: { light: 'unknown', kinds: ['stale'] }, standing: 'decided' },
  ] as const)('of what could not be seen, $name: $standing', ({ own, standing }) => {
    expect(standingOf(lost, { ...item, ...own })).toBe(standing)
  })
})
