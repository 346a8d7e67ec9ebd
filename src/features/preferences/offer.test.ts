import { describe, expect, it } from 'vitest'
import { DEFAULT_PREFERENCES } from '#src/domain/preferences/preferences.ts'
import { calledAs, FIRST_OFFER, offerOf, refusedWords, standsAs } from './offer.ts'

const fileOf = (content: string): File => new File([content], 'mine.json')

describe('a file that offers nothing', () => {
  it.each([
    {
      name: 'cut',
      content: '{"kind":',
      says: 'The file ends too early, at line 1, column 9: save it again.',
    },
    { name: 'no JSON', content: 'theme=dark', says: 'The file is no JSON: look at line 1, column 1.' },
    {
      name: 'another one',
      content: '{"services":[]}',
      says: 'That is no file of preferences. One begins with "kind": "morning-check/preferences".',
    },
    {
      name: 'of a newer build',
      content: '{"kind":"morning-check/preferences","version":2}',
      says: 'The file is of a newer build: reload this page, then take it again.',
    },
    {
      name: 'too large',
      content: ' '.repeat(70 * 1024),
      says: 'That file has 70 KiB, preferences have at most 64 KiB: it is another one.',
    },
  ])('$name: says so', async ({ content, says }) => {
    expect(await offerOf(fileOf(content))).toEqual({ ok: false, error: says })
  })
})

describe('an offer', () => {
  it('is read against what holds when it is looked at', async () => {
    const given = { kind: 'morning-check/preferences', version: 1, preferences: { zone: 'utc' } }
    const offer = await offerOf(fileOf(JSON.stringify(given)))
    const before = { ...DEFAULT_PREFERENCES, theme: 'dark' } as const
    const next = { ...before, zone: 'utc' }
    expect(offer).toMatchObject({ ok: true, value: { source: 'mine.json' } })
    expect(offer.ok && offer.value.read(before)).toEqual({ next, refused: [] })
  })

  it('of how all was at first leaves the name', () => {
    const before = { ...DEFAULT_PREFERENCES, sound: 'off', singleKeys: false, name: 'Anna' } as const
    expect(FIRST_OFFER.read(before).next).toEqual({ ...DEFAULT_PREFERENCES, name: 'Anna' })
  })
})

describe('a preference in words', () => {
  it.each([
    { name: 'theme', called: 'Theme', stands: 'As the system' },
    { name: 'density', called: 'Rows', stands: 'Comfortable' },
    { name: 'zone', called: 'Time zone', stands: 'Mine' },
    { name: 'sound', called: 'Sounds', stands: 'On' },
    { name: 'notices', called: 'Desktop notices', stands: 'on' },
    { name: 'start', called: 'First screen', stands: 'Digest' },
    { name: 'name', called: 'Your name', stands: 'none' },
    { name: 'singleKeys', called: 'Single-letter keys', stands: 'on' },
  ] as const)('$called: $stands', ({ name, called, stands }) => {
    expect(calledAs(name)).toBe(called)
    expect(standsAs(name, DEFAULT_PREFERENCES)).toBe(stands)
  })
})

describe('what is not understood', () => {
  it.each([
    { wanted: ['on', 'off'], says: 'sound: "loud"; write one of on, off' },
    { wanted: 'yes-or-no', says: 'sound: "loud"; write true or false' },
    { wanted: 'nothing', says: 'sound: "loud"; there is no such preference' },
  ] as const)('$says', ({ wanted, says }) => {
    expect(refusedWords({ name: 'sound', value: '"loud"', wanted })).toBe(says)
  })
})
