import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SCENARIOS } from '#e2e/fleet/scenarios.ts'
import { startFleet } from '#e2e/fleet/startFleet.ts'
import { runCommand, type OwnFleet } from '#src/gateway/runCommand.ts'
import { stopOnSignal } from '#src/gateway/stopOnSignal.ts'

const root = new URL('../', import.meta.url)

async function startSample(): Promise<OwnFleet> {
  console.log('  Starting the sample shop …')
  const { controlUrl, fleetFile, pods, stop } = await startFleet({ scenario: SCENARIOS.morning.faults })
  return {
    source: { url: `${controlUrl}/fleet.json` },
    lines: () => [
      `  Behind it runs a sample shop: ${fleetFile.services.length} services, ${pods().length} pods.`,
      `  ${SCENARIOS.morning.says}`,
      '',
      '  Let something else go wrong, and watch:',
      `    curl -X PUT ${controlUrl}/services/orders/fault -d '{"fault":"hangs"}'`,
      `    curl -X DELETE ${controlUrl}/faults        (all is well again)`,
      `    curl ${controlUrl}/faults                  (what can go wrong)`,
      '',
      '  Your own services: npm start -- --fleet my-fleet.json',
    ],
    stop,
  }
}

/**
 * The gateway's command line, with the sample fleet where no --fleet is given.
 * `prepare` is called once the arguments, the fleet file and the port are in order.
 */
export async function startGatewayOrSample(
  args: readonly string[],
  cwd: string,
  prepare: () => Promise<boolean>,
): Promise<void> {
  const about: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const outcome = await runCommand(args, {
    program: 'npm start --',
    version: typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '',
    cwd,
    distDir: fileURLToPath(new URL('dist', root)),
    print: (text) => console.log(text),
    complain: (text) => console.error(text),
    prepare,
    ownFleet: {
      says: 'Without --fleet it runs a sample shop of real services on this machine, two of them in trouble.',
      start: startSample,
    },
  })
  stopOnSignal(outcome)
}
