import { expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { NIGHT } from './testing/journalRig.ts'
import { packedBytes, packMoments, unpackMoments } from './packedMoments.ts'
import { plainMoments } from './plainMoments.ts'
import { readMoments, saveMoments } from './savedMoments.ts'
import type { VerdictMoment } from './verdictMoment.ts'

const moment = (minute: number, light: 'red' | 'green', since = 0): VerdictMoment => ({
  at: NIGHT + minutes(minute),
  light,
  reasons: light === 'green' ? [] : [{ kind: 'failing', light, since, text: `at ${minute}`, pods: ['a'] }],
  pods: [{ name: 'a', light, version: null }],
})

const told = [
  moment(0, 'green'),
  moment(9, 'green'),
  moment(10, 'red'),
  moment(19, 'red'),
  moment(29, 'red', 7),
]

it('keeps words once, unless they tell of another time', () => {
  const packed = packMoments(told)
  expect(packed.map((one) => typeof one)).toEqual(['object', 'number', 'object', 'number', 'object'])
  expect(unpackMoments(packed).map(({ at, light }) => [at, light])).toEqual(
    told.map(({ at, light }) => [at, light]),
  )
  expect(packMoments(unpackMoments(packed))).toEqual(packed)
  expect(packedBytes(packed)).toBeLessThan(packedBytes(told) - 200)
})

it('reads what was saved packed, and what an older build saved in full', () => {
  expect(readMoments(saveMoments(told))).toEqual(unpackMoments(packMoments(told)))
  expect(readMoments({ layout: 1, moments: told })).toEqual(told)
})

it('says nothing again that could not be read', () => {
  const saved = { layout: 1, moments: [moment(0, 'green'), { light: 'pink' }, NIGHT + 5] }
  expect(readMoments(saved)).toEqual([moment(0, 'green')])
})

it('loses what is said again before any words, where there is too much', () => {
  const again = Array.from({ length: 230 }, (_, i) => moment(100 + i, 'green'))
  const seen = [...told, ...again].map(({ at }) => ({ from: at, to: at + 1 }))
  const plain = plainMoments([...told, ...again], seen)
  expect(plain).toHaveLength(200)
  expect(plain.slice(0, 2).map(({ at }) => (at - NIGHT) / minutes(1))).toEqual([0, 10])
  expect(plain.at(-1)?.at).toBe(NIGHT + minutes(329))
})
