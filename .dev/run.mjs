import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

// System programs (nginx, nats-server) are not on the PATH of every account.
const PATH = [process.env.PATH, '/usr/local/sbin', '/usr/sbin', '/sbin'].filter(Boolean).join(':')

export const ENVIRONMENT = { ...process.env, PATH }

/**
 * Runs a program in the project's folder, without stdin and without a shell.
 * @param {{ env?: Record<string, string>, show?: boolean }} [options] `show`: its output goes to the terminal.
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is empty with `show`.
 */
export const run = (command, args, { env = {}, show = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...ENVIRONMENT, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    const parts = []
    child.stdout?.on('data', (part) => parts.push(part))
    child.stderr?.on('data', (part) => parts.push(part))
    child.once('error', (error) => resolve({ ok: false, output: `${command}: ${error.message}\n` }))
    child.once('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(parts).toString() }))
  })

/** The npm that runs this, or the one on the PATH. */
export function npm(args, options) {
  const script = process.env.npm_execpath
  return script === undefined ? run('npm', args, options) : run(process.execPath, [script, ...args], options)
}

/**
 * Says what is done, does it, and says how long it took; what it printed is shown only when it failed.
 * @param {() => Promise<{ ok: boolean, output: string }>} work
 */
export async function step(title, work) {
  process.stdout.write(`  ${title} … `)
  const begun = performance.now()
  const done = await work()
  const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`
  console.log(done.ok ? took : `failed after ${took}`)
  if (!done.ok) console.error(`\n${done.output.trimEnd()}\n`)
  return done.ok
}
