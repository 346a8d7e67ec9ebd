import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, ROOT, run, step } from './run.mjs'

const NODE_NEEDED = [20, 19]
const BUILT_FROM = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']

const at = (...path) => join(ROOT, ...path)

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow)) {
    if (/\.test\.tsx?$/.test(path)) continue
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

const readOr = (path, fallback) => (existsSync(path) ? readFileSync(path, 'utf8') : fallback)

function keep(path, text) {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

/** Whether this Node is new enough; says so where it is not. */
export function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const isOld = major < NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor < NODE_NEEDED[1])
  if (isOld) {
    console.error(`Node ${NODE_NEEDED.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
  return !isOld
}

// Beside the packages, so that both go together. npm's own list tells of an installation by hand.
const INSTALLED = at('node_modules', '.morning-check')
const NPM_LIST = at('node_modules', '.package-lock.json')
const LOCK = at('package-lock.json')

export function isInstalled() {
  if (!existsSync(NPM_LIST)) return false
  return readOr(INSTALLED, '') === hashOf([LOCK]) || statSync(NPM_LIST).mtimeMs >= statSync(LOCK).mtimeMs
}

/** Installs the packages of package-lock.json where they are missing or others. */
export async function install() {
  if (isInstalled()) return true
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev']
  const done = await step('Installing packages (once)', () => npm(args))
  if (done) keep(INSTALLED, hashOf([LOCK]))
  return done
}

const BUILT = at('.cache', 'built')

/** Builds the dashboard where its sources changed since the last build. */
export async function build() {
  const sources = hashOf(BUILT_FROM.map((path) => at(path)))
  if (existsSync(at('dist', 'index.html')) && readOr(BUILT, '') === sources) return true
  const vite = at('node_modules', 'vite', 'bin', 'vite.js')
  const done = await step('Building the dashboard', () =>
    run(process.execPath, [vite, 'build', '--logLevel', 'warn']),
  )
  if (done) keep(BUILT, sources)
  return done
}
