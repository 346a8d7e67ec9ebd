import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { hours, minutes, seconds } from '#src/domain/time/units.ts'
import { durationTicks } from './durationTicks.ts'
import { MonthDot } from './MonthDot.tsx'

afterEach(cleanup)

describe('durationTicks', () => {
  it.each([
    [minutes(17), [0, 5, 10, 15, 20].map(minutes)],
    [minutes(60), [0, 15, 30, 45, 60].map(minutes)],
    [hours(4.2), [0, 2, 4, 6].map(hours)],
    [hours(27), [0, 12, 24, 36].map(hours)],
    [hours(1000), [0, 288, 576, 864, 1152].map(hours)],
    [seconds(3), [0, 1, 2, 3].map(seconds)],
    [0, [0, seconds(1)]],
  ])('up to %i ms are %j', (high, expected) => {
    expect(durationTicks(high, 5)).toEqual(expected)
  })
})

describe('MonthDot', () => {
  const months = [
    { month: '2026-09', value: 1, n: 9 },
    { month: '2026-10', value: 2, n: 10 },
    { month: '2026-11', value: null, n: 0 },
  ]
  it.each([
    ['hollow of nine', 0, '<circle data-few="true"'],
    ['filled of ten', 1, '<circle cx'],
    ['not there in a gap', 2, ''],
  ])('is %s', (_, index, expected) => {
    const { container } = render(
      <svg>
        <MonthDot mark="disc" months={months} cx={1} cy={1} index={index} />
      </svg>,
    )
    const drawn = container.querySelector('svg')?.innerHTML.replace(/ class="[^"]*"/, '') ?? ''
    expect(drawn.slice(0, expected.length || undefined)).toBe(expected)
  })
})
