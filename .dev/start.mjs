// npm start: sets up what is missing, builds, and serves the dashboard for a fleet.
import { argumentFault } from './argumentFault.mjs'
import { build, install, isInstalled, nodeIsNewEnough } from './setUp.mjs'

const args = process.argv.slice(2)
// npm runs this in the project's folder; file names count from where npm was called.
const cwd = process.env.INIT_CWD ?? process.cwd()

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
  await startGatewayOrSample(args, cwd, build)
  return process.exitCode ?? 0
}

process.exitCode = await main()
