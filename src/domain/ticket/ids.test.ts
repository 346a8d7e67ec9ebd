import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actorToken } from './actorToken.ts'
import { textHash } from './textHash.ts'
import { ticketCode } from './ticketCode.ts'
import { ticketId } from './ticketId.ts'
import { ulid } from './ulid.ts'

it.each([
  { name: 'Anna Müller', token: 'Anna-Muller' },
  { name: '  anna ', token: 'anna' },
  { name: "Seán O'Neill", token: 'Sean-O-Neill' },
  { name: 'Łukasz Groß', token: 'Lukasz-Gross' },
  { name: 'auto', token: 'auto_' },
  { name: 'aut\u00f6', token: 'auto_' },
  { name: '', token: null },
  { name: '  ', token: null },
])('the actor of $name is $token', ({ name, token }) => {
  expect(actorToken(name)).toBe(token)
})

it('keeps names apart that no Latin letters spell', () => {
  const tokens = ['Анна', 'Борис', '李雷', '🦊', 'Anna Анна', 'x'.repeat(50), 'x'.repeat(51)].map(actorToken)
  expect(new Set(tokens).size).toBe(tokens.length)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{1,40}$/)
})

const PIECES = [
  'a',
  'Z',
  '0',
  '_',
  '-',
  ' ',
  '.',
  'auto',
  '\u00e4',
  'a\u0308',
  'ß',
  'Ж',
  '李',
  '🦊',
  '\ud800',
]
const anyName = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 50 })
  .map((pieces) => pieces.join(''))

it('makes a token of any name, which is its own token', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const token = actorToken(name)
      if (token === null) return name.trim() === ''
      return /^[\w-]{1,40}$/.test(token) && token !== 'auto' && actorToken(token) === token
    }),
    { numRuns: 60 },
  )
})

// echo -n abc | sha256sum: ba7816bf 8f01cfea …, five bits at a time.
it('hashes as everybody does', () => {
  expect(textHash('abc', 12)).toBe('Q9W1DFWF077Y')
})

it('gives one outage one id, and another to the next', () => {
  const id = ticketId('run', 'check', 'check|orders', 0)
  expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  expect(ticketId('run', 'check', 'check|orders', 0)).toBe(id)
  const others = [
    ticketId('run', 'check', 'check|orders', 1),
    ticketId('dev', 'check', 'check|orders', 0),
    ticketId('run', 'alertmanager', 'check|orders', 0),
    ticketId('run', 'check', 'check|cart', 0),
  ]
  expect(new Set([id, ...others]).size).toBe(5)
})

// The time of the specification's own example. https://github.com/ulid/spec
it('sorts what it names by time', () => {
  expect(ulid(1469918176385, () => 0)).toBe('01ARYZ6S41' + '0'.repeat(16))
  expect(ulid(1469918176385, () => 0.999999).slice(10)).toBe('Z'.repeat(16))
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.double({ min: 0, max: 0.99, noNaN: true }), (a, b, chance) => {
      expect(ulid(a, () => chance) < ulid(b, () => chance)).toBe(a < b)
    }),
    { numRuns: 50 },
  )
})

it('calls a ticket by what of its id is of chance', () => {
  expect(ticketCode('01ARYZ6S41TSV4RRFFQ69G5FAV')).toBe('T-G5FAV')
})
