import { expect, it } from 'vitest'
import { parseAlertMessage } from '#src/domain/alert/parseAlertMessage.ts'
import { alertSentence } from './alertSentence.ts'

it.each([
  ['[user-sync-service] creating user: POST /api/users: 403', 'creating user: POST /api/users answered 403'],
  ['[doc-sync-service] get document: unexpectedly empty result', 'get document: unexpectedly empty result'],
  ['[orders] charge: call pay: Post "https://pay.test/v1": EOF', 'charge: EOF'],
  ['[orders] GET /a: 502', 'GET /a answered 502'],
  ['late', 'late'],
  ['', ''],
])('%s', (message, sentence) => expect(alertSentence(parseAlertMessage(message))).toBe(sentence))
