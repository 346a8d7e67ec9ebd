import { allTargets, type PodTarget } from './podTarget.ts'
import { ownLocation } from './ownLocation.ts'
import type { Deployment } from './printConfiguration.ts'
import { PAGE_POLICY } from './securityHeaders.ts'
import { SOURCE_ENDPOINTS, SOURCE_NAMES, sourcePath, type SourceName } from './sourceTarget.ts'

const HEADING = `# Morning Check behind nginx. Include it in the http context, for example as
# /etc/nginx/conf.d/morning-check.conf, and print it again when the fleet changes.
# The page needs the fleet file with the forwarded addresses beside it:
#   npm run --silent gateway -- --fleet my-fleet.json --print fleet > fleet.new && mv fleet.new dist/fleet.json
# nginx looks host names up only when it starts and reloads. It does not tell refused from reset or
# an unknown name, so that x-morning-check says "unknown" or "timeout" here.`

const upstreamName = (i: number): string => `morning_check_${i + 1}`

const sourceUpstream = (name: SourceName): string => `morning_check_${name}`

const quote = (text: string): string => `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`

/** In a proxied address a $ would begin a variable, and nginx has no escape for it but that of the URL. */
const literal = (path: string): string => path.replaceAll('$', '%24')

const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `    ${line}`))

const block = (head: string, lines: readonly string[]): string[] => [`${head} {`, ...indent(lines), '}']

function upstream(name: string, { base }: PodTarget): string[] {
  const port = base.port || (base.protocol === 'https:' ? '443' : '80')
  // Without max_fails=0 a host name with two addresses that failed stays "down" for ten seconds.
  return block(`upstream ${name}`, [`server ${base.hostname}:${port} max_fails=0;`, 'keepalive 2;'])
}

const TLS = (hostname: string): string[] => [
  'proxy_ssl_server_name on;',
  `proxy_ssl_name ${hostname};`,
  'proxy_ssl_verify on;',
  'proxy_ssl_verify_depth 5;',
  'proxy_ssl_trusted_certificate /etc/ssl/certs/ca-certificates.crt;',
]

const WITHOUT_CREDENTIALS = [
  'proxy_set_header Cookie "";',
  'proxy_set_header Authorization "";',
  'proxy_hide_header Set-Cookie;',
]

const READS_ONLY = ['limit_except GET { deny all; }', 'proxy_set_header Content-Length "";']

/** JSON of the dashboard's own: a page of another site has to ask before it sends that, and is refused then. */
const WRITES = [
  'limit_except GET POST { deny all; }',
  'set $morning_check_site "$request_method:$http_sec_fetch_site";',
  'if ($morning_check_site ~ "^POST:(?!same-origin$).") { return 403; }',
  'set $morning_check_type "$request_method:$content_type";',
  'if ($morning_check_type ~* "^POST:(?!application/json)") { return 415; }',
  'client_max_body_size 64k;',
  'proxy_pass_request_body on;',
]

/** How a location forwards to `to`, a path of the target; the target's own Location headers become `seen`. */
function proxyTo(
  name: string,
  target: PodTarget,
  to: string,
  seen: string,
  methods: readonly string[] = READS_ONLY,
): string[] {
  const { base, credentials } = target
  const isTls = base.protocol === 'https:'
  return [
    ...methods,
    `proxy_pass ${quote(`${base.protocol}//${name}${literal(to)}`)};`,
    `proxy_redirect ${quote(`~^${ownLocation(base)}`)} ${quote(seen)};`,
    `proxy_set_header Host ${base.host};`,
    'proxy_set_header Connection "";',
    'proxy_set_header Origin "";',
    ...(credentials ? [] : WITHOUT_CREDENTIALS),
    ...(isTls ? TLS(base.hostname) : []),
    'proxy_hide_header Content-Security-Policy;',
    'proxy_hide_header X-Morning-Check;',
    'add_header Content-Security-Policy sandbox always;',
    'add_header X-Content-Type-Options nosniff always;',
    'add_header Cross-Origin-Resource-Policy same-origin always;',
  ]
}

/** Locations are compared with the decoded path: names stand as they are, not as the page writes them. */
function podLocation(name: string, target: PodTarget, prefix: string): string[] {
  const { base, service, pod } = target
  const seen = `${prefix}${target.prefix.slice(1)}$1`
  return block(
    `location ^~ ${quote(`${prefix}fleet/${service}/${pod}/`)}`,
    proxyTo(name, target, base.pathname, seen),
  )
}

/** Of a source these paths only. */
const sourceLocations = (name: SourceName, target: PodTarget, prefix: string): string[] =>
  SOURCE_ENDPOINTS[name].flatMap(({ path, writes }) => {
    const [to, seen] = [`${target.base.pathname}${path}`, `${prefix}${sourcePath(name)}$1`]
    const methods = writes ? WRITES : READS_ONLY
    return block(
      `location = ${prefix}${sourcePath(name)}${path}`,
      proxyTo(sourceUpstream(name), target, to, seen, methods),
    )
  })

const ownAnswer = (status: number, kind: string, error: string): string[] => [
  'default_type application/json;',
  `add_header X-Morning-Check ${kind} always;`,
  `return ${status} '{"error":"${error}"}';`,
]

/** Once for all that is forwarded to: streamed, once, ten seconds at most until the first byte. */
const forwarding = (other: string): string[] => [
  'proxy_http_version 1.1;',
  'proxy_buffering off;',
  'proxy_pass_request_body off;',
  'proxy_next_upstream off;',
  'proxy_connect_timeout 10s;',
  'proxy_read_timeout 10s;',
  'error_page 502 503 = @morning_check_unreachable;',
  'error_page 504 = @morning_check_timeout;',
  'default_type application/json;',
  'add_header X-Morning-Check unknown always;',
  `return 404 '{"error":"${other}"}';`,
]

const files = (location: string, folder: string, cache: string): string[] =>
  block(`location ^~ ${location}`, [
    `alias ${quote(folder)};`,
    'index index.html;',
    `add_header Cache-Control "${cache}";`,
    `add_header Content-Security-Policy "${PAGE_POLICY}" always;`,
    'add_header X-Content-Type-Options nosniff always;',
    'add_header Referrer-Policy no-referrer always;',
  ])

/** An nginx configuration that serves the built dashboard from a sub-path and forwards to the pods. */
export function nginxConfiguration({ pods, sources, host, port, prefix, distDir }: Deployment): string {
  const targets = allTargets(pods)
  const ofSources = (lines: (of: { name: SourceName; target: PodTarget | null }) => string[]): string[] =>
    SOURCE_NAMES.flatMap((name) => lines({ name, target: sources[name] }))
  const listen = host.includes(':') ? `[${host}]` : host
  return [
    HEADING,
    '',
    ...targets.flatMap((target, i) => upstream(upstreamName(i), target)),
    ...ofSources(({ name, target }) => (target === null ? [] : upstream(sourceUpstream(name), target))),
    '',
    ...block('server', [
      `listen ${listen}:${port};`,
      '',
      ...files(`${prefix}assets/`, `${distDir}/assets/`, 'public, max-age=31536000, immutable'),
      ...files(prefix, `${distDir}/`, 'no-cache'),
      '',
      ...block(`location ^~ ${prefix}fleet/`, [
        ...forwarding('The fleet has no such pod.'),
        ...targets.flatMap((target, i) => podLocation(upstreamName(i), target, prefix)),
      ]),
      '',
      ...ofSources(({ name, target }) =>
        block(`location ^~ ${prefix}${sourcePath(name)}`, [
          ...forwarding('There is no such path of a source.'),
          ...(target === null ? [] : sourceLocations(name, target, prefix)),
        ]),
      ),
      '',
      ...block('location @morning_check_unreachable', ownAnswer(502, 'unknown', 'nginx could not reach it.')),
      ...block(
        'location @morning_check_timeout',
        ownAnswer(504, 'timeout', 'It did not answer within 10 s.'),
      ),
    ]),
  ].join('\n')
}
