import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { BoardScreen } from './BoardScreen.tsx'
import { drawOver, liveDesk } from './testing/liveDesk.ts'

const MANY = 45

it('draws every ticket of a long board, the most urgent first, though the first paint does not wait for all', () => {
  const desk = liveDesk()
  const ids = Array.from({ length: MANY }, (_, i) => `A${String(i).padStart(4, '0')}`)
  for (const [i, id] of ids.entries()) desk.open(id, minutes(MANY - i))
  desk.show()
  drawOver(desk, BoardScreen)
  expect(screen.getAllByRole('article').map((row) => row.closest('li')?.dataset['ticket'])).toEqual(ids)
})
