import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boardSubjects,
  claimSubject,
  isBeside,
  isPersonToken,
  parseSubject,
  probeSubject,
  rightsOf,
  streamConfig,
  subjectOf,
} from './natsSubjects.ts'

const token = fc.stringMatching(/^[\w-]{1,12}$/)
const ticket = token.filter((text) => text !== 'claim' && text !== 'probe')

const key = fc
  .array(fc.constantFrom('a', '1', '_', '-', '.', '/', ' ', 'é', '61_', '🙂'))
  .map((parts) => parts.join(''))

/** Whether a subject is one of those that a pattern of NATS stands for. */
function matches(pattern: string, subject: string): boolean {
  const wanted = pattern.split('.')
  const tokens = subject.split('.')
  if (wanted.at(-1) === '>') return wanted.slice(0, -1).every((of, i) => of === '*' || of === tokens[i])
  return wanted.length === tokens.length && wanted.every((of, i) => of === '*' || of === tokens[i])
}

const mayWrite = (who: string | null, subject: string): boolean =>
  rightsOf('run', 'TICKETS', who).publish.allow.some((pattern) => matches(pattern, subject))

describe('the subject of an event', () => {
  it('says where it belongs', () => {
    fc.assert(
      fc.property(token, ticket, token, token, (board, of, actor, id) => {
        const subject = subjectOf(board, { ticket: of, actor, id })
        expect(subject).toBe(`tk.${board}.${of}.${actor}.${id}`)
        expect(parseSubject(board, subject ?? '')).toEqual({ ticket: of, actor, id })
        expect(parseSubject(`${board}x`, subject ?? '')).toBeNull()
      }),
    )
  })

  it.each(['', 'anna.boris', 'a b', '*', '>', 'é', 'a'.repeat(129)])(
    'is none for what is no token: %s',
    (actor) => {
      expect(subjectOf('run', { ticket: 'T1', actor, id: 'x' })).toBeNull()
      expect(parseSubject('run', `tk.run.T1.${actor}.x`)).toBeNull()
    },
  )

  it.each(['tk.run.T1.anna', 'tk.run.T1.anna.x.y', 'kt.run.T1.anna.x', '', 'tk'])(
    'is none of %s',
    (subject) => {
      expect(parseSubject('run', subject)).toBeNull()
    },
  )

  it('is beside those of claims and probes, which are no events', () => {
    for (const subject of [claimSubject('run', 'a'), probeSubject('run', 'anna')]) {
      expect(isBeside('run', subject)).toBe(true)
      expect(parseSubject('run', subject)).toBeNull()
    }
    expect(isBeside('run', 'tk.run.T1.anna.x')).toBe(false)
  })
})

describe('the subject of a claim', () => {
  it('is another one for another key, and always one of five tokens', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(claimSubject('run', a) === claimSubject('run', b)).toBe(a === b)
        expect(claimSubject('run', `x${a}`)).toMatch(/^tk\.run\.claim\.auto\.[\w-]+$/)
      }),
    )
  })
})

describe('the rights of a user', () => {
  it.each([
    { who: 'anna', subject: 'tk.run.T1.anna.x', may: true },
    { who: 'anna', subject: 'tk.run.T1.auto.open', may: true },
    { who: 'anna', subject: claimSubject('run', 'breach'), may: true },
    { who: 'anna', subject: probeSubject('run', 'anna'), may: true },
    { who: 'anna', subject: 'tk.run.T1.boris.x', may: false },
    { who: 'anna', subject: 'tk.other.T1.anna.x', may: false },
    { who: 'anna', subject: '$JS.API.STREAM.INFO.TICKETS', may: true },
    { who: 'anna', subject: '$JS.API.STREAM.PURGE.TICKETS', may: false },
    { who: 'anna', subject: '$JS.API.CONSUMER.CREATE.TICKETS.c1.tk.run.>', may: true },
    { who: 'anna', subject: '$JS.API.CONSUMER.CREATE.TICKETS.c1.tk.other.>', may: false },
    { who: null, subject: '$JS.API.CONSUMER.MSG.NEXT.TICKETS.c1', may: true },
    { who: null, subject: '$JS.API.DIRECT.GET.TICKETS.tk.run.T1.anna.x', may: true },
    { who: null, subject: 'tk.run.T1.auto.open', may: false },
    { who: null, subject: 'tk.run.T1.anna.x', may: false },
  ])('$who, $subject: $may', ({ who, subject, may }) => {
    expect(mayWrite(who, subject)).toBe(may)
  })

  it('are to read only, with replies of their own, for a screen that signs in', () => {
    const wall = rightsOf('run', 'TICKETS', 'wall', 'nothing')
    expect(wall.publish).toEqual(rightsOf('run', 'TICKETS', null).publish)
    expect(wall.subscribe.allow).toEqual(['_INBOX_wall.>'])
  })

  it.each([
    ['anna', true],
    ['auto', false],
    ['anna b', false],
  ])('are given to people: %s', (name, is) => {
    expect(isPersonToken(name)).toBe(is)
  })
})

it('the stream takes one message a subject, for ever', () => {
  expect(streamConfig('run', 'TICKETS')).toMatchObject({
    name: 'TICKETS',
    subjects: [boardSubjects('run')],
    max_msgs_per_subject: 1,
    discard: 'new',
    discard_new_per_subject: true,
    deny_delete: true,
    deny_purge: true,
  })
})
