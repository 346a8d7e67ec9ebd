import { describe, expect, it } from 'vitest'
import { operationOf } from './operationOf.ts'
import { requestOf } from './requestOf.ts'

describe('operationOf', () => {
  it.each([
    ['[user-sync-service] creating user: POST /api/users: 403', 'creating user'],
    ['[doc-sync-service] get document: unexpectedly empty result', 'get document'],
    ['creating user: POST /api/users: 201', 'creating user'],
    ['POST /api/users 200 in 12ms', 'POST /api/users'],
    ['served GET /api/users/17?x=1', 'GET /api/users/…'],
    ['sent 3 mails in 12 ms', 'sent … mails in …'],
    ['sent 40 mails in 1.5s', 'sent … mails in …'],
    ['user "anna" logged in', 'user … logged in'],
    ["can't open 'a b'", "can't open …"],
    ['db2 answers', 'db2 answers'],
    ['job 0f8fad5b-d9cb-469f-a165-70867728950e done', 'job … done'],
    ['connected', 'connected'],
    ['first line\nsecond line', 'first line'],
    [': nothing attempted', ': nothing attempted'],
    ['', ''],
  ])('%s', (message, expected) => expect(operationOf(message)).toBe(expected))

  it('is a name, however long the message is', () => {
    expect(operationOf('x'.repeat(1_000_000))).toHaveLength(80)
  })
})

describe('requestOf', () => {
  it.each([
    ['creating user: POST /api/users: 403', 'POST /api/users'],
    ['Get "https://a/b"', null],
    ['GET https://a.example:8080/b/c?d=e failed', 'GET /b/c'],
    ['GET /a/12/b/0f8fad5b-d9cb-469f-a165-70867728950e/c/deadbeef0123456', 'GET /a/…/b/…/c/…'],
    ['GET /v2/feed', 'GET /v2/feed'],
    ['widGET /x', null],
    ['DELETE everything', null],
  ])('%s', (message, expected) => expect(requestOf(message)).toBe(expected))
})
