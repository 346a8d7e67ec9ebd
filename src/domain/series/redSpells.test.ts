import { expect, it } from 'vitest'
import type { LightStretch } from './lightStretches.ts'
import { redSpells } from './redSpells.ts'

type Spell = readonly [from: number, redUntil: number, to: number | null]

const red = (from: number, to: number): LightStretch => ({ from, to, light: 'red' })
const orange = (from: number, to: number): LightStretch => ({ from, to, light: 'orange' })
const green = (from: number, to: number): LightStretch => ({ from, to, light: 'green' })
const grey = (from: number, to: number): LightStretch => ({ from, to, light: 'unknown' })

it.each<{ name: string; seen: readonly LightStretch[]; spells: readonly Spell[] }>([
  { name: 'nothing', seen: [], spells: [] },
  { name: 'never red', seen: [green(0, 5), orange(5, 9)], spells: [] },
  { name: 'red once', seen: [green(0, 5), red(5, 7), green(7, 9)], spells: [[5, 7, 7]] },
  { name: 'red from the first', seen: [red(5, 7), orange(7, 9)], spells: [[5, 7, 7]] },
  { name: 'red still', seen: [green(0, 5), red(5, 9)], spells: [[5, 9, null]] },
  { name: 'grey in between', seen: [red(5, 7), grey(7, 8), red(8, 9), green(9, 9)], spells: [[5, 9, 9]] },
  { name: 'grey before it was seen well', seen: [red(5, 6), grey(6, 8), green(8, 9)], spells: [[5, 6, 8]] },
  { name: 'grey since', seen: [red(5, 6), grey(6, 9)], spells: [[5, 6, null]] },
  { name: 'well again after nobody watched', seen: [red(5, 6), green(8, 9)], spells: [[5, 6, 8]] },
  {
    name: 'red before and after nobody watched',
    seen: [red(5, 6), red(8, 9), green(9, 10)],
    spells: [[5, 9, 9]],
  },
  {
    name: 'orange in between is restored',
    seen: [red(1, 2), orange(2, 3), red(3, 4), green(4, 5)],
    spells: [
      [1, 2, 2],
      [3, 4, 4],
    ],
  },
  { name: 'before the time in question', seen: [red(-9, -5), green(-5, 9)], spells: [] },
  { name: 'into the time in question', seen: [red(-9, 2), green(2, 9)], spells: [[-9, 2, 2]] },
  { name: 'after it', seen: [green(0, 11), red(11, 12)], spells: [] },
  { name: 'beyond it, of which nothing was known then', seen: [red(8, 12)], spells: [[8, 10, null]] },
])('$name', ({ seen, spells }) => {
  expect(redSpells(seen, 0, 10)).toEqual(spells.map(([from, redUntil, to]) => ({ from, redUntil, to })))
})
