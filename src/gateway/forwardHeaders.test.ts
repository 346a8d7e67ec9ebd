import { describe, expect, it } from 'vitest'
import { headersToPage, headersToPod } from './forwardHeaders.ts'

const POD = {
  'content-security-policy': 'sandbox',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

const toPod = [
  {
    name: 'what belongs to the connection stays',
    headers: {
      connection: 'close, X-Mine',
      'keep-alive': 'timeout=5',
      te: 'trailers',
      upgrade: 'h2c',
      'x-mine': '1',
      accept: 'text/plain',
    },
    credentials: false,
    expected: { accept: 'text/plain' },
  },
  {
    name: 'what belongs to the page stays',
    headers: {
      host: 'localhost:8055',
      referer: 'http://localhost:8055/',
      origin: 'http://localhost:8055',
      expect: '100-continue',
      'content-length': '3',
    },
    credentials: true,
    expected: {},
  },
  {
    name: 'credentials stay by default',
    headers: { cookie: 'a=b', authorization: 'Bearer x', 'if-none-match': '"1"', 'accept-encoding': 'gzip' },
    credentials: false,
    expected: { 'if-none-match': '"1"', 'accept-encoding': 'gzip' },
  },
  {
    name: 'credentials go on where the service asks for them',
    headers: { cookie: 'a=b', authorization: 'Bearer x', 'proxy-authorization': 'Basic y' },
    credentials: true,
    expected: { cookie: 'a=b', authorization: 'Bearer x' },
  },
]

const toPage = [
  {
    name: 'nothing speaks for the whole origin',
    headers: {
      'content-type': 'text/html',
      'access-control-allow-origin': '*',
      'clear-site-data': '"*"',
      'strict-transport-security': 'max-age=1',
      'service-worker-allowed': '/',
      'x-morning-check': 'refused',
    },
    credentials: false,
    expected: { ...POD, 'content-type': 'text/html' },
  },
  {
    name: 'a policy of the pod is replaced',
    headers: { 'content-security-policy': "default-src 'self'", 'x-content-type-options': 'none' },
    credentials: false,
    expected: POD,
  },
  {
    name: 'cookies stay by default',
    headers: { 'set-cookie': ['a=b'], etag: '"1"' },
    credentials: false,
    expected: { ...POD, etag: '"1"' },
  },
  {
    name: 'cookies come back where the service asks for them',
    headers: { 'set-cookie': ['a=b', 'c=d'], 'transfer-encoding': 'chunked' },
    credentials: true,
    expected: { ...POD, 'set-cookie': ['a=b', 'c=d'] },
  },
]

describe('headersToPod', () => {
  it.each(toPod)('$name', ({ headers, credentials, expected }) => {
    expect(headersToPod(headers, credentials)).toEqual(expected)
  })
})

describe('headersToPage', () => {
  it.each(toPage)('$name', ({ headers, credentials, expected }) => {
    expect(headersToPage(headers, credentials)).toEqual(expected)
  })
})
