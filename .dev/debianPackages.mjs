import { run, step } from './run.mjs'

/** How apt-get can be run without asking for a password; null where it cannot. */
async function aptGet() {
  if (!(await run('apt-get', ['--version'])).ok) return null
  const options = ['-o', 'Dpkg::Use-Pty=0']
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  if (process.getuid?.() === 0) return (args) => run('apt-get', [...options, ...args], { env })
  if (!(await run('sudo', ['-n', 'true'])).ok) return null
  return (args) => run('sudo', ['-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...options, ...args])
}

let listsAreFresh = false

/** Installs packages of Debian or Ubuntu, one by one; false where there is no apt, no right to it, or one failed. */
export async function installDebianPackages(names) {
  const apt = await aptGet()
  if (apt === null) return false
  if (!listsAreFresh) await step('Reading the package lists', () => apt(['update']))
  listsAreFresh = true
  let all = true
  for (const name of names) {
    const done = await step(`Installing ${name} (once)`, () =>
      apt(['install', '-y', '--no-install-recommends', name]),
    )
    all = all && done
  }
  return all
}

/** Debian calls these packages as their programs. */
const REAL_SERVERS = [
  'prometheus',
  'prometheus-node-exporter',
  'prometheus-alertmanager',
  'nats-server',
  'nginx',
]

async function missingServers() {
  const found = await Promise.all(REAL_SERVERS.map((name) => run('sh', ['-c', 'command -v "$0"', name])))
  return REAL_SERVERS.filter((_, i) => !found[i].ok)
}

/** Sees to the servers that some tests run against: CI installs them, elsewhere the tests without one are skipped. */
export async function realServers() {
  const missing = await missingServers()
  if (missing.length > 0 && process.env.CI) await installDebianPackages(missing)
  const left = missing.length > 0 ? await missingServers() : []
  if (left.length > 0)
    console.log(`  Not installed, so that the tests against them are skipped: ${left.join(', ')}.`)
}
