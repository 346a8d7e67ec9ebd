// npm start: sets up what is missing, builds, and serves the dashboard for a fleet.
import { argumentFault } from './argumentFault.mjs'
import { installDebianPackages } from './debianPackages.mjs'
import { build, install, isInstalled, nodeIsNewEnough } from './setUp.mjs'
import { takeScenario } from './takeScenario.mjs'

const args = process.argv.slice(2)
// npm runs this in the project's folder; file names count from where npm was called.
const cwd = process.env.INIT_CWD ?? process.cwd()

// As npm test has it: nothing is installed on a person's machine that they did not ask for.
const bringPrometheus = async () => Boolean(process.env.CI) && installDebianPackages(['prometheus'])

async function main() {
  if (!nodeIsNewEnough()) return 1
  const fault = isInstalled() ? null : argumentFault(args, cwd)
  if (fault !== null) {
    console.error(fault)
    return 1
  }
  if (!(await install())) return 1
  const { register } = await import('tsx/esm/api')
  register()
  const { startGatewayOrSample } = await import('./startSample.ts')
  await startGatewayOrSample(takeScenario(args), cwd, build, bringPrometheus)
  return process.exitCode ?? 0
}

process.exitCode = await main()
