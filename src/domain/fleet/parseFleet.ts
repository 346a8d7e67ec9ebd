import * as v from 'valibot'
import { err, ok, type Result } from '#src/domain/result.ts'
import { buildFleet } from './buildFleet.ts'
import { EXPECTATIONS } from './expectations.ts'
import type { Fleet } from './fleet.ts'
import { FLEET_FILE } from './fleetFile.ts'
import type { FleetIssue } from './fleetIssue.ts'
import { inFileOrder } from './inFileOrder.ts'
import { joinPath, printable } from './issueText.ts'
import { meaningFaults } from './meaningFaults.ts'
import { unknownKeys } from './unknownKeys.ts'

type RawIssue = v.BaseIssue<unknown>

const keysOf = (issue: RawIssue): (string | number)[] =>
  (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)))

const FALLBACK = { expected: 'something else', repair: 'See the schema, fleet.schema.json.' }

/** What is missing is told by its key, and by the one above where that makes a difference: `nats.url`. */
const wordsForMissing = (keys: readonly (string | number)[]) =>
  EXPECTATIONS[keys.slice(-2).join('.')] ?? EXPECTATIONS[String(keys.at(-1))]

/** A union names only itself; the deeper of its faults are what somebody has to mend. */
function deepest(issue: RawIssue, above: readonly (string | number)[]): FleetIssue[] {
  const keys = [...above, ...keysOf(issue)]
  const inner = (issue.issues ?? []).filter((sub) => keysOf(sub).length > 0)
  if (inner.length > 0) return inner.flatMap((sub) => deepest(sub, keys))
  const missing = issue.input === undefined
  const words = (missing ? wordsForMissing(keys) : undefined) ?? EXPECTATIONS[issue.message] ?? FALLBACK
  return [
    {
      path: keys.reduce<string>(joinPath, ''),
      found: missing ? 'nothing' : printable(issue.input),
      expected: words.expected,
      repair: missing ? `Add it. ${words.repair}` : words.repair,
    },
  ]
}

/** A URL is checked for more than one thing; one fault a place is enough. */
function onePerPath(issues: readonly FleetIssue[]): FleetIssue[] {
  const first = new Map<string, FleetIssue>()
  for (const issue of issues) if (!first.has(issue.path)) first.set(issue.path, issue)
  return [...first.values()]
}

/**
 * Reads a fleet file. A service name and one URL are enough: everything else has a default.
 * On failure every fault is named at once in the order of the file, each with its JSON path, what was expected and
 * what to write: wrong types and values, unknown keys (with the one that was probably meant), duplicate names.
 * A list without a service is a fleet that is empty yet, and no fault. `viewersZone` (an IANA name) is the time zone of
 * clock times where the file names none.
 */
export function parseFleet(json: unknown, viewersZone = 'UTC'): Result<Fleet, readonly FleetIssue[]> {
  const parsed = v.safeParse(FLEET_FILE, json)
  const faults = [
    ...unknownKeys(FLEET_FILE, json),
    ...(parsed.success ? [] : parsed.issues.flatMap((issue) => deepest(issue, []))),
    ...meaningFaults(json),
  ]
  if (!parsed.success || faults.length > 0) return err(inFileOrder(onePerPath(faults), json))
  return ok(buildFleet(parsed.output, viewersZone))
}
