import { expect, it } from 'vitest'
import { firstFailing, isMoreUrgent } from './firstFailing.ts'
import { LAYERS, type LayerState } from './layer.ts'

it.each<[LayerState[], number | null]>([
  [['pass', 'pass'], null],
  [['none', 'aid'], null],
  [['unseen', 'pass', 'watch'], 2],
  [['watch', 'unseen', 'fail', 'fail'], 2],
  [['pass', 'unseen', 'unseen'], 1],
])('of %j the one to begin with is number %s', (states, expected) => {
  const layers = states.flatMap((state, i) => {
    const name = LAYERS[i]
    return name === undefined ? [] : [{ name, state, reasons: [] }]
  })
  expect(firstFailing(layers)).toBe(expected === null ? null : layers[expected])
})

it.each<[LayerState | null, LayerState | null, boolean]>([
  ['fail', 'watch', true],
  ['fail', null, true],
  ['watch', 'unseen', true],
  ['unseen', null, true],
  ['unseen', 'unseen', false],
  ['watch', 'fail', false],
  [null, 'pass', false],
])('%s asks more urgently than %s: %s', (state, than, expected) =>
  expect(isMoreUrgent(state === null ? null : { name: 'ready', state, reasons: [] }, than)).toBe(expected),
)
