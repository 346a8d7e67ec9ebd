import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '#e2e/fleet/until.ts'
import { seconds } from '#src/domain/time/units.ts'
import { freePorts } from './freePorts.ts'

/** Debian's name of it. */
export const ALERTMANAGER = 'prometheus-alertmanager'

/** An alert as Prometheus posts it; without an end it goes on for the server's `resolve_timeout`. */
export type PostedAlert = {
  readonly labels: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  readonly startsAt?: string
  readonly endsAt?: string
  readonly generatorURL?: string
}

/** A real Alertmanager on loopback. */
export type AlertmanagerServer = {
  readonly url: string
  /** Tells it of alerts; those with an end in the past are resolved. */
  readonly post: (alerts: readonly PostedAlert[]) => Promise<void>
  /** Silences as somebody else would, for ten minutes; the id. */
  readonly silence: (labels: PostedAlert['labels'], createdBy: string, comment: string) => Promise<string>
  /** What its silences say. */
  readonly comments: () => Promise<readonly string[]>
  /** Ends it as an operator does; `start` begins anew on the same port, with its silences and without its alerts. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  /** Ends it for good. */
  readonly remove: () => Promise<void>
}

const CONFIG = `route:
  receiver: none
receivers:
  - name: none
inhibit_rules:
  - source_matchers: [severity = critical]
    target_matchers: [severity = warning]
    equal: [service]
`

async function sent(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

const isReady = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/-/ready`).catch(() => null)
  return answer?.ok === true
}

/**
 * Starts one on a free port; where no other configuration is given with one receiver that does nothing, and warnings
 * inhibited by what is critical.
 */
export async function alertmanagerServer(configuration = CONFIG): Promise<AlertmanagerServer> {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-alertmanager-'))
  const config = join(folder, 'config.yml')
  writeFileSync(config, configuration)
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  let running: { readonly child: ChildProcess; readonly gone: Promise<void> } | null = null

  const stop = async (): Promise<void> => {
    running?.child.kill('SIGTERM')
    await running?.gone
    running = null
  }

  const remove = async (): Promise<void> => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }

  const start = async (): Promise<void> => {
    const args = [
      `--config.file=${config}`,
      `--storage.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address=',
    ]
    const child = spawn(ALERTMANAGER, args, { stdio: 'ignore' })
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    running = { child, gone }
    try {
      await until('Alertmanager is ready', () => isReady(url), seconds(20))
    } catch (error) {
      await remove()
      throw error
    }
  }

  await start()
  return {
    url,
    async post(alerts) {
      await sent(`${url}/api/v2/alerts`, alerts)
    },
    async silence(labels, createdBy, comment) {
      const matchers = Object.entries(labels).map(([name, value]) => ({
        name,
        value,
        isRegex: false,
        isEqual: true,
      }))
      const [startsAt, endsAt] = [0, 600_000].map((later) => new Date(Date.now() + later).toISOString())
      const answer = await sent(`${url}/api/v2/silences`, { matchers, startsAt, endsAt, createdBy, comment })
      if (typeof answer !== 'object' || answer === null || !('silenceID' in answer))
        throw new Error('no silence')
      return String(answer.silenceID)
    },
    async comments() {
      const silences: unknown = await (await fetch(`${url}/api/v2/silences`)).json()
      if (!Array.isArray(silences)) return []
      return silences.map((of: { readonly comment?: unknown }) => String(of.comment))
    },
    start,
    stop,
    remove,
  }
}
