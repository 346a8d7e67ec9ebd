import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { namedScenario, scenarioList } from '#e2e/fleet/namedScenario.ts'
import { err, type Result } from '#src/domain/result.ts'
import type { NamedScenario } from '#e2e/fleet/namedScenario.ts'
import { type Outcome, runCommand } from '#src/gateway/runCommand.ts'
import { stopOnSignal } from '#src/gateway/stopOnSignal.ts'
import { type BringPrometheus, startScenario } from './startScenario.ts'

const root = new URL('../', import.meta.url)

const SAYS = `  --scenario NAME    Without --fleet: what is played, live, on this machine. One of these:

${scenarioList()}

Without either it runs the sample shop of real services on this machine, two of them in trouble.`

/** A command line without the option of npm start alone, and what that option said: null where it was not there. */
export type StartArguments = { readonly rest: readonly string[]; readonly name: string | null }

function scenarioOf({ rest, name }: StartArguments): Result<NamedScenario, string> {
  if (name === null) return namedScenario('morning')
  if (name === '') return err(`--scenario needs a value: --scenario NAME. There are:\n${scenarioList()}`)
  const hasFleet = rest.some((word) => /^--fleet(?:=|$)/.test(word))
  return hasFleet ? err('--scenario plays a fleet of its own: leave --fleet out.') : namedScenario(name)
}

const leave = (): void => process.exit(0)

/** Ctrl-C ends it also while it is being started. */
async function interruptible(work: () => Promise<Outcome>): Promise<Outcome> {
  process.once('SIGINT', leave).once('SIGTERM', leave)
  const outcome = await work()
  process.off('SIGINT', leave).off('SIGTERM', leave)
  return outcome
}

/**
 * The gateway's command line, with a scenario where no --fleet is given: the sample shop on a bad morning unless one is named.
 * `prepare` is called once the arguments, the fleet file and the port are in order.
 */
export async function startGatewayOrSample(
  args: StartArguments,
  cwd: string,
  prepare: () => Promise<boolean>,
  bringPrometheus: BringPrometheus,
): Promise<void> {
  const scenario = scenarioOf(args)
  if (!scenario.ok) {
    console.error(scenario.error)
    process.exitCode = 1
    return
  }
  const about: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
  const outcome = await interruptible(() =>
    runCommand(args.rest, {
      program: 'npm start --',
      version: typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : '',
      cwd,
      distDir: fileURLToPath(new URL('dist', root)),
      print: (text) => console.log(text),
      complain: (text) => console.error(text),
      prepare,
      ownFleet: { says: SAYS, start: () => startScenario(scenario.value, bringPrometheus) },
    }),
  )
  stopOnSignal(outcome)
}
