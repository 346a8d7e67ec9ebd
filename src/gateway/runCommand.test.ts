import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCommand, type Surroundings } from './runCommand.ts'
import { ask, deadUrl, folderWith, oneOrder, servePod } from './testServers.ts'

const GOOD = JSON.stringify(oneOrder('http://10.0.0.7:8080'))

/** A command line in a folder with these files; `$URL` in an argument is one on which nothing listens. */
async function command(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  more: Partial<Surroundings> = {},
) {
  const said: string[] = []
  const complained: string[] = []
  const cwd = await folderWith(files)
  const outcome = await runCommand(args, {
    program: 'gateway',
    version: '1.2.3',
    cwd,
    distDir: cwd,
    print: (text) => said.push(text),
    complain: (text) => complained.push(text),
    ...more,
  })
  if ('stop' in outcome) onTestFinished(outcome.stop)
  return { outcome, cwd, said: said.join('\n'), complained: complained.join('\n') }
}

const refused = [
  { name: 'no fleet', args: [], says: 'Name a fleet file: --fleet my-fleet.json.' },
  { name: 'no fleet to print', args: ['--print', 'nginx'], says: 'Name a fleet file' },
  {
    name: 'a slip of the pen',
    args: ['--flet', 'x'],
    says: 'Did you mean --fleet?\ngateway --help says more.',
  },
  { name: 'a missing file', args: ['--fleet', 'nope.json'], says: 'There is no fleet file at ' },
  { name: 'a file below a file', args: ['--fleet', 'good.json/x'], says: 'There is no fleet file at ' },
  { name: 'a directory', args: ['--fleet', '.'], says: 'is a directory: name the fleet file in it.' },
  { name: 'no JSON', args: ['--fleet', 'text.json'], says: 'is not JSON: line 2, column 1.' },
  { name: 'a faulty file', args: ['--fleet', 'faulty.json'], says: 'has one fault:' },
  {
    name: 'an unknown host',
    args: ['--fleet', 'good.json', '--host', 'no.invalid'],
    says: 'The host name no.invalid is not known.',
  },
  {
    name: 'an address of another machine',
    args: ['--fleet', 'good.json', '--host', '192.0.2.1'],
    says: 'This machine has no address 192.0.2.1.',
  },
]

describe('runCommand', () => {
  it.each(refused)('ends in a sentence: $name', async ({ args, says }) => {
    const files = { 'good.json': GOOD, 'text.json': '{\nx', 'faulty.json': '{"services":5}' }
    const { outcome, said, complained } = await command(args, files)
    expect(complained).toContain(says)
    expect([outcome, said]).toEqual([{ exitCode: 1 }, ''])
  })

  it('serves a fleet that is empty yet', async () => {
    const { said, complained } = await command(['--fleet', 'f.json', '--port', '0'], {
      'f.json': '{"services":[]}',
    })
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? ''
    expect([complained, JSON.parse((await ask(url, '/fleet.json')).body)]).toEqual(['', { services: [] }])
  })

  it('names the next free port when one is taken', async () => {
    const port = new URL(await servePod(() => {})).port
    const { outcome, complained } = await command(['--fleet', 'f.json', '--port', port], { 'f.json': GOOD })
    expect(complained).toMatch(
      new RegExp(`^Port ${port} is taken: another program listens on it. \\d+ is free: gateway --port \\d+$`),
    )
    expect(outcome).toEqual({ exitCode: 1 })
  })

  it('says that a fleet file on the web cannot be read', async () => {
    const { complained } = await command(['--fleet', `${await deadUrl()}/fleet.json`], {})
    expect(complained).toMatch(/fleet\.json cannot be read \(ECONNREFUSED\)\.$/)
  })

  it('prints help with every option', async () => {
    const { outcome, said } = await command(['--help'], {})
    expect(said.match(/^ {2}--\w+/gm)).toHaveLength(8)
    expect(outcome).toEqual({ exitCode: 0 })
  })

  it('prints its version', async () => {
    expect((await command(['--version'], {})).said).toBe('1.2.3')
  })

  it('prints a configuration', async () => {
    const { said } = await command(['--fleet', 'f.json', '--print', 'nginx', '--prefix', 'x'], {
      'f.json': GOOD,
    })
    expect(said).toContain('location ^~ "/x/fleet/orders/orders-1/"')
  })

  it('serves on a free port and prints where', async () => {
    const { said, cwd } = await command(['--fleet', 'f.json', '--port', '0'], { 'f.json': GOOD })
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? ''
    expect((await ask(url, '/fleet.json')).status).toBe(200)
    expect(said).toContain(join(cwd, 'f.json'))
    expect(said).not.toContain('Everybody')
  })

  it('says what listening everywhere means', async () => {
    const args = ['--fleet', 'f.json', '--port', '0', '--host', '0.0.0.0']
    const { said } = await command(args, { 'f.json': GOOD })
    expect(said).toMatch(/http:\/\/localhost:\d+\//)
    expect(said).toContain('Everybody who reaches 0.0.0.0 reads your pods through it, without signing in.')
  })

  it('starts and stops a fleet of its own where none is named', async () => {
    const steps: string[] = []
    const site = await servePod((_, response) => response.end(GOOD))
    const start = async () => {
      steps.push('started')
      return {
        source: { url: `${site}/fleet.json` },
        lines: (url: string) => [`sample at ${url}`],
        stop: async () => void steps.push('stopped'),
      }
    }
    const ownFleet = { says: 'Without --fleet a sample runs.', start }
    const { outcome, said } = await command(['--port', '0'], {}, { ownFleet })
    expect(said).toMatch(/sample at http:\/\/127/)
    if ('stop' in outcome) await outcome.stop()
    expect(steps).toEqual(['started', 'stopped'])
  })
})
