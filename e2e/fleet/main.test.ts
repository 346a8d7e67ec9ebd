import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ask } from './testing/askPod.ts'
import { isAlive } from './testing/sampleFleet.ts'
import { until } from './until.ts'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

type Run = { readonly child: ChildProcess; readonly output: () => string }

function run(args: readonly string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)))
  return { child, output: () => text }
}

const controlIn = ({ output }: Run) => /^http:\/\/127\.0\.0\.1:\d+$/m.exec(output())?.[0] ?? null

describe('the command', { timeout: 30_000 }, () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGKILL'] as const) {
    it(`starts the morning, and takes every pod with it at ${signal}`, async () => {
      const started = run([])
      const control = await until('the control URL', () => controlIn(started), 20_000)
      const pods: { readonly pid: number | null }[] = JSON.parse((await ask(`${control}/pods`)).body)
      const pids = pods.flatMap(({ pid }) => (pid === null ? [] : [pid]))
      expect([pods.length, pids.length]).toEqual([22, 21])

      started.child.kill(signal)
      await once(started.child, 'exit')
      await until('the end of every pod', () => !pids.some(isAlive))
      expect(pids.some(isAlive)).toBe(false)
    })
  }

  const wrong = [
    {
      args: ['--scenario', 'evening'],
      says: 'There is no scenario "evening". Write one of: all-green, morning',
    },
    { args: ['--port', 'http'], says: '"http" is not a port.' },
    { args: ['--prot', '1'], says: "Unknown option '--prot'" },
  ]
  for (const { args, says } of wrong) {
    it(`explains ${args.join(' ')}`, async () => {
      const refused = run(args)
      const [code] = await once(refused.child, 'close')
      expect(code).toBe(2)
      expect(refused.output()).toContain(says)
    })
  }
})
