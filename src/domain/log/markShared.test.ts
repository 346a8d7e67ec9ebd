import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markShared } from './markShared.ts'

const shown = (text: string, phrases: readonly string[]): string =>
  markShared(text, phrases)
    .map(({ text: part, isShared }) => (isShared ? `[${part}]` : part))
    .join('')

it.each([
  ['', ['a'], ''],
  ['creating user: POST /u', [], 'creating user: POST /u'],
  ['creating user: POST /u', ['POST /u', 'creating user'], '[creating user]: [POST /u]'],
  ['a b a', ['a'], '[a] b [a]'],
  ['user-1', ['user', 'user-1'], '[user-1]'],
  ['x', [''], 'x'],
  ['<b>x</b>', ['<b>'], '[<b>]x</b>'],
])('%s %j', (text, phrases, expected) => expect(shown(text, phrases)).toBe(expected))

it('changes no text', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 3 }), { maxLength: 5 }), (text, phrases) => {
      expect(
        markShared(text, phrases)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
