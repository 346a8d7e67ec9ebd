import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import type { TicketSettings } from '#src/domain/fleet/ticketSettings.ts'
import { inboxOf, subjectOf } from '#src/domain/ticket/natsSubjects.ts'
import { askNats } from './askNats.ts'
import { ADMIN, natsConfiguration } from './natsConfiguration.ts'
import { runCommand } from './runCommand.ts'
import { deadUrl, folderWith } from './testServers.ts'

const PROGRAM = 'nats-server'

const FLEET = {
  tickets: {
    board: 'pay',
    people: ['Anna Müller', { name: 'ben' }],
    nats: { url: 'wss://nats.example:9443' },
  },
  services: [],
}

const ticketsOf = (fleet: unknown): TicketSettings => {
  const parsed = parseFleet(fleet)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value.tickets
}

const versionOf = (): string | null => {
  const { error, stdout } = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' })
  return error === undefined ? (/v(\d+\.\d+)/.exec(stdout)?.[1] ?? '') : null
}

const PASSWORDS = {
  MORNING_CHECK_ADMIN: 'secret-of-admin',
  MORNING_CHECK_ANNA_MULLER: 'secret-of-anna',
  MORNING_CHECK_BEN: 'secret-of-ben',
}

/** The printed configuration, with ports and a folder of this test in it, without TLS. */
function adapted(text: string, port: number, folder: string): string {
  const here = text
    .replace('127.0.0.1:4222', `127.0.0.1:${port}`)
    .replace('0.0.0.0:9443', '127.0.0.1:-1')
    .replace('/var/lib/nats', folder)
    .replace(/^.*tls \{.*$/m, 'no_tls: true')
  return versionOf() === '2.9' ? here.replace('sync_interval: always', '') : here
}

const freePort = async (): Promise<number> => Number(new URL(await deadUrl()).port)

/** A command line of the gateway in a folder with this test's fleet file. */
async function command(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const said: string[] = []
  const cwd = await folderWith({ 'fleet.json': JSON.stringify(FLEET) })
  const outcome = await runCommand([...args, '--fleet', 'fleet.json'], {
    program: 'gateway',
    version: '',
    cwd,
    distDir: cwd,
    print: (text) => said.push(text),
    complain: (text) => said.push(text),
    environment,
  })
  return { outcome, said: said.join('\n') }
}

/** Runs a real server on what the command printed. */
async function run(): Promise<number> {
  const folder = await folderWith({})
  const port = await freePort()
  const path = join(folder, 'nats.conf')
  await writeFile(path, adapted((await command(['nats'])).said, port, join(folder, 'data')))
  const child = spawn(PROGRAM, ['-c', path], { env: { ...process.env, ...PASSWORDS } })
  onTestFinished(async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  })
  // It is read to its end: a server that cannot say anything any more dies of it.
  await new Promise<void>((resolve, reject) => {
    let words = ''
    child.stderr.on('data', (chunk) => {
      words += String(chunk)
      if (words.includes('Server is ready')) resolve()
    })
    child.once('exit', () => reject(new Error(words)))
  })
  return port
}

describe('natsConfiguration', () => {
  const text = natsConfiguration('server', ticketsOf(FLEET))

  it('gives each person a user with a password that is not in it', () => {
    expect(text.match(/user: "[^"]*"\n *password: \S+/g)).toEqual([
      expect.stringMatching(/"morning-check-admin"\n *password: \$MORNING_CHECK_ADMIN$/),
      expect.stringMatching(/"morning-check-reader"\n *password: ""$/),
      expect.stringMatching(/"Anna-Muller"\n *password: \$MORNING_CHECK_ANNA_MULLER$/),
      expect.stringMatching(/"ben"\n *password: \$MORNING_CHECK_BEN$/),
    ])
  })

  it('lets people write as themselves and what is automatic, and the wall not at all', () => {
    expect(text.match(/"tk\.pay\.\*\..*"/g)).toEqual([
      '"tk.pay.*.Anna-Muller.*"',
      '"tk.pay.*.auto.*"',
      '"tk.pay.*.ben.*"',
      '"tk.pay.*.auto.*"',
    ])
  })

  it.each([
    { name: 'the port of the URL, with TLS', nats: { url: 'wss://n:9443' }, says: ['0.0.0.0:9443', 'tls {'] },
    { name: 'the usual port of wss', nats: { url: 'wss://n' }, says: ['0.0.0.0:443', 'tls {'] },
    { name: 'ws without TLS', nats: { url: 'ws://n/x' }, says: ['0.0.0.0:80', 'no_tls: true'] },
    { name: 'a board in this browser as yet', nats: undefined, says: ['0.0.0.0:9222', 'tls {'] },
  ])('listens on $name', ({ nats, says }) => {
    const printed = natsConfiguration('server', ticketsOf({ tickets: { nats }, services: [] }))
    for (const part of says) expect(printed).toContain(part)
    expect(printed).toContain('names nobody under tickets.people')
  })

  it('keeps a name in its comment and variables apart', () => {
    const people = ['a-b', 'a_b', '李', 'auto', 'admin']
    const printed = natsConfiguration('server', ticketsOf({ tickets: { people }, services: [] }))
    const variables = [...printed.matchAll(/password: \$(\w+)/g)].map(([, name]) => name)
    expect(new Set(variables).size).toBe(6)
    expect(printed.split('\n').filter((line) => line.includes('李'))).toHaveLength(1)
  })

  it('prints the stream, which is in the configuration as well', () => {
    const stream = natsConfiguration('stream', ticketsOf(FLEET))
    expect(JSON.parse(stream)).toMatchObject({
      name: 'TICKETS_pay',
      subjects: ['tk.pay.>'],
      discard_new_per_subject: true,
      deny_purge: true,
    })
    expect(text).toContain(stream.replaceAll(/^/gm, '# '))
  })
})

describe('the real nats-server', () => {
  const missing = versionOf() === null

  beforeAll(() => {
    if (missing) console.warn('nats-server is not installed: its printed configuration is not tried out.')
  })

  it.skipIf(missing)(
    'does with its printed configuration what the board needs',
    { timeout: 30_000 },
    async () => {
      const port = await run()
      const server = `127.0.0.1:${port}`
      const create = ['nats', 'create', '--server', server]
      expect(await command(create)).toMatchObject({
        outcome: { exitCode: 1 },
        said: `Set MORNING_CHECK_ADMIN to the password of ${ADMIN}.`,
      })
      expect((await command(create, { MORNING_CHECK_ADMIN: 'x' })).said).toContain('Authorization Violation')
      const made = {
        outcome: { exitCode: 0 },
        said: expect.stringContaining('The stream TICKETS_pay is there'),
      }
      expect(await command(create, PASSWORDS)).toEqual(made)
      expect(await command(create, PASSWORDS)).toEqual(made)

      const write = (user: string, password: string, actor: string) =>
        askNats(
          { host: '127.0.0.1', port, user, password, inbox: inboxOf(user) },
          subjectOf('pay', { ticket: 't', actor, id: 'e' }) ?? '',
          '{}',
        )
      const anna = (actor: string) => write('Anna-Muller', 'secret-of-anna', actor)
      expect(await anna('Anna-Muller')).toEqual({ ok: true, value: expect.stringContaining('"seq":1') })
      expect(await anna('Anna-Muller')).toEqual({ ok: true, value: expect.stringContaining('10077') })
      expect(await anna('ben')).toEqual({
        ok: false,
        error: expect.stringContaining('Permissions Violation'),
      })
      expect(await anna('auto')).toEqual({ ok: true, value: expect.stringContaining('"seq":2') })
      expect(await write('ben', 'secret-of-anna', 'ben')).toMatchObject({ ok: false })
    },
  )

  it.skipIf(missing)('is asked in vain where it is not', async () => {
    const port = await freePort()
    const { outcome, said } = await command(['nats', 'create', '--server', `127.0.0.1:${port}`], PASSWORDS)
    expect([outcome, said]).toEqual([{ exitCode: 1 }, `127.0.0.1:${port} cannot be reached (ECONNREFUSED).`])
  })
})
