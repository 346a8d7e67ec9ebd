import { describe, expect, it } from 'vitest'
import { foreignRequest, foreignWrite } from './foreignRequest.ts'

const rows = [
  {
    name: 'loopback by address',
    listensOn: '127.0.0.1',
    headers: { host: '127.0.0.1:8055' },
    foreign: false,
  },
  { name: 'loopback by name', listensOn: '127.0.0.1', headers: { host: 'localhost:8055' }, foreign: false },
  {
    name: 'a name below localhost',
    listensOn: 'localhost',
    headers: { host: 'mc.localhost' },
    foreign: false,
  },
  { name: 'IPv6 loopback', listensOn: '::1', headers: { host: '[::1]:8055' }, foreign: false },
  { name: 'HTTP/1.0 without a host', listensOn: '127.0.0.1', headers: {}, foreign: false },
  { name: 'a rebound name', listensOn: '127.0.0.1', headers: { host: 'evil.example:8055' }, foreign: true },
  {
    name: 'a name that begins like it',
    listensOn: '127.0.0.1',
    headers: { host: '127.0.0.1.evil.example' },
    foreign: true,
  },
  { name: 'any name when exposed', listensOn: '0.0.0.0', headers: { host: 'noc.example' }, foreign: false },
  {
    name: 'the page itself',
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' },
    foreign: false,
  },
  {
    name: 'typed into the address bar',
    headers: { host: 'localhost', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
    foreign: false,
  },
  {
    name: 'a link of another site',
    headers: { host: 'localhost', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    foreign: false,
  },
  {
    name: 'an image of another site',
    headers: { host: 'localhost', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    foreign: true,
  },
  {
    name: 'a fetch of another port',
    headers: { host: 'localhost', 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    foreign: true,
  },
]

describe('foreignRequest', () => {
  it.each(rows)('$name', ({ headers, listensOn = '127.0.0.1', foreign }) => {
    expect(foreignRequest(headers, listensOn) !== null).toBe(foreign)
  })
})

describe('foreignWrite', () => {
  it.each([
    { name: 'the page itself', headers: { 'sec-fetch-site': 'same-origin' }, foreign: false },
    {
      name: 'the page itself behind a proxy that asks by another name',
      headers: { host: 'gateway', origin: 'https://noc.example', 'sec-fetch-site': 'same-origin' },
      foreign: false,
    },
    {
      name: 'the page itself on plain http',
      headers: { host: 'noc.example:8055', origin: 'http://noc.example:8055' },
      foreign: false,
    },
    { name: 'what is no browser', headers: { host: 'noc.example' }, foreign: false },
    {
      name: 'a form of another site that leads here',
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      foreign: true,
    },
    { name: 'a page of another port', headers: { 'sec-fetch-site': 'same-site' }, foreign: true },
    {
      name: 'a page of another site on plain http',
      headers: { host: 'noc.example', origin: 'http://evil.example' },
      foreign: true,
    },
    { name: 'a page without an origin', headers: { host: 'noc.example', origin: 'null' }, foreign: true },
  ])('$name', ({ headers, foreign }) => {
    expect(foreignWrite(headers) !== null).toBe(foreign)
  })
})
