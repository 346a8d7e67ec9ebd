import { describe, expect, it } from 'vitest'
import { builtPage } from './builtPage.ts'

const BASE = 'https://ops.example/check/'
const OWN = `${BASE}assets/index-AAAAAAAA.js`

const resolve = (address: string): string | null =>
  URL.canParse(address, BASE) ? new URL(address, BASE).href : null

const page = (head: string): string =>
  `<!doctype html><html><head>${head}</head><body><div id="root"></div></body></html>`

const read = (head: string) => builtPage(page(head), resolve, OWN)

describe('what a page loads', () => {
  it('is its entry, and all else that it asks for by itself', () => {
    const html = `
      <script src="./theme.js"></script>
      <link rel="icon" href="./icon.svg" />
      <link rel="manifest" href="./manifest.webmanifest">
      <script type="module" crossorigin src="./assets/index-B3xk_9Qa.js"></script>
      <link rel="modulepreload" crossorigin href="./assets/lazy-DigestScreen-CCCCCCCC.js">
      <link rel="stylesheet" crossorigin href='./assets/index-DDDDDDDD.css'>`
    expect(read(html)).toEqual({
      entry: `${BASE}assets/index-B3xk_9Qa.js`,
      assets: [
        `${BASE}theme.js`,
        `${BASE}assets/index-B3xk_9Qa.js`,
        `${BASE}assets/lazy-DigestScreen-CCCCCCCC.js`,
        `${BASE}assets/index-DDDDDDDD.css`,
      ],
    })
  })

  const none = [
    { name: 'a page without a module script', head: '<script src="./assets/index-B3xk_9Qa.js"></script>' },
    {
      name: 'the sign-in page of a proxy',
      head: '<script type="module" src="/sso/assets/index-B3xk_9Qa.js"></script>',
    },
    {
      name: 'a script of another server',
      head: '<script type="module" src="https://cdn.example/check/assets/index-B3xk_9Qa.js"></script>',
    },
    { name: 'another script', head: '<script type="module" src="./assets/login-B3xk_9Qa.js"></script>' },
    { name: 'an address that is none', head: '<script type="module" src="https://:x/"></script>' },
    { name: 'an empty page', head: '' },
    {
      name: 'more than any build of ours brings',
      head: `<script type="module" src="./assets/index-B3xk_9Qa.js"></script>${'<link rel="preload" href="x.js">'.repeat(30)}`,
    },
  ]
  for (const { name, head } of none) it(`is not told by ${name}`, () => expect(read(head)).toBeNull())

  it('is the same for the page that runs', () => {
    expect(read('<script type="module" src="./assets/index-AAAAAAAA.js"></script>')?.entry).toBe(OWN)
  })
})
