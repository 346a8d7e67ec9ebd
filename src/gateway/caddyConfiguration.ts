import { allTargets, type PodTarget } from './podTarget.ts'
import { ownLocation } from './ownLocation.ts'
import type { Deployment } from './printConfiguration.ts'
import { PAGE_POLICY } from './securityHeaders.ts'
import { SOURCE_ENDPOINTS, SOURCE_NAMES, sourcePath, type SourceName } from './sourceTarget.ts'

const HEADING = `# Morning Check behind Caddy: a Caddyfile, to be printed again when the fleet changes.
# The page needs the fleet file with the forwarded addresses beside it:
#   npm run --silent gateway -- --fleet my-fleet.json --print fleet > fleet.new && mv fleet.new dist/fleet.json
# Caddy does not tell refused from reset or an unknown name, so that x-morning-check says "unknown" or "timeout" here.`

const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `\t${line}`))

const block = (head: string, lines: readonly string[]): string[] => [`${head} {`, ...indent(lines), '}']

/** Between backticks everything is literal; between quotes a backslash is no escape but before a quote. */
const quote = (text: string): string =>
  text.includes('`') ? `"${text.replaceAll('"', String.raw`\"`)}"` : `\`${text}\``

/** Braces begin placeholders and a star is a wildcard in a Caddyfile; encoded, they are themselves. */
const literal = (path: string): string =>
  path.replaceAll(/[{}*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

const WITHOUT_CREDENTIALS = ['header_up -Cookie', 'header_up -Authorization', 'header_down -Set-Cookie']

const TRANSPORT = block('transport http', [
  'dial_timeout 10s',
  'response_header_timeout 10s',
  'max_conns_per_host 2',
  'compression off',
])

function proxyTo({ base, credentials }: PodTarget, seen: string): string[] {
  // In a replacement a dollar sign begins a group.
  const to = `${seen.replaceAll('$', '$$$$')}$1`
  return block(`reverse_proxy ${base.origin}`, [
    `header_up Host ${base.host}`,
    'header_up -Origin',
    ...(credentials ? [] : WITHOUT_CREDENTIALS),
    `header_down Location ${quote(`^${ownLocation(base)}`)} ${quote(to)}`,
    'header_down -X-Morning-Check',
    'header_down Content-Security-Policy sandbox',
    'header_down X-Content-Type-Options nosniff',
    'header_down Cross-Origin-Resource-Policy same-origin',
    'flush_interval -1',
    ...TRANSPORT,
  ])
}

function podHandler(target: PodTarget, prefix: string): string[] {
  const { base } = target
  const seen = literal(`${prefix}${target.prefix.slice(1)}`)
  return block(`handle_path ${quote(`${seen}*`)}`, [
    ...(base.pathname === '/' ? [] : [`rewrite * ${quote(`${literal(base.pathname).slice(0, -1)}{uri}`)}`]),
    ...proxyTo(target, seen),
  ])
}

/** Of a source these paths only; a rewrite keeps the query. */
const sourceHandlers = (name: SourceName, target: PodTarget, prefix: string): string[] =>
  SOURCE_ENDPOINTS[name].flatMap(({ path, writes }) =>
    block(`handle ${prefix}${sourcePath(name)}${path}`, [
      ...(writes ? block('request_body', ['max_size 64KB']) : []),
      `rewrite * ${quote(`${literal(target.base.pathname)}${path}`)}`,
      ...proxyTo(target, `${prefix}${sourcePath(name)}`),
    ]),
  )

/**
 * What is refused because it writes: everything but JSON of the dashboard's own, where a source takes it. A page of
 * another site has to ask before it sends that, and is refused then.
 */
function withoutWrites(sources: Deployment['sources'], prefix: string): string[] {
  const writable = SOURCE_NAMES.filter((name) => sources[name] !== null).flatMap((name) =>
    SOURCE_ENDPOINTS[name]
      .filter(({ writes }) => writes)
      .map(({ path }) => `${prefix}${sourcePath(name)}${path}`),
  )
  if (writable.length === 0) return ['@writes not method GET HEAD', 'respond @writes 405']
  const allowed = ['method POST', `path ${writable.join(' ')}`, 'header Content-Type application/json*']
  return [
    ...block('@writes', ['not method GET HEAD', ...block('not', allowed)]),
    'respond @writes 405',
    ...block('@foreign', ['method POST', 'header_regexp Sec-Fetch-Site ^(?:cross-site|same-site|none)$']),
    'respond @foreign 403',
  ]
}

const ownAnswer = (status: number, kind: string, error: string): string[] => [
  `header X-Morning-Check ${kind}`,
  'header Content-Type application/json',
  `respond ${quote(JSON.stringify({ error }))} ${status}`,
]

const files = (prefix: string, distDir: string): string[] =>
  block(`handle_path ${prefix}*`, [
    '@hashed path /assets/*',
    '@others not path /assets/*',
    'header @others Cache-Control no-cache',
    'header @hashed Cache-Control "public, max-age=31536000, immutable"',
    `header Content-Security-Policy "${PAGE_POLICY}"`,
    'header X-Content-Type-Options nosniff',
    'header Referrer-Policy no-referrer',
    'encode gzip',
    `root * ${quote(distDir)}`,
    'file_server',
  ])

const sourceRoute = (name: SourceName, target: PodTarget | null, prefix: string): string[] => [
  ...(target === null ? [] : sourceHandlers(name, target, prefix)),
  ...block(
    `handle ${prefix}${sourcePath(name)}*`,
    ownAnswer(404, 'unknown', 'There is no such path of a source.'),
  ),
]

/** A Caddyfile that serves the built dashboard from a sub-path and forwards to the pods. */
export function caddyConfiguration({ pods, sources, host, port, prefix, distDir }: Deployment): string {
  const targets = allTargets(pods)
  return [
    HEADING,
    '',
    ...block(`http://:${port}`, [
      `bind ${host}`,
      // Caddy sorts directives by kind; a route keeps them in this order.
      ...block('route', [
        ...withoutWrites(sources, prefix),
        ...targets.flatMap((target) => podHandler(target, prefix)),
        ...block(`handle ${prefix}fleet/*`, ownAnswer(404, 'unknown', 'The fleet has no such pod.')),
        ...SOURCE_NAMES.flatMap((name) => sourceRoute(name, sources[name], prefix)),
        ...files(prefix, distDir),
      ]),
      ...block('handle_errors', [
        '@timeout expression `{http.error.status_code} == 504`',
        '@unreachable expression `{http.error.status_code} in [502, 503]`',
        ...block('handle @timeout', ownAnswer(504, 'timeout', 'It did not answer within 10 s.')),
        ...block('handle @unreachable', ownAnswer(502, 'unknown', 'Caddy could not reach it.')),
        ...block('handle', ['respond "{http.error.status_text}" {http.error.status_code}']),
      ]),
    ]),
  ].join('\n')
}
