import { nearest } from '#src/domain/fleet/nearest.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { fleetArgument, fleetArgumentFault } from './fleetArgument.ts'
import { collectOptions, type GivenOptions } from './collectOptions.ts'
import type { FleetSource } from './fleetSource.ts'
import { type NatsArguments, readNatsArguments } from './readNatsArguments.ts'

export const PRINTABLE = ['nginx', 'caddy', 'fleet'] as const
export type Printable = (typeof PRINTABLE)[number]

/** What a command line asks for. `fleet` is null where it names none. */
export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | NatsArguments
  | {
      readonly kind: 'serve' | 'print'
      readonly fleet: FleetSource | null
      readonly host: string
      readonly port: number
      readonly print: Printable
      /** With a slash at either end. */
      readonly prefix: string
    }

const readPort = (text: string): number | null =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null

function readPrefix(text: string): string | null {
  const prefix = `/${text}/`.replaceAll(/\/{2,}/g, '/')
  return /^(?:\/[\w.~-]*)+$/.test(prefix) && !/\/\.{1,2}\//.test(prefix) ? prefix : null
}

/** What is wrong with the value of an option, in a sentence, or null. */
const FAULTS: Readonly<Record<string, (value: string) => string | null>> = {
  port: (value) =>
    readPort(value) === null ? `--port ${value} is no port: write a whole number from 0 to 65535.` : null,
  print: (value) => {
    if (PRINTABLE.some((what) => what === value)) return null
    const meant = nearest(value, PRINTABLE)
    const hint = meant === null ? `write ${PRINTABLE.join(', ')}.` : `did you mean ${meant}?`
    return `--print ${value} is nothing that can be printed: ${hint}`
  },
  prefix: (value) =>
    readPrefix(value) === null
      ? `--prefix ${value} is no path: write letters, digits and slashes, such as /morning/.`
      : null,
  fleet: fleetArgumentFault,
}

function valueFaults(given: GivenOptions): string[] {
  const faults = [...given].flatMap(([name, value]) => FAULTS[name]?.(value) ?? [])
  if (given.has('prefix') && !given.has('print')) faults.push('--prefix belongs to --print.')
  if (given.has('server')) faults.push('--server belongs to nats create.')
  return faults
}

function build(given: GivenOptions): Arguments {
  const fleet = given.get('fleet')
  return {
    kind: given.has('print') ? 'print' : 'serve',
    fleet: fleet === undefined ? null : fleetArgument(fleet),
    host: given.get('host') ?? '127.0.0.1',
    port: readPort(given.get('port') ?? '') ?? 8055,
    print: PRINTABLE.find((what) => what === given.get('print')) ?? 'nginx',
    prefix: readPrefix(given.get('prefix') ?? '') ?? '/',
  }
}

/** Reads a command line; a failure is one sentence a fault, a line each. */
export function readArguments(args: readonly string[]): Result<Arguments, string> {
  if (args[0] === 'nats') return readNatsArguments(args.slice(1))
  const collected = collectOptions(args)
  if (!collected.ok) return collected
  const given = collected.value
  if (given.has('help')) return ok({ kind: 'help' })
  if (given.has('version')) return ok({ kind: 'version' })
  const faults = valueFaults(given)
  return faults.length > 0 ? err(faults.join('\n')) : ok(build(given))
}
