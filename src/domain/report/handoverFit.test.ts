import { expect, it } from 'vitest'
import { handoverOf } from './handover.ts'
import { handoverFit } from './handoverFit.ts'
import { MORNING, reportWith } from './testing/sampleReport.ts'

const report = { ...reportWith(), fleet: 'Sample shop' }

it.each([
  {
    name: 'the same board and fleet',
    board: 'run',
    here: { board: 'run', fleet: 'Sample shop' },
    fit: 'own',
  },
  { name: 'another board', board: 'pay', here: { board: 'run', fleet: 'Sample shop' }, fit: 'other-board' },
  { name: 'another fleet', board: 'run', here: { board: 'run', fleet: 'Payments' }, fit: 'other-fleet' },
  { name: 'both another', board: 'pay', here: { board: 'run', fleet: 'Payments' }, fit: 'other-board' },
  {
    name: 'a title of two lines',
    board: 'run',
    here: { board: 'run', fleet: 'Sample\nshop' },
    fit: 'own',
  },
  {
    name: 'an early file of the same fleet',
    board: 'Sample shop',
    here: { board: 'run', fleet: 'Sample shop' },
    fit: 'own',
  },
  {
    name: 'an early file of another fleet',
    board: 'Sample shop',
    here: { board: 'run', fleet: 'Payments' },
    fit: 'other-fleet',
  },
])('$name: $fit', ({ board, here, fit }) => {
  const handover = handoverOf(report, [], { by: 'Anna', note: '', at: MORNING, board })
  expect(handoverFit(handover, here)).toBe(fit)
})
