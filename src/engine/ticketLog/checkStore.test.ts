import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { natsServer, type NatsServer } from '#e2e/support/natsServer.ts'
import { isInstalled } from '#e2e/support/realServers.ts'
import { loadLine } from '#src/engine/testing/natsRig.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { checkStore } from './checkStore.ts'
import type { OpenLine } from './engineLine.ts'
import type { Credentials } from './eventStore.ts'
import type { StoreCheck } from './storeCheck.ts'

const VIOLATION = 'failed: Permissions Violation for Publish to'

/** Those that did not pass, and why. */
const amiss = (checks: readonly StoreCheck[]): Record<string, string> =>
  Object.fromEntries(
    checks.flatMap(({ name, outcome, detail }) =>
      outcome === 'passed' ? [] : [[name, outcome === 'failed' ? `failed: ${detail}` : outcome]],
    ),
  )

describe.skipIf(!isInstalled('nats-server'))('trying out a real nats-server', () => {
  let server: NatsServer

  beforeAll(async () => {
    server = await natsServer()
  })
  afterAll(() => server.stop())

  const check = (
    credentials: Credentials | null,
    {
      url = server.url,
      stream = server.stream,
      load = loadLine,
    }: Partial<NatsServer & { load: () => Promise<OpenLine> }> = {},
  ): Promise<readonly StoreCheck[]> =>
    checkStore({ engine: { url, stream }, board: server.board, credentials, ports: nodePorts, load })

  it.each([
    { user: 'anna', expected: {} },
    {
      user: null,
      expected: { 'sign-in': 'skipped', write: 'skipped', 'write-as-others': 'skipped' },
    },
    { user: 'wall', expected: { write: `${VIOLATION} "tk.run.probe.wall.probe"` } },
    { user: 'admin', expected: { 'write-as-others': 'failed: tk.run.probe.not-admin.probe' } },
    {
      user: 'deaf',
      expected: { read: expect.stringContaining(`${VIOLATION} "$JS.API.CONSUMER.MSG.NEXT.TICKETS.`) },
    },
  ])('names what $user may not do', async ({ user, expected }) => {
    const checks = await check(user === null ? null : { user, password: user })
    expect(amiss(checks)).toEqual(expected)
    expect(checks).toHaveLength(9)
  })

  it('goes no further than it can', async () => {
    const anna = { user: 'anna', password: 'anna' }
    const found = await Promise.all([
      check(anna, { load: () => Promise.reject(new Error('404')) }),
      check(anna, { url: 'ws://127.0.0.1:9' }),
      check({ ...anna, password: 'wrong' }),
      check(anna, { stream: 'NONE' }),
      check({ user: 'admin', password: 'admin' }, { stream: 'NONE' }),
    ])
    expect(found.map((checks) => checks.find(({ outcome }) => outcome !== 'passed'))).toMatchObject([
      { name: 'load', detail: 'Error: 404' },
      { name: 'reach', outcome: 'failed' },
      { name: 'sign-in', detail: 'Authorization Violation' },
      { name: 'stream', detail: 'Permissions Violation for Publish to "$JS.API.STREAM.INFO.NONE"' },
      { name: 'stream', detail: 'stream not found' },
    ])
    for (const checks of found) expect(checks.at(-1)?.outcome).toBe('skipped')
  })
})
