// npm test: sets up what is missing, browser included, and runs every check and every test.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { countEndToEndTests, countUnitTests } from './countTests.mjs'
import { npm, ROOT, step } from './run.mjs'
import { install, nodeIsNewEnough } from './setUp.mjs'

/** The parts of `npm run check`. Here the later ones run even where an earlier one fails: all faults at once. */
const CHECKS = ['typecheck', 'lint', 'format', 'unused', 'unit', 'size']

const UNIT_REPORT = join(ROOT, '.cache', 'unit.json')
const E2E_REPORT = join(ROOT, 'e2e', '.results', 'e2e.json')

/** Sees to a browser, and to the servers that some tests run against; the browser's path, or null. */
async function prepare() {
  const { register } = await import('tsx/esm/api')
  register()
  const { browser } = await import('./browser.mjs')
  const { realServers } = await import('./debianPackages.mjs')
  const path = await browser()
  await realServers()
  return path
}

async function runAll() {
  if (!nodeIsNewEnough() || !(await install())) return ['set-up']
  const chromium = await prepare()
  const broken = []
  for (const name of CHECKS) {
    if (!(await step(name, () => npm(['run', '--silent', name])))) broken.push(name)
  }
  if (chromium === null) return [...broken, 'e2e']
  console.log('  e2e …')
  const env = { CHROMIUM_PATH: chromium }
  return (await npm(['run', '--silent', 'e2e'], { env, show: true })).ok ? broken : [...broken, 'e2e']
}

async function main() {
  for (const report of [UNIT_REPORT, E2E_REPORT]) rmSync(report, { force: true })
  const broken = await runAll()
  const unit = countUnitTests(UNIT_REPORT)
  const e2e = countEndToEndTests(E2E_REPORT)
  // A check without tests that fails is one failure; tests that fail are counted one by one.
  const isCounted = (name) => (name === 'unit' && unit.failed > 0) || (name === 'e2e' && e2e.failed > 0)
  const uncounted = broken.filter((name) => !isCounted(name)).length
  const skipped = unit.skipped + e2e.skipped
  console.log('')
  if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}.`)
  if (skipped > 0) console.log(`${skipped} skipped.`)
  console.log(`${unit.passed + e2e.passed} passed, ${unit.failed + e2e.failed + uncounted} failed`)
  return broken.length === 0 ? 0 : 1
}

process.exitCode = await main()
