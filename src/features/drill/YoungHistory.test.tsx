import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { historyOf } from '#src/domain/chart/testing/historyOf.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import type { RangeName } from './drillAddress.ts'
import { RangePicker } from './RangePicker.tsx'
import { YoungHistory } from './YoungHistory.tsx'

/** Draws what is said over lines that begin so long ago, of a time that ends now. */
function draw(known: number | null, range: RangeName, endsAlike = true): string | null {
  const step = minutes(2)
  const values = known === null ? [Number.NaN] : Array.from({ length: known / step }, () => 1)
  // What begins with a gap is not read there.
  const history = historyOf([Number.NaN, ...values], { from: NOW - (values.length + 1) * step, step })
  window.history.replaceState(null, '', `#/?range=${range}`)
  renderWith(testScreen(), <YoungHistory histories={[history]} to={NOW} endsAlike={endsAlike} />)
  return document.querySelector('p')?.textContent ?? null
}

const OFFER = { name: /^Show / }

describe('a history that is young', () => {
  it.each([
    { known: minutes(12), range: '24h', says: 'Read since about 08:48: 12 min of 24 h. Show 1 h' },
    { known: hours(5), range: '24h', says: 'Read since about 04:00: 5 h of 24 h. Show 6 h' },
    { known: minutes(58), range: '6h', says: 'Read since about 08:02: 58 min of 6 h. Show 1 h' },
    { known: hours(30), range: '28d', says: 'Read since about yesterday 03:00: 1 d 6 h of 28 d. Show 7 d' },
    { known: hours(7), range: '24h', says: null },
    { known: minutes(12), range: '1h', says: 'Read since about 08:48: 12 min of 1 h. ' },
    { known: hours(30), range: '7d', says: 'Read since about yesterday 03:00: 1 d 6 h of 7 d. ' },
    { known: null, range: '24h', says: null },
  ] as const)('says of $range: $says', ({ known, range, says }) => {
    expect(draw(known, range)).toBe(says)
  })

  it('offers the range that fits', () => {
    draw(minutes(12), '24h')
    fireEvent.click(screen.getByRole('button', OFFER))
    expect(location.hash).toBe('#/?range=1h')
  })

  it('offers none that would show another time', () => {
    draw(minutes(12), '24h', false)
    expect(screen.queryByRole('button', OFFER)).toBeNull()
  })
})

it('a range that is chosen again is shown whole again', () => {
  location.hash = '#/s/orders/p/a?range=1h&from=2024-11-21T03:00:00Z&to=2024-11-21T04:00:00Z'
  renderWith(testScreen(), <RangePicker />)
  fireEvent.click(screen.getByRole('radio', { name: '1 h', checked: true }))
  expect(location.hash).toBe('#/s/orders/p/a?range=1h')
})
