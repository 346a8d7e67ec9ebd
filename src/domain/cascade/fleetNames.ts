import { nameWords } from './nameWords.ts'

/**
 * Words that people put around the name of a service when they name what they call: they tell how it is reached or
 * what is done there. Each may stand before or behind it.
 */
const REMOTE: ReadonlySet<string> = new Set(
  'service svc api client http https grpc rest remote upstream downstream dependency dep endpoint'.split(' '),
)
const CHECK: ReadonlySet<string> = new Set('health healthcheck check status indicator connection'.split(' '))

const isDecoration = (word: string | undefined): boolean =>
  word !== undefined && (REMOTE.has(word) || CHECK.has(word))

/** Words as one, so that `userSync`, `user-sync` and `usersync` are the same. */
const joined = (words: readonly string[]): string => words.join('')

/** What is left of a name without its decorations; nothing of a name that is all decoration. */
function coreOf(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !isDecoration(word))
  return first === -1 ? [] : words.slice(first, words.findLastIndex((word) => !isDecoration(word)) + 1)
}

/** All that a name may be without some of its decorations, the longest first: `catalog-api-check`, `catalog-api`, `catalog`. */
function formsOf(words: readonly string[]): readonly (readonly string[])[] {
  const core = coreOf(words)
  if (core.length === 0) return [words]
  const before = words.findIndex((word) => !isDecoration(word))
  const behind = words.length - before - core.length
  const forms: (readonly string[])[] = []
  for (let from = 0; from <= before; from++) {
    for (let cut = 0; cut <= behind; cut++) forms.push(words.slice(from, words.length - cut))
  }
  return forms.toSorted((a, b) => b.length - a.length)
}

/** The names of a fleet's services, for looking up what others call them. */
export type FleetNames = {
  /** By their words; null where two services would be the same. */
  readonly whole: ReadonlyMap<string, string | null>
  /** By their words without decorations. */
  readonly cores: ReadonlyMap<string, string | null>
}

function put(map: Map<string, string | null>, words: readonly string[], name: string): void {
  const key = joined(words)
  if (key !== '') map.set(key, map.has(key) ? null : name)
}

/** Makes the names of a fleet ready for `serviceCalled`; once a fleet. */
export function fleetNames(names: Iterable<string>): FleetNames {
  const whole = new Map<string, string | null>()
  const cores = new Map<string, string | null>()
  for (const name of new Set(names)) {
    const words = nameWords(name)
    put(whole, words, name)
    put(cores, coreOf(words), name)
  }
  return { whole, cores }
}

/**
 * The service of the fleet that somebody calls so, or null. Case, hyphens and camel case do not count, and decorations
 * (`http-`, `-client`, `-health`) are left away as far as needed. A plain name is only ever a service of just that name:
 * `redis` is not `redis-service`, though `redis-client` may be. A name that may be two is none.
 */
export function serviceCalled(name: string, fleet: FleetNames): string | null {
  const words = nameWords(name)
  for (const form of formsOf(words)) {
    const found = fleet.whole.get(joined(form))
    if (found !== undefined) return found
  }
  return words.some((word) => REMOTE.has(word)) ? (fleet.cores.get(joined(coreOf(words))) ?? null) : null
}
