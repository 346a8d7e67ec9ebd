import { nearest } from '#src/domain/fleet/nearest.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { collectOptions, type GivenOptions } from './collectOptions.ts'
import { fleetArgument, fleetArgumentFault } from './fleetArgument.ts'
import type { FleetSource } from './fleetSource.ts'

/** What is to be done about a NATS server: two things to print, and one to do. */
const VERBS = ['server', 'stream', 'create'] as const

export type NatsArguments = {
  readonly kind: 'nats'
  readonly fleet: FleetSource | null
  readonly verb: (typeof VERBS)[number]
  /** Where the stream is to be made. */
  readonly server: { readonly host: string; readonly port: number }
}

const NEAR = { host: '127.0.0.1', port: 4222 }

/** `127.0.0.1:4222`, `[::1]:4222`, `nats.example`; null for anything else. */
function readServer(text: string): NatsArguments['server'] | null {
  const [, v6, plain, port] = /^(?:nats:\/\/)?(?:\[([\da-f:]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(text) ?? []
  const host = v6 ?? plain
  if (host === undefined || Number(port ?? 0) > 65_535) return null
  return { host, port: Number(port ?? NEAR.port) }
}

function faultsOf(given: GivenOptions, verb: string): string[] {
  const faults = [...given].flatMap(([name, value]) => {
    if (name === 'fleet') return fleetArgumentFault(value) ?? []
    if (name !== 'server') return `--${name} does not belong to nats.`
    return readServer(value) === null ? `--server ${value} is no server: write 127.0.0.1:4222.` : []
  })
  if (given.has('server') && verb !== 'create') faults.push('--server belongs to nats create.')
  return faults
}

function unknownVerb(word: string): string {
  const meant = nearest(word, VERBS)
  const hint = meant === null ? `write ${VERBS.join(', ')}.` : `did you mean ${meant}?`
  return `nats ${word} is nothing that can be done: ${hint}`
}

/** Reads `[server|stream|create] [--fleet FILE|URL] [--server HOST:PORT]`; a failure is one sentence a fault. */
export function readNatsArguments(
  args: readonly string[],
): Result<NatsArguments | { readonly kind: 'help' }, string> {
  const [first = ''] = args
  const isNamed = first !== '' && !first.startsWith('-')
  const verb = isNamed ? VERBS.find((one) => one === first) : 'server'
  if (verb === undefined) return err(unknownVerb(first))
  const collected = collectOptions(isNamed ? args.slice(1) : args)
  if (!collected.ok) return collected
  const given = collected.value
  if (given.has('help')) return ok({ kind: 'help' })
  const faults = faultsOf(given, verb)
  if (faults.length > 0) return err(faults.join('\n'))
  const [fleet, server] = [given.get('fleet'), given.get('server')]
  return ok({
    kind: 'nats',
    fleet: fleet === undefined ? null : fleetArgument(fleet),
    verb,
    server: (server === undefined ? null : readServer(server)) ?? NEAR,
  })
}
