import { describe, expect, it } from 'vitest'
import { readArguments } from './readArguments.ts'

const SERVE = { kind: 'serve', fleet: null, host: '127.0.0.1', port: 8055, print: 'nginx', prefix: '/' }

const NATS = { kind: 'nats', fleet: null, verb: 'server', server: { host: '127.0.0.1', port: 4222 } }

const good = [
  { name: 'nothing', args: [], expected: SERVE },
  {
    name: 'a file',
    args: ['--fleet', 'my fleet.json'],
    expected: { ...SERVE, fleet: { path: 'my fleet.json' } },
  },
  {
    name: 'a URL',
    args: ['--fleet=http://h/f.json?a=b'],
    expected: { ...SERVE, fleet: { url: 'http://h/f.json?a=b' } },
  },
  { name: 'port 0', args: ['--port', '0'], expected: { ...SERVE, port: 0 } },
  { name: 'the last of two', args: ['--port', '1', '--port=2'], expected: { ...SERVE, port: 2 } },
  { name: 'another host', args: ['--host', '::1'], expected: { ...SERVE, host: '::1' } },
  { name: 'print', args: ['--print', 'caddy'], expected: { ...SERVE, kind: 'print', print: 'caddy' } },
  {
    name: 'prefix without slashes',
    args: ['--print=nginx', '--prefix', 'a/b'],
    expected: { ...SERVE, kind: 'print', prefix: '/a/b/' },
  },
  {
    name: 'prefix of one slash',
    args: ['--print=nginx', '--prefix=/'],
    expected: { ...SERVE, kind: 'print' },
  },
  { name: 'help before all faults of values', args: ['--port', 'x', '--help'], expected: { kind: 'help' } },
  { name: 'short help', args: ['-h'], expected: { kind: 'help' } },
  { name: 'version', args: ['--version'], expected: { kind: 'version' } },
  { name: 'a NATS server', args: ['nats'], expected: NATS },
  {
    name: 'its stream',
    args: ['nats', 'stream', '--fleet=f.json'],
    expected: { ...NATS, verb: 'stream', fleet: { path: 'f.json' } },
  },
  {
    name: 'the stream made elsewhere',
    args: ['nats', 'create', '--server', 'nats://[::1]:4333'],
    expected: { ...NATS, verb: 'create', server: { host: '::1', port: 4333 } },
  },
  {
    name: 'the stream made on a host alone',
    args: ['nats', 'create', '--server', 'nats.example'],
    expected: { ...NATS, verb: 'create', server: { host: 'nats.example', port: 4222 } },
  },
  { name: 'help for it', args: ['nats', 'stream', '--help'], expected: { kind: 'help' } },
]

const bad = [
  { name: 'a slip of the pen', args: ['--flet', 'x'], says: 'Unknown option --flet. Did you mean --fleet?' },
  { name: 'one dash', args: ['-port', '1'], says: 'Unknown option -port. Did you mean --port?' },
  { name: 'nothing near', args: ['--frobnicate'], says: 'The options are --fleet, --port' },
  { name: 'a file alone', args: ['my.json'], says: 'Did you mean --fleet my.json?' },
  { name: 'a bare dash pair', args: ['--'], says: 'Unknown option --.' },
  { name: 'no value', args: ['--port'], says: '--port needs a value: --port N.' },
  {
    name: 'an option for a value',
    args: ['--fleet', '--port', '1'],
    says: '--fleet needs a value: --fleet FILE|URL.',
  },
  { name: 'empty value', args: ['--host='], says: '--host needs a value' },
  { name: 'a value too many', args: ['--help=me'], says: '--help takes no value.' },
  {
    name: 'no number',
    args: ['--port', '80a'],
    says: '--port 80a is no port: write a whole number from 0 to 65535.',
  },
  { name: 'too high a port', args: ['--port', '65536'], says: '--port 65536 is no port' },
  { name: 'no URL', args: ['--fleet', 'http://'], says: '--fleet http:// is no URL.' },
  { name: 'nothing to print', args: ['--print', 'nginxx'], says: 'did you mean nginx?' },
  { name: 'nothing near to print', args: ['--print', 'apache'], says: 'write nginx, caddy, fleet.' },
  {
    name: 'prefix that climbs',
    args: ['--print', 'nginx', '--prefix', '/a/../b'],
    says: '--prefix /a/../b is no path',
  },
  { name: 'prefix with a quote', args: ['--print', 'nginx', '--prefix', '/a"b'], says: 'is no path' },
  { name: 'nothing to do about NATS', args: ['nats', 'steam'], says: 'did you mean stream?' },
  { name: 'a port for NATS', args: ['nats', '--port', '1'], says: '--port does not belong to nats.' },
  { name: 'a server to print', args: ['nats', '--server', 'x'], says: '--server belongs to nats create.' },
  { name: 'a server to serve', args: ['--server', 'x'], says: '--server belongs to nats create.' },
  { name: 'no server', args: ['nats', 'create', '--server', 'a:b'], says: '--server a:b is no server' },
  { name: 'no URL for NATS', args: ['nats', '--fleet', 'http://'], says: '--fleet http:// is no URL.' },
  { name: 'prefix alone', args: ['--prefix', '/a/'], says: '--prefix belongs to --print.' },
]

describe('readArguments', () => {
  it.each(good)('reads $name', ({ args, expected }) => {
    expect(readArguments(args)).toEqual({ ok: true, value: expected })
  })

  it.each(bad)('explains $name', ({ args, says }) => {
    const read = readArguments(args)
    expect(read.ok ? '' : read.error).toContain(says)
  })

  it('names every faulty value at once', () => {
    const read = readArguments(['--port', 'x', '--print', 'y'])
    expect(read.ok ? [] : read.error.split('\n')).toHaveLength(2)
  })
})
