import { expect, it } from 'vitest'
import type { Light } from '#src/domain/verdict/light.ts'
import { standingSince } from './standingSince.ts'

const stretch = (light: Light, from: number) =>
  ({ light, from, to: from + 10, turn: 'first', reasons: [] }) as const

it.each<{ name: string; lights: readonly Light[]; light: Light; expected: number }>([
  { name: 'nothing known: the row', lights: [], light: 'red', expected: 100 },
  { name: 'red before the page was opened', lights: ['green', 'red'], light: 'red', expected: 20 },
  { name: 'red, for another reason then', lights: ['green', 'red', 'red'], light: 'red', expected: 20 },
  { name: 'grey in between', lights: ['green', 'red', 'unknown', 'red'], light: 'red', expected: 20 },
  { name: 'another light last: the row', lights: ['red', 'orange'], light: 'red', expected: 100 },
  { name: 'well in between', lights: ['red', 'green', 'red'], light: 'red', expected: 30 },
  { name: 'grey now, as before', lights: ['green', 'unknown'], light: 'unknown', expected: 20 },
])('$name', ({ lights, light, expected }) => {
  const stretches = lights.map((one, i) => stretch(one, 10 * (i + 1)))
  expect(standingSince({ light, since: 100 }, { stretches, before: null })).toBe(expected)
})

const before = (light: Light) => ({ light, reasons: [], since: -500, seenAt: 0 })

it.each<{ name: string; was: Light; lights: readonly Light[]; expected: number }>([
  { name: 'so long before the night', was: 'red', lights: ['red'], expected: -500 },
  { name: '… and not seen in it', was: 'red', lights: [], expected: -500 },
  { name: '… grey in it', was: 'red', lights: ['unknown', 'red'], expected: -500 },
  { name: '… well in it', was: 'red', lights: ['red', 'green', 'red'], expected: 30 },
  { name: 'another light before the night', was: 'orange', lights: ['red'], expected: 10 },
])('$name', ({ was, lights, expected }) => {
  const stretches = lights.map((one, i) => stretch(one, 10 * (i + 1)))
  expect(standingSince({ light: 'red', since: 100 }, { stretches, before: before(was) })).toBe(expected)
})
