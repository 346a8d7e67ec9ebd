import { englishReach } from './englishReach.ts'

const { check: words } = englishReach

type Name = keyof (typeof words)['name']

/** One thing that was tried of a shared engine, and how it came out. */
export type TriedOfStore = {
  readonly name: Name
  readonly outcome: 'passed' | 'failed' | 'skipped'
  readonly detail: string
}

/** What is said of it: what was tried, what was seen, and where it failed what to do, and what to write for that. */
export type StoreCheckWords = {
  readonly what: string
  readonly seen: string
  readonly repair: string
  readonly lines: readonly string[]
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

function linesFor({ name, detail }: TriedOfStore, origin: string): readonly string[] {
  switch (name) {
    case 'load':
      return []
    case 'reach':
      return [`websocket { allowed_origins: [${JSON.stringify(origin)}] }`, CONFIGURATION]
    case 'stream':
      return [CREATE]
    case 'write-once':
    case 'no-delete':
      return [detail, CREATE]
    case 'read':
    case 'write': {
      const right = missingRight(detail)
      return right === null ? [CONFIGURATION] : [right, CONFIGURATION]
    }
    case 'sign-in':
    case 'write-as-others':
      return [CONFIGURATION]
  }
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
    return { what, seen: why, repair: '', lines: [] }
  }
  if (outcome === 'passed') return { what, seen: detail, repair: '', lines: [] }
  return { what, seen: detail, repair: words.repair[name], lines: linesFor(check, origin) }
}
