import { describe, expect, it } from 'vitest'

import { isHtml } from './htmlPage.ts'
import { readHealth } from './readHealth.ts'
import { titleOf } from './signInPage.ts'

const read = (status: number, body: string, contentType = 'text/html; charset=utf-8') =>
  readHealth({ status, contentType, body })

const page = (head: string, body: string) =>
  `<!DOCTYPE html>\n<html lang="en"><head>${head}</head><body>${body}</body></html>`

const SIGN_IN = [
  ['a password box', page('<title>Orders</title>', '<form><input name=p type="password"></form>')],
  [
    'oauth2-proxy',
    page('<title>Welcome</title>', '<form method="GET" action="/oauth2/start"><button>Go</button></form>'),
  ],
  [
    'Keycloak',
    page('<title>Welcome</title>', '<form id="kc-form-login" action="https://id.example/realms/x">'),
  ],
  ['Microsoft Entra', page('<title>Sign in to your account</title>', '<div></div>')],
  ['Dex', page('<title>dex</title>', '<form action="/auth/local/login?back=">')],
  ['ADFS', page('<title>Hello</title>', '<form method="post" action="https://sts.example/adfs/ls/?wa=x">')],
  [
    'a SAML hand-over',
    page('', '<form action="https://idp.example/x"><input type="hidden" name="SAMLRequest" value="a">'),
  ],
  ['Authelia', page('<title>Login - Authelia</title>', '<div id="root"></div>')],
  ['Cloudflare Access', page('<title>Hi</title>', '<a href="/cdn-cgi/access/login/x">go</a>')],
  ['a meta refresh', page('<meta http-equiv="refresh" content="0; url=/login?next=%2Fhealth">', '')],
  ['a script redirect', page('<script>window.location.href = "/sso/start"</script>', '')],
  ['a replace', page("<script>location.replace('https://idp.example/oauth2/authorize?x')</script>", '')],
  ['German', page('<title>Anmeldung – Portal</title>', '')],
  ['French', page('<title>Connexion</title>', '')],
  ['Spanish', page('<title>Iniciar sesión</title>', '')],
  ['Japanese', page('<title>ログイン</title>', '')],
  ['a heading for want of a title', '<html><body><h1>Log in</h1></body></html>'],
  ['single quotes and upper case', "<HTML><BODY><INPUT TYPE='PASSWORD'></BODY></HTML>"],
]

const OTHER = [
  [
    'a single-page app',
    page('<title>Orders</title><script type="module" src="/a.js"></script>', '<div id=root></div>'),
  ],
  [
    'an exporter',
    '<html><head><title>Node Exporter</title></head><body><a href="/metrics">Metrics</a></body></html>',
  ],
  ['nginx', page('<title>Welcome to nginx!</title>', '<h1>Welcome to nginx!</h1>')],
  ['an author list', page('<title>Authors and catalogues</title>', '<form action="/authors/search">')],
  ['a green word', page('<title>ok</title>', '<p>OK</p>')],
  ['Rails green with more in it', '<html><body style="background-color: green">hello</body></html>'],
  ['HAProxy with more in it', '<html><body><h1>200 OK</h1>\nService ready.\n<p>x</p></body></html>'],
  ['Application up without its line', page('<title>x</title>', '<h2>Application up</h2>')],
]

const laravel = (words: string) =>
  page(
    '<title>Laravel</title>',
    `<div><h2 class="text-xl">\n  ${words}\n</h2><p>HTTP request received. Response rendered in 31ms.</p></div>`,
  )

const VERDICTS = [
  ['HAProxy', 200, '<html><body><h1>200 OK</h1>\nService ready.\n</body></html>\n', 'ok'],
  ['Rails 7.1', 200, '<!DOCTYPE html><html><body style="background-color: green"></body></html>', 'ok'],
  ['Rails edge', 200, '<html><body style="background-color: green"></body></html>', 'ok'],
  ['Rails red', 500, '<!DOCTYPE html><html><body style="background-color: red"></body></html>', 'down'],
  [
    'Rails red behind 200',
    200,
    '<!DOCTYPE html><html><body style="background-color: red"></body></html>',
    'down',
  ],
  ['Laravel', 200, laravel('Application up'), 'ok'],
  ['Laravel in trouble', 500, laravel('Application experiencing problems'), 'down'],
] as const

describe('readHealth on HTML', () => {
  it.each(SIGN_IN)('a sign-in page: %s', (_, html = '') => {
    expect(read(200, html)).toMatchObject({ state: 'unknown', format: 'sign-in-page' })
    expect(read(200, html, 'application/json')).toMatchObject({ state: 'unknown', format: 'sign-in-page' })
    expect(read(403, html)).toMatchObject({ state: 'unknown', format: 'sign-in-page' })
  })

  it.each(OTHER)('not a health answer: %s', (_, html = '') => {
    const reading = read(200, html)
    expect(reading).toMatchObject({ state: 'unknown', format: 'html' })
    expect(reading.why).toMatch(/^HTML where a health answer was expected/)
  })

  it.each(VERDICTS)('a page with a verdict: %s', (_, status, html, expected) => {
    expect(read(status, html)).toMatchObject({ state: expected, format: 'html' })
  })

  it('an error page is down by its status, in its own words', () => {
    const html = page('<title>503 Service Temporarily Unavailable</title>', '<center>nginx</center>')
    expect(read(503, html)).toMatchObject({ state: 'down', why: 'HTTP 503; Service Temporarily Unavailable' })
  })

  it('looks at a page of any size in no time', () => {
    const hostile = [
      '<form '.repeat(50_000),
      '<title '.repeat(50_000),
      '<input '.repeat(50_000),
      'location='.repeat(50_000),
    ]
    for (const text of hostile) expect(read(200, `<html>${text}`).state).toBe('unknown')
  })
})

describe('isHtml', () => {
  it.each([
    ['<!doctype html><p>x', '', true],
    ['<!-- a --><!-- b --><html>', '', true],
    ['<?xml version="1.0"?>\n<html xmlns="x">', '', true],
    ['OK', 'text/html', false],
    ['database <b>connected</b>', 'text/html', false],
    ['hello<br>world', 'text/html', true],
    ['<?xml version="1.0"?><health status="up"/>', 'application/xml', false],
    ['{"a":"<html>"}', 'text/html', false],
    ['a < b', 'text/plain', false],
  ] as const)('%j as %s: %s', (text, mediaType, expected) => {
    expect(isHtml(text, mediaType)).toBe(expected)
  })
})

describe('titleOf', () => {
  it('reads entities, falls back to the heading, and is null without either', () => {
    expect(titleOf('<title lang="en"> A &amp; B&#39;s </title>')).toBe("A & B's")
    expect(titleOf('<title></title><h1 class=x>Hi</h1>')).toBe('Hi')
    expect(titleOf('<p>x</p>')).toBeNull()
  })
})
