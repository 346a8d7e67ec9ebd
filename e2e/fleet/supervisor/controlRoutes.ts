import { FAULT_NAMES, faultOf } from '#e2e/fleet/faults/faults.ts'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { Refusal } from './refusal.ts'
import type { Supervisor } from './supervisor.ts'

/** What the control is about. */
export type Controlled = { readonly supervisor: Supervisor; readonly fleetFile: FleetFile }

type Call = { readonly args: readonly string[]; readonly body: string; readonly controlled: Controlled }

export type ControlRoute = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** With `:service` and `:pod` as placeholders. */
  readonly path: string
  /** Answers with what is sent as JSON, once the change is in force; throws a `Refusal` where it cannot be. */
  readonly handle: (call: Call) => unknown
}

const EXPECTED = 'Send {"fault": "<name>"}.'

function faultIn(body: string): string {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw new Refusal(400, `The body is not JSON. ${EXPECTED}`, FAULT_NAMES)
  }
  const fault = typeof value === 'object' && value !== null && 'fault' in value ? value.fault : null
  if (typeof fault !== 'string') throw new Refusal(400, `The body names no fault. ${EXPECTED}`, FAULT_NAMES)
  return fault
}

async function setFault({ args, controlled }: Call, fault: string): Promise<unknown> {
  const [service = '', pod] = args
  await controlled.supervisor.setFault(service, pod ?? null, fault)
  return controlled.supervisor
    .pods()
    .filter((state) => state.service === service && (pod === undefined || state.name === pod))
}

async function start(call: Call): Promise<unknown> {
  const [service = '', pod = ''] = call.args
  const state = call.controlled.supervisor
    .pods()
    .find((each) => each.service === service && each.name === pod)
  return state?.up === true ? [state] : setFault(call, 'all-green')
}

/** Everything the control understands. */
export const CONTROL_ROUTES: readonly ControlRoute[] = [
  { method: 'GET', path: '/fleet.json', handle: ({ controlled }) => controlled.fleetFile },
  { method: 'GET', path: '/pods', handle: ({ controlled }) => controlled.supervisor.pods() },
  {
    method: 'GET',
    path: '/faults',
    handle: () => FAULT_NAMES.map((name) => ({ name, says: faultOf(name).says })),
  },
  {
    method: 'DELETE',
    path: '/faults',
    async handle({ controlled }) {
      await controlled.supervisor.heal()
      return controlled.supervisor.pods()
    },
  },
  { method: 'PUT', path: '/services/:service/fault', handle: (call) => setFault(call, faultIn(call.body)) },
  {
    method: 'PUT',
    path: '/services/:service/pods/:pod/fault',
    handle: (call) => setFault(call, faultIn(call.body)),
  },
  {
    method: 'POST',
    path: '/services/:service/pods/:pod/kill',
    handle: (call) => setFault(call, 'pod-down'),
  },
  { method: 'POST', path: '/services/:service/pods/:pod/start', handle: start },
]

/** The placeholders' values where a path fits a route's, else null. */
export function matchPath(pattern: string, path: string): readonly string[] | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const args: string[] = []
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? ''
    if (part.startsWith(':')) args.push(text)
    else if (part !== text) return null
  }
  return args
}
