import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { freePorts } from './freePorts.ts'

/** A server of somebody else, as Debian packages it. */
export type RealServer = {
  readonly name: string
  readonly binary: string
  /** Its arguments, for a port and a folder of its own. */
  readonly args: (port: number, folder: string) => readonly string[]
  /** A signal that its metrics must have fed. */
  readonly signal: RegExp
}

const PROMETHEUS_CONFIG = 'scrape_configs: []\n'
const ALERTMANAGER_CONFIG = 'route:\n  receiver: none\nreceivers:\n  - name: none\n'

function configFile(folder: string, text: string): string {
  const path = join(folder, 'config.yml')
  writeFileSync(path, text)
  return path
}

export const REAL_SERVERS: readonly RealServer[] = [
  {
    name: 'prometheus',
    binary: 'prometheus',
    args: (port, folder) => [
      `--config.file=${configFile(folder, PROMETHEUS_CONFIG)}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    signal: /memory/i,
  },
  {
    name: 'node-exporter',
    binary: 'prometheus-node-exporter',
    args: (port) => [`--web.listen-address=127.0.0.1:${port}`],
    signal: /disk|memory/i,
  },
  {
    name: 'alertmanager',
    binary: 'prometheus-alertmanager',
    args: (port, folder) => [
      `--config.file=${configFile(folder, ALERTMANAGER_CONFIG)}`,
      `--storage.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ],
    signal: /goroutines|memory/i,
  },
  {
    name: 'nats-server',
    binary: 'nats-server',
    args: (port) => ['-a', '127.0.0.1', '-p', '-1', '-m', String(port)],
    signal: /memory/i,
  },
]

/** Whether a program is on the PATH. */
export const isInstalled = (binary: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, binary)))

/** A real server that runs; `stop` ends it at once and waits until it is gone. */
export type Running = { readonly url: string; stop(): Promise<void> }

/** Starts a real server on a free port of loopback. */
export async function startReal(server: RealServer): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), `morning-check-${server.name}-`))
  const [port = 0] = await freePorts(1)
  const child: ChildProcess = spawn(server.binary, server.args(port, folder), { stdio: 'ignore' })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGKILL')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
