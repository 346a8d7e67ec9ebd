import { resolve } from 'node:path'
import { readFleetDocument } from './fleetDocument.ts'
import { fleetFaultText } from './fleetFaultText.ts'
import { readSource, sourceName, sourceUrl, type FleetSource } from './fleetSource.ts'
import { isLoopback } from './foreignRequest.ts'
import { helpText } from './helpText.ts'
import { listenFault } from './listenFault.ts'
import { runNats } from './runNats.ts'
import { printConfiguration } from './printConfiguration.ts'
import { readArguments, type Arguments } from './readArguments.ts'
import { startGateway, type Gateway } from './startGateway.ts'

/** A fleet that is started together with the gateway. */
export type OwnFleet = {
  readonly source: FleetSource
  /** What to tell the person, below the gateway's address. */
  readonly lines: (gatewayUrl: string) => readonly string[]
  stop(): Promise<void>
}

/** Everything the command line takes from outside. */
export type Surroundings = {
  /** How it is called, for messages: `npm start --`. */
  readonly program: string
  readonly version: string
  /** File names count from here. */
  readonly cwd: string
  readonly distDir: string
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  /** Where passwords stand; nowhere when left out. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** What has to be done before serving, such as building, once everything else is in order; false where it failed. */
  readonly prepare?: () => Promise<boolean>
  /** What runs when no --fleet is given, and how the help describes it; without it, --fleet is a must. */
  readonly ownFleet?: { readonly says: string; readonly start: () => Promise<OwnFleet> }
}

/** Either it is over, or it runs until it is stopped. */
export type Outcome = { readonly exitCode: number } | { readonly stop: () => Promise<void> }

type Asked = Extract<Arguments, { kind: 'serve' | 'print' }>

const NEEDS_FLEET = 'Name a fleet file: --fleet my-fleet.json.'

const FAILED: Outcome = { exitCode: 1 }

/** The fleet file must be good when the gateway starts; later it may break without harm. */
async function goodFleet(source: FleetSource, { complain }: Surroundings) {
  const text = await readSource(source)
  if (!text.ok) {
    complain(text.error.sentence)
    return null
  }
  const document = readFleetDocument(text.value, sourceUrl(source))
  const fault = fleetFaultText(sourceName(source), document)
  if (fault !== null) complain(fault)
  return fault === null && document.kind === 'good' ? document : null
}

async function printFor(asked: Asked, source: FleetSource | null, around: Surroundings): Promise<Outcome> {
  if (source === null) {
    around.complain(NEEDS_FLEET)
    return FAILED
  }
  const document = await goodFleet(source, around)
  if (document === null) return FAILED
  const { host, port, prefix, print } = asked
  const { pods, sources, body } = document
  const { distDir } = around
  around.print(printConfiguration(print, { pods, sources, body, host, port, prefix, distDir }))
  return { exitCode: 0 }
}

function greet(gateway: Gateway, host: string, lines: readonly string[], print: (text: string) => void) {
  print(`\n  Morning Check  ${gateway.url}\n`)
  if (!isLoopback(host)) {
    print(`  Everybody who reaches ${host} reads your pods through it, without signing in.`)
    print('  Where the fleet file names an Alertmanager, they may silence its alerts as well.')
  }
  for (const line of lines) print(line)
  print('  Ctrl-C stops it.')
}

async function begin(asked: Asked, source: FleetSource | null, around: Surroundings): Promise<Outcome> {
  const { host, port } = asked
  const { print, distDir } = around
  const own = source === null ? await around.ownFleet?.start() : undefined
  const fleet = source ?? own?.source
  if (fleet === undefined) return FAILED
  const gateway = await startGateway({ fleet, host, port, distDir, notice: print })
  greet(gateway, host, own?.lines(gateway.url) ?? [`  Watching ${sourceName(fleet)}.`], print)
  return {
    stop: async () => {
      await Promise.all([gateway.close(), own?.stop()])
    },
  }
}

async function serve(asked: Asked, source: FleetSource | null, around: Surroundings): Promise<Outcome> {
  const { host, port } = asked
  if (source !== null && (await goodFleet(source, around)) === null) return FAILED
  const nothingToWatch = source === null && around.ownFleet === undefined ? NEEDS_FLEET : null
  const fault = nothingToWatch ?? (await listenFault(host, port, around.program))
  if (fault !== null) {
    around.complain(fault)
    return FAILED
  }
  if (around.prepare !== undefined && !(await around.prepare())) return FAILED
  return begin(asked, source, around)
}

async function carryOut(
  asked: Exclude<Arguments, { kind: 'help' | 'version' }>,
  source: FleetSource | null,
  around: Surroundings,
): Promise<Outcome> {
  if (asked.kind !== 'nats') {
    return asked.kind === 'print' ? printFor(asked, source, around) : serve(asked, source, around)
  }
  const document = source === null ? null : await goodFleet(source, around)
  return source !== null && document === null ? FAILED : runNats(asked, document, around)
}

/** Runs a command line of the gateway. Wrong arguments, files and ports end in a sentence and exit code 1. */
export async function runCommand(args: readonly string[], around: Surroundings): Promise<Outcome> {
  const read = readArguments(args)
  if (!read.ok) {
    around.complain(`${read.error}\n${around.program} --help says more.`)
    return FAILED
  }
  const asked = read.value
  if (asked.kind === 'help' || asked.kind === 'version') {
    const help = helpText(around.program, around.ownFleet?.says ?? NEEDS_FLEET)
    around.print(asked.kind === 'help' ? help : around.version)
    return { exitCode: 0 }
  }
  const { fleet } = asked
  const source = fleet !== null && 'path' in fleet ? { path: resolve(around.cwd, fleet.path) } : fleet
  return carryOut(asked, source, around)
}
