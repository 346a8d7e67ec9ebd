import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatText, slackText, wikiText } from './chatText.ts'
import { HOSTILE, hostileText } from './testing/hostileTexts.ts'

/** The joiner is told as `·`, to be seen in a table. */
const seen = (text: string): string => text.replaceAll('\u2060', '·')

describe('slackText', () => {
  it.each([
    { text: '2 of 3 pods do not answer since 03:12', expected: '2 of 3 pods do not answer since 03:12' },
    { text: 'memory_used of user_sync', expected: 'memory_used of user_sync' },
    { text: '<!channel> & <@U1>', expected: '&lt;!channel&gt; &amp; &lt;@·U1&gt;' },
    { text: '@here #general :tada:', expected: '@·here #·general :·tada:' },
    { text: '*b* _i_ ~s~ `c`', expected: '∗b∗ ˍiˍ ∼s∼ ˋcˋ' },
    { text: ':100: until 14:00: note', expected: ':·100: until 14:00: note' },
    { text: 'see https://evil.example', expected: 'see https:·//evil·.example' },
    { text: 'version 1.4.2, 99.2 %', expected: 'version 1.4.2, 99.2 %' },
    { text: 'a\nb\t c', expected: 'a b c' },
  ])('$text', ({ text, expected }) => {
    expect(seen(slackText(text))).toBe(expected)
  })
})

describe('wikiText', () => {
  it.each([
    { text: '[orders] call: POST /users: 403', expected: String.raw`\[orders\] call: POST /users: 403` },
    { text: '{code}', expected: String.raw`\{code\}` },
    { text: '@here #12', expected: '@·here #·12' },
    { text: 'https://evil.example', expected: String.raw`https:\/\/evil.example` },
  ])('$text', ({ text, expected }) => {
    expect(seen(wikiText(text))).toBe(expected)
  })
})

describe('chatText', () => {
  it('breaks what a client would make a link of by itself', () => {
    expect(seen(chatText('see https://evil.example or www.evil.example'))).toBe(
      String.raw`see https:·\/\/evil·.example or www·\.evil·.example`,
    )
  })
})

const rows = [
  { name: 'slack', write: slackText },
  { name: 'webex', write: chatText },
]

describe.each(rows)('text in $name', ({ write }) => {
  const check = (text: string): void => {
    const written = write(text)
    expect(written).not.toMatch(/[\n\r]|[@#](?=[^\s\u2060])|:\\?\/\\?\/|www\\?\./)
    expect(written).not.toMatch(/[\p{L}\p{N}]\.\p{L}{2}/u)
  }
  it('is one line without a mention and without an address', () => {
    for (const text of HOSTILE) check(text)
    fc.assert(fc.property(hostileText, check))
  })
})

it('leaves Slack nothing to mark up', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const written = slackText(text)
      expect(written).not.toMatch(/[*`~<>]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u)
      expect(written).not.toMatch(/&(?!amp;|lt;|gt;)/)
    }),
  )
})

it('leaves Markdown nothing to mark up', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const unescaped = chatText(text).replace(/\\[!-/:-@[-`{-~]/g, '')
      expect(unescaped).not.toMatch(/[*`[\]<>|~${}\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u)
    }),
  )
})
