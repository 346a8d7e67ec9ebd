import { describe, expect, it } from 'vitest'
import { englishReach } from './englishReach.ts'
import { storeCheckWords, type TriedOfStore } from './storeCheckReach.ts'

const ORIGIN = 'https://dash.test'
const PRINT = 'npm run --silent gateway -- nats --fleet my-fleet.json > nats.conf'
const CREATE = 'npm run --silent gateway -- nats create --fleet my-fleet.json --server 127.0.0.1:4222'

const failed = (name: TriedOfStore['name'], detail: string): TriedOfStore => ({
  name,
  outcome: 'failed',
  detail,
})

describe('a check of the ticket store', () => {
  it.each([
    { check: failed('load', 'TypeError'), lines: [] },
    {
      check: failed('reach', 'closed'),
      lines: ['websocket { allowed_origins: ["https://dash.test"] }', PRINT],
    },
    { check: failed('sign-in', 'Authorization Violation'), lines: [PRINT] },
    { check: failed('stream', 'stream not found'), lines: [CREATE] },
    { check: failed('write-once', 'discard: new'), lines: ['discard: new', CREATE] },
    { check: failed('no-delete', 'deny_delete: true'), lines: ['deny_delete: true', CREATE] },
    {
      check: failed('read', 'Permissions Violation for Publish to "$JS.API.STREAM.INFO.MC"'),
      lines: ['publish: { allow: ["$JS.API.STREAM.INFO.MC"] }', PRINT],
    },
    {
      check: failed('read', '\'Permissions Violation for Subscription to "_INBOX_anna.>"\''),
      lines: ['subscribe: { allow: ["_INBOX_anna.>"] }', PRINT],
    },
    { check: failed('write', 'no room'), lines: [PRINT] },
    { check: failed('write-as-others', 'tk.shop.probe.not-anna.probe'), lines: [PRINT] },
  ])('$check.name that failed says what to write', ({ check, lines }) => {
    const { what, fixes } = storeCheckWords(check, ORIGIN, true)
    expect(what).toBe(englishReach.check.name[check.name])
    expect(fixes[0]?.says).toBe(englishReach.check.repair[check.name])
    expect(fixes.flatMap((fix) => fix.lines)).toEqual(lines)
  })

  it.each([
    { name: 'write', isSignedIn: false, seen: 'sign in first' },
    { name: 'write', isSignedIn: true, seen: 'waits for what failed above' },
    { name: 'read', isSignedIn: false, seen: 'waits for what failed above' },
  ] as const)('$name that was not tried says why, signed in: $isSignedIn', ({ name, isSignedIn, seen }) => {
    const words = storeCheckWords({ name, outcome: 'skipped', detail: '' }, ORIGIN, isSignedIn)
    expect(words).toMatchObject({ seen, fixes: [] })
  })

  it('that passed says what was seen, and nothing to mend', () => {
    const check: TriedOfStore = { name: 'reach', outcome: 'passed', detail: 'wss://nats.test' }
    expect(storeCheckWords(check, ORIGIN, true)).toMatchObject({ seen: 'wss://nats.test', fixes: [] })
  })
})
