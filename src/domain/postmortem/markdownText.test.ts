import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markdownText } from './markdownText.ts'

const HIDDEN = '\u2060'

it.each([
  ['orders: all pods failing (3 of 3), p99 > 2 s', String.raw`orders: all pods failing (3 of 3), p99 \> 2 s`],
  ['user_id of v1.2.3 is 50-60 %', 'user_id of v1.2.3 is 50-60 %'],
  ['# not a heading', String.raw`\# not a heading`],
  ['- not a list', String.raw`\- not a list`],
  ['+ not a list', String.raw`\+ not a list`],
  ['1. not a list', String.raw`1\. not a list`],
  ['1.2.3', '1.2.3'],
  ['---', String.raw`\---`],
  ['===', String.raw`\===`],
  ['> no quotation', String.raw`\> no quotation`],
  ['*loud* _soft_ ~~gone~~', String.raw`\*loud\* \_soft\_ \~\~gone\~\~`],
  ['`rm -rf /`', '\\`rm -rf /\\`'],
  ['<img src=x onerror=alert(1)>', String.raw`\<img src=x onerror=alert(1)\>`],
  ['[click](javascript:alert(1))', String.raw`\[click\](javascript:alert(1))`],
  ['![x](http://e.vil/x.png)', String.raw`!\[x\](http:\/\/e.vil/x.png)`],
  ['see https://e.vil and www.e.vil', String.raw`see https:\/\/e.vil and www\.e.vil`],
  ['a | b', String.raw`a \| b`],
  ['&lt;b&gt; &#60; R&D, A & B', String.raw`\&lt;b\&gt; \&#60; R\&D, A & B`],
  [String.raw`C:\dir`, String.raw`C:\\dir`],
  ['ask @anna', `ask @${HIDDEN}anna`],
  ['two\r\n# lines\u2028and\tmore', 'two # lines and more'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['  ', ''],
])('of %j is %j', (text, expected) => {
  expect(markdownText(text)).toBe(expected)
})

it('cuts what is long, never within a character', () => {
  const cut = markdownText('😀'.repeat(500))
  expect(cut).toBe(`${'😀'.repeat(399)}…`)
  expect(markdownText('a'.repeat(400))).toBe('a'.repeat(400))
})

/** What CommonMark makes of escapes: the character alone. */
const read = (markdown: string): string =>
  markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll(HIDDEN, '')

it('shows any text as it is, in one line, with nothing left that marks up', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from('\\`*_[]<>|~$&#-+=1.)(:/@w \n\ta😀')),
    maxLength: 40,
  })
  fc.assert(
    fc.property(text, (said) => {
      const markdown = markdownText(said)
      expect(read(markdown)).toBe(said.replace(/\s+/g, ' ').trim())
      const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '·')
      expect(bare).not.toMatch(/[`*[\]<>|~$\n]|:\/\/|www\.|&[#\w]|@\w|^[-+] |^#|^\d+[.)] /)
    }),
    { numRuns: 300 },
  )
})
