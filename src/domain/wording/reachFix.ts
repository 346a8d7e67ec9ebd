import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { mebibytes } from '#src/domain/time/units.ts'
import { englishReach } from './englishReach.ts'
import { shellWord } from './shellWord.ts'
import { unreachableCause } from './unreachableCause.ts'

/** Who cannot be read from where. */
export type ReachPlace = {
  /** Of the page, as it stands in headers; `null` for a page opened from a file. */
  readonly origin: string
  readonly service: string
  readonly pod: string
  readonly endpoint: 'health' | 'ready' | 'metrics' | 'version'
  /** Where this browser asks, in full: the pod, and the endpoint's path behind it where one is known. */
  readonly base: string
  readonly address: string
  /** Its own address, where the page asks a gateway's. */
  readonly shownUrl: string | null
}

/** One thing that mends it: what to do, a sentence without its end, and what to write or to type for that. */
export type ReachFix = { readonly says: string; readonly lines: readonly string[] }

const { fix: words } = englishReach
const GATEWAY = 'npm start -- --fleet my-fleet.json'

/** A command on an address; none where it holds what must not be pasted into a terminal. */
function command(before: string, address: string, after = ''): readonly string[] {
  const word = shellWord(address)
  return word === null || address === '' ? [] : [`${before} ${word}${after}`]
}

/** As the gateway writes names into paths; half a surrogate pair cannot be written. */
const encode = (name: string): string =>
  encodeURIComponent(name.replaceAll(/\p{Cs}/gu, '\u{FFFD}')).replaceAll('*', '%2A')

/** In an nginx configuration; a $ in an address would begin a variable. */
const quoted = (text: string): string => `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`

function passedOn({ service, pod, base }: ReachPlace): readonly ReachFix[] {
  const path = `fleet/${encode(service)}/${encode(pod)}/`
  const to = `${base.replace(/\/+$/, '')}/`
  const location = `location ^~ ${quoted(`/fleet/${service}/${pod}/`)}`
  return [
    { says: words.gateway, lines: [GATEWAY] },
    { says: words.nginx, lines: [`${location} { proxy_pass ${quoted(to.replaceAll('$', '%24'))}; }`] },
    { says: words.fleetFile, lines: [JSON.stringify({ name: pod, url: path, shownUrl: to })] },
  ]
}

/** Names of hosts as they stand in an address. */
const hostIn = (address: string): string => /^[a-z]+:\/\/([^/:?#]+)/i.exec(address)?.[1] ?? ''

function reached(failure: Extract<ProbeFailure, { kind: 'unreachable' }>, place: ReachPlace): ReachFix[] {
  const own = place.shownUrl ?? place.address
  if (unreachableCause(failure).cause === 'noName') {
    return [{ says: words.name, lines: command('getent hosts', hostIn(own)) }]
  }
  const says = failure.by === 'gateway' ? words.reachFromGateway : words.reach
  return [{ says, lines: command('curl -v', own) }]
}

/** Twice as long as was waited, in the fleet file's own notation. */
const longer = (after: number): string => `"timeout": "${Math.ceil((after * 2) / 1000)}s"`

/** Twice as much as was read, in the fleet file's own notation. */
const larger = (cap: number, key: 'health' | 'metrics'): string =>
  `"caps": { "${key}": "${Math.ceil((cap * 2) / mebibytes(1))}MiB" }`

const endpoints = ({ endpoint }: ReachPlace, path: string): string =>
  `"endpoints": { "${endpoint}": ${path} }`

const named = (place: ReachPlace): ReachFix => ({ says: words.path, lines: [endpoints(place, '"/…"')] })

const looked = ({ address }: ReachPlace): ReachFix => ({
  says: words.lookAt,
  lines: command('curl -i', address),
})

type Kind = ProbeFailure['kind']

/** A failure of the kinds K; written so that a table by kind and its argument stay of one kind. */
type Failure<K extends Kind> = {
  [P in K]: { readonly kind: P } & Extract<ProbeFailure, { readonly kind: P }>
}[K]

type Fixes = { readonly [K in Kind]: (failure: Failure<K>, place: ReachPlace) => readonly ReachFix[] }

const FIXES: Fixes = {
  unreadable: (_, place) => [
    { says: words.header('OPTIONS'), lines: [`Access-Control-Allow-Origin: ${place.origin}`] },
    ...passedOn(place),
  ],
  'mixed-content': (_, place) => passedOn(place),
  'local-network-permission': (_, place) => [{ says: words.permission, lines: [] }, ...passedOn(place)],
  timeout: ({ after }, { address }) => [
    { says: words.timeout, lines: command(String.raw`curl -so /dev/null -w '%{time_total} s\n'`, address) },
    { says: words.longer, lines: [longer(after)] },
  ],
  unreachable: reached,
  'sign-in-needed': (_, { address }) => [
    { says: words.signIn, lines: [address] },
    { says: words.cookies, lines: ['"credentials": "include"'] },
  ],
  'http-status': ({ status }, place) => (status >= 500 ? [looked(place)] : [looked(place), named(place)]),
  'too-large': ({ cap }, { endpoint, address }) => [
    { says: words.size, lines: command('curl -s', address, ' | wc -c') },
    { says: words.cap, lines: [larger(cap, endpoint === 'metrics' ? 'metrics' : 'health')] },
  ],
  malformed: ({ line }, { address }) => [
    { says: words.line, lines: command('curl -s', address, ` | sed -n ${line}p`) },
  ],
  'not-found': (_, place) => [named(place)],
  aborted: () => [],
}

/**
 * What would mend a failure, to the letter: the header, the proxy's line, the fleet file's key, or the command that
 * shows more. The likeliest first; empty where nothing has to be mended. Headers are those of
 * https://fetch.spec.whatwg.org/#http-cors-protocol.
 */
export function reachFixes<K extends Kind>(failure: Failure<K>, place: ReachPlace): readonly ReachFix[] {
  return FIXES[failure.kind](failure, place)
}

/** The same of many: what is said of all is said once, and over all their lines, each once. */
export function gatherFixes(all: Iterable<readonly ReachFix[]>): readonly ReachFix[] {
  const lines = new Map<string, Set<string>>()
  for (const fix of [...all].flat()) {
    const before = lines.get(fix.says) ?? new Set()
    for (const line of fix.lines) before.add(line)
    lines.set(fix.says, before)
  }
  return [...lines].map(([says, own]) => ({ says, lines: [...own] }))
}
