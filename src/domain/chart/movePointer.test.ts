import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { movePointer, NO_POINTER } from './movePointer.ts'
import { type Span, spanBetween, spanSelected } from './span.ts'
import { spanShown } from './spanShown.ts'
import { CHART_NOW as NOW } from './testing/historyOf.ts'

const SPAN = { from: 0, to: 100 }
const field = { span: SPAN, step: 2, start: 90 }

const at = (place: number | null, anchor: number | null = null) => ({ at: place, anchor })

describe('movePointer', () => {
  it.each([
    { name: 'begins where charts end', was: NO_POINTER, key: 'ArrowLeft', shift: false, expected: at(90) },
    { name: 'goes a step', was: at(50), key: 'ArrowRight', shift: false, expected: at(52) },
    { name: 'leaps', was: at(50), key: 'PageUp', shift: false, expected: at(30) },
    { name: 'stays within', was: at(99), key: 'PageDown', shift: false, expected: at(100) },
    { name: 'goes to the ends', was: at(50), key: 'Home', shift: false, expected: at(0) },
    { name: 'selects from where it stood', was: at(50), key: 'ArrowLeft', shift: true, expected: at(48, 50) },
    { name: 'selects on', was: at(48, 50), key: 'ArrowLeft', shift: true, expected: at(46, 50) },
    { name: 'selects from the start', was: NO_POINTER, key: 'ArrowLeft', shift: true, expected: at(88, 90) },
    { name: 'selects to an end', was: at(50), key: 'End', shift: true, expected: at(100, 50) },
    { name: 'lets go without Shift', was: at(46, 50), key: 'ArrowLeft', shift: false, expected: at(44) },
    { name: 'knows no other key', was: at(50), key: 'j', shift: false, expected: null },
  ])('$name', ({ was, key, shift, expected }) =>
    expect(movePointer(was, key, shift, field)).toEqual(expected),
  )
})

/** A plain number, as a moment here is. */
const MINUTE = 60_000

describe('spanBetween', () => {
  const within: Span = { from: 0, to: 60 * MINUTE }
  it.each<{
    readonly name: string
    readonly one: number
    readonly other: number
    readonly expected: Span | null
  }>([
    {
      name: 'in either order',
      one: 30 * MINUTE,
      other: 10 * MINUTE,
      expected: { from: 10 * MINUTE, to: 30 * MINUTE },
    },
    { name: 'cut to what there is', one: -5, other: 120 * MINUTE, expected: within },
    { name: 'none of less than four minutes', one: 10 * MINUTE, other: 13 * MINUTE, expected: null },
    { name: 'none outside', one: 120 * MINUTE, other: 180 * MINUTE, expected: null },
  ])('$name', ({ one, other, expected }) => expect(spanBetween(one, other, within)).toEqual(expected))
})

describe('spanSelected', () => {
  const within: Span = { from: 0, to: 60 * MINUTE }
  const of = (from: number, to: number): Span => ({ from: from * MINUTE, to: to * MINUTE })
  it.each<{
    readonly name: string
    readonly one: number
    readonly other: number
    readonly expected: Span | null
  }>([
    { name: 'as it is where it is long enough', one: 30, other: 20, expected: of(20, 30) },
    { name: 'four minutes about the middle of less', one: 30, other: 31, expected: of(28.5, 32.5) },
    { name: 'four minutes at the beginning', one: 0, other: 1, expected: of(0, 4) },
    { name: 'four minutes at the end', one: 59, other: 60, expected: of(56, 60) },
    { name: 'cut to what there is', one: 50, other: 90, expected: of(50, 60) },
    { name: 'none where nothing was selected', one: 30, other: 30, expected: null },
    { name: 'none of what is to come', one: 61, other: 90, expected: null },
  ])('$name', ({ one, other, expected }) =>
    expect(spanSelected(one * MINUTE, other * MINUTE, within)).toEqual(expected),
  )

  it('gives nothing where there is less to be shown at all', () => {
    expect(spanSelected(0, MINUTE, of(0, 3))).toBeNull()
  })
})

const end = (range: number, later: number): number =>
  spanShown({ zoom: null, range, at: null }, NOW + later).to - NOW

describe('spanShown', () => {
  const zoom = { from: 1, to: 2 }
  it.each([
    {
      name: 'the zoom, whatever else',
      chosen: { zoom, range: hours(1), at: NOW },
      from: 1 - NOW,
      to: 2 - NOW,
    },
    { name: 'up to now', chosen: { zoom: null, range: hours(1), at: null }, from: -60 * MINUTE, to: 0 },
    {
      name: 'around a moment',
      chosen: { zoom: null, range: hours(2), at: NOW - hours(5) },
      from: -360 * MINUTE,
      to: -240 * MINUTE,
    },
    {
      name: 'not beyond now',
      chosen: { zoom: null, range: hours(2), at: NOW - minutes(1) },
      from: -120 * MINUTE,
      to: 0,
    },
  ])('$name', ({ chosen, from, to }) => {
    expect(spanShown(chosen, NOW)).toEqual({ from: NOW + from, to: NOW + to })
  })

  it('moves on in steps: 15 s, and a thousandth of a long range', () => {
    expect([end(hours(1), 1), end(hours(1), 15_000), end(hours(1), 15_001)]).toEqual([15_000, 15_000, 30_000])
    const month = hours(24 * 28)
    expect(end(month, 1)).toBe(end(month, 1000))
  })
})
