import { expect, it } from 'vitest'
import { logPin } from '#src/domain/ticket/testing/pins.ts'
import { fiveOf } from '#src/domain/ticket/why.ts'
import { postmortemShelf, readUnsaved } from './postmortemShelf.ts'
import { memoryStorage } from './testing/testScreen.ts'

const WHYS = fiveOf([{ answer: 'a', evidence: '', pins: [logPin()] }])

it.each([
  {
    stored: { whys: WHYS, markdown: '# T', base: 'b' },
    expected: { whys: WHYS, markdown: '# T', base: 'b' },
  },
  { stored: { whys: WHYS, markdown: null, base: 'b' }, expected: { whys: WHYS, markdown: null, base: 'b' } },
  { stored: { whys: 7, markdown: 7, base: 7 }, expected: { whys: fiveOf([]), markdown: null, base: '' } },
  { stored: { markdown: '# T' }, expected: null },
  { stored: 'x', expected: null },
  { stored: null, expected: null },
])('reads of $stored what it is', ({ stored, expected }) => {
  const storage = memoryStorage()
  postmortemShelf(storage).keep('t1', stored)
  expect(readUnsaved(postmortemShelf(storage), 't1')).toEqual(expected)
})
