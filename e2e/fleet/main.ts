import { parseArgs } from 'node:util'
import { SCENARIOS, type ScenarioName } from './scenarios.ts'
import { startFleet } from './startFleet.ts'

const HELP = `Starts the sample fleet: real HTTP services on loopback, with faults on demand.

  --port <number>      port of the control (default: a free one)
  --scenario <name>    what is wrong from the beginning (default: morning)
  --help               this text

Scenarios:
${Object.entries(SCENARIOS)
  .map(([name, { says }]) => `  ${name.padEnd(20)} ${says}`)
  .join('\n')}

The control answers GET / with what it understands.
`

const isScenario = (name: string): name is ScenarioName => Object.hasOwn(SCENARIOS, name)

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '0' },
        scenario: { type: 'string', default: 'morning' },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (cause) {
    return fail(`${cause instanceof Error ? cause.message : String(cause)}\n\n${HELP}`)
  }
}

const { port, scenario, help } = readArguments()
if (help) {
  console.log(HELP)
  process.exit(0)
}
if (!isScenario(scenario)) {
  fail(`There is no scenario "${scenario}". Write one of: ${Object.keys(SCENARIOS).join(', ')}.`)
}
const controlPort = Number(port)
if (!Number.isInteger(controlPort) || controlPort < 0 || controlPort > 65_535) {
  fail(`"${port}" is not a port. Write a number from 0 to 65535; 0 takes a free one.`)
}

const fleet = await startFleet({
  controlPort,
  scenario: SCENARIOS[scenario].faults,
  log: (line) => console.error(line),
}).catch((cause: unknown) =>
  fail(`The fleet could not start: ${cause instanceof Error ? cause.message : String(cause)}`),
)

console.log(
  `${fleet.pods().length} pods of ${fleet.fleetFile.services.length} services. ${SCENARIOS[scenario].says}`,
)
console.log(fleet.controlUrl)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void fleet.stop().then(() => process.exit(0))
  })
}
