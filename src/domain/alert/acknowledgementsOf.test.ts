import { describe, expect, it } from 'vitest'
import { ackComment } from './ackComment.ts'
import { acknowledgementsOf } from './acknowledgementsOf.ts'
import type { Alert } from './alert.ts'

const PEOPLE = [{ name: 'Anna Maria', aliases: ['anna@example.com', 'anna'] }]

const alert: Alert = {
  fingerprint: 'ab',
  labels: {},
  annotations: {},
  startsAt: 0,
  generatorUrl: '',
  silencedBy: ['1'],
  inhibited: false,
}

const acks = (comment: string, createdBy: string, id = '1') =>
  acknowledgementsOf([alert], [{ id, comment, createdBy, startsAt: 5, endsAt: 9, matchers: [] }], PEOPLE)

describe('acknowledgementsOf', () => {
  it.each([
    {
      name: 'karma',
      comment: 'ACK! This alert was acknowledged',
      by: 'boris',
      expected: ['boris', false, null],
    },
    { name: 'an alias', comment: 'ack! mine', by: ' ANNA@example.com', expected: ['Anna Maria', true, null] },
    {
      name: 'this dashboard',
      comment: ackComment('T-9ABCD', 'https://x.test/#/t'),
      by: 'anna maria',
      expected: ['Anna Maria', true, 'T-9ABCD'],
    },
    { name: 'nobody', comment: 'ACK!', by: '', expected: ['', false, null] },
  ])('reads an acknowledgement of $name', ({ comment, by, expected }) => {
    const found = acks(comment, by)
    expect(found).toMatchObject([{ key: 'alertmanager|ab', silence: '1', at: 5, until: 9 }])
    expect(found.map((ack) => [ack.by, ack.known, ack.code])).toEqual([expected])
  })

  it('takes no other silence for one', () => {
    expect(acks('planned: ACK! later', 'anna')).toEqual([])
    expect(acks('ACK! another alert', 'anna', '2')).toEqual([])
  })
})
