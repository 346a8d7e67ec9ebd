import { englishReach } from './englishReach.ts'
import type { ReachFix } from './reachFix.ts'

const { check: words } = englishReach

type Name = keyof (typeof words)['name']

/** One thing that was tried of a shared engine, and how it came out. */
export type TriedOfStore = {
  readonly name: Name
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly detail: string
}

/** What is said of it: what was tried, what was seen, and where it failed what mends it. */
export type StoreCheckWords = {
  readonly what: string
  readonly seen: string
  readonly fixes: readonly ReachFix[]
}

const CONFIGURATION = 'npm run --silent gateway -- nats --fleet my-fleet.json > nats.conf'
const CREATE = 'npm run --silent gateway -- nats create --fleet my-fleet.json --server 127.0.0.1:4222'

/** How a NATS server and its clients name a right that is missing (server/errors.go, nats.js `PermissionViolationError`). */
const VIOLATION = /permissions violation for (publish|subscription) to "([^"]+)"/i

/** The right that a refusal names, as it is written in a server's configuration; null where it names none. */
function missingRight(detail: string): string | null {
  const [, what, subject] = VIOLATION.exec(detail) ?? []
  if (what === undefined || subject === undefined) return null
  const side = what.toLowerCase() === 'publish' ? 'publish' : 'subscribe'
  return `${side}: { allow: [${JSON.stringify(subject)}] }`
}

/** What of the server's configuration, or of its stream, is to be written; none where that has to be looked at whole. */
function lineFor({ name, detail }: TriedOfStore, origin: string): string | null {
  switch (name) {
    case 'reach':
      return `websocket { allowed_origins: [${JSON.stringify(origin)}] }`
    case 'write-once':
    case 'no-delete':
      return detail
    case 'read':
    case 'write':
      return missingRight(detail)
    case 'stream':
      return CREATE
    case 'load':
    case 'sign-in':
    case 'write-as-others':
      return null
  }
}

/** What gives all of it: a stream is made, the rest is the server's configuration; null where neither is at fault. */
function wholeFor(name: Name): ReachFix | null {
  if (name === 'load' || name === 'stream') return null
  if (name === 'write-once' || name === 'no-delete') return { says: words.make, lines: [CREATE] }
  return { says: words.print, lines: [CONFIGURATION] }
}

function fixesFor(check: TriedOfStore, origin: string): readonly ReachFix[] {
  const line = lineFor(check, origin)
  const whole = wholeFor(check.name)
  const first = { says: words.repair[check.name], lines: line === null ? [] : [line] }
  return whole === null ? [first] : [first, whole]
}

const SIGNED_IN_ONLY: ReadonlySet<Name> = new Set(['sign-in', 'write', 'write-as-others'])

/**
 * What a check of the shared ticket store says. `origin`: of the page, which the server has to let in; `isSignedIn`:
 * whether somebody is, else three of them are not tried.
 */
export function storeCheckWords(check: TriedOfStore, origin: string, isSignedIn: boolean): StoreCheckWords {
  const { name, outcome, detail } = check
  const what = words.name[name]
  if (outcome === 'skipped') {
    const why = !isSignedIn && SIGNED_IN_ONLY.has(name) ? words.skipped.signIn : words.skipped.earlier
    return { what, seen: why, fixes: [] }
  }
  if (outcome === 'passed') return { what, seen: detail, fixes: [] }
  const isSettings = name === 'write-once' || name === 'no-delete'
  return { what, seen: isSettings ? '' : detail, fixes: fixesFor(check, origin) }
}
