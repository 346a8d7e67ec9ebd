import { describe, expect, it } from 'vitest'
import { pageLocation } from './pageLocation.ts'

const target = {
  service: 'orders',
  pod: 'o 1',
  base: new URL('http://10.0.0.7:8080/app/'),
  prefix: '/fleet/orders/o%201/',
  credentials: false,
}
const asked = new URL('http://10.0.0.7:8080/app/health')

const rows = [
  {
    name: 'whole URL below the base',
    location: 'http://10.0.0.7:8080/app/x?y#z',
    expected: '/fleet/orders/o%201/x?y#z',
  },
  { name: 'path below the base', location: '/app/health/', expected: '/fleet/orders/o%201/health/' },
  { name: 'relative', location: 'ready', expected: '/fleet/orders/o%201/ready' },
  { name: 'the base without its slash', location: '/app', expected: '/fleet/orders/o%201/' },
  { name: 'query only', location: '?a', expected: '/fleet/orders/o%201/health?a' },
  { name: 'path outside the base', location: '/login', expected: 'http://10.0.0.7:8080/login' },
  { name: 'climbing out of the base', location: '../login', expected: 'http://10.0.0.7:8080/login' },
  {
    name: 'a path that begins like the base',
    location: '/application',
    expected: 'http://10.0.0.7:8080/application',
  },
  { name: 'another origin', location: 'https://sso.example/login', expected: 'https://sso.example/login' },
  {
    name: 'the same host by TLS',
    location: 'https://10.0.0.7:8080/app/',
    expected: 'https://10.0.0.7:8080/app/',
  },
  { name: 'another host without scheme', location: '//sso.example/x', expected: 'http://sso.example/x' },
  { name: 'no URL', location: 'http://', expected: 'http://' },
]

describe('pageLocation', () => {
  it.each(rows)('$name', ({ location, expected }) => {
    expect(pageLocation(location, asked, target)).toBe(expected)
  })
})
