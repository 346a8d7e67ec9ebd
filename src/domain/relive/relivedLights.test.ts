import { expect, it } from 'vitest'
import type { VerdictMoment } from '#src/domain/journal/verdictMoment.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { relivedLights } from './relivedLights.ts'
import { DUSK } from './testing/storedNight.ts'

const at = (minute: number) => DUSK + minutes(minute)
const moment = (minute: number, light: Light): VerdictMoment => ({
  at: at(minute),
  light,
  reasons: [],
  pods: [],
})

it('is a book of lights, of the spans that are known and no others', () => {
  const saved = relivedLights(
    new Map([
      ['orders', [moment(0, 'green'), moment(30, 'red'), moment(45, 'green'), moment(120, 'red')]],
      ['billing', [moment(0, 'unknown'), moment(120, 'green')]],
    ]),
    [
      { from: at(0), to: at(60) },
      { from: at(120), to: at(180) },
    ],
  )
  const book = lightBook()
  expect(book.load(saved)).toBe(true)
  expect(book.spells('orders', at(0), at(180)).map(({ from, to }) => [from, to])).toEqual([
    [at(30), at(45)],
    [at(120), null],
  ])
  expect(book.observed('orders', at(0), at(200))).toEqual([
    { from: at(0), to: at(30) },
    { from: at(30), to: at(45) },
    { from: at(45), to: at(60) },
    { from: at(120), to: at(180) },
  ])
  expect(book.observed('billing', at(0), at(200))).toEqual([{ from: at(120), to: at(180) }])
})
