import { streamOf } from '#src/domain/fleet/buildTickets.ts'
import type { TicketSettings } from '#src/domain/fleet/ticketSettings.ts'
import { type NatsRights, rightsOf, streamConfig } from '#src/domain/ticket/natsSubjects.ts'
import { AUTOMATIC } from '#src/domain/ticket/ticketEvent.ts'
import { type NatsUser, natsUsers } from './natsUsers.ts'

/** Makes the stream, once; nobody signs in to the board as this. */
export const ADMIN = 'morning-check-admin'
export const ADMIN_VARIABLE = 'MORNING_CHECK_ADMIN'
/** Who has not signed in, and the screen on the wall. */
const READER = 'morning-check-reader'

const EXAMPLE_URL = 'wss://nats.example.com:9222'

type Shared = {
  readonly board: string
  readonly stream: string
  readonly url: string | null
  readonly users: readonly NatsUser[]
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`))

const block = (head: string, lines: readonly string[]): string[] => [`${head} {`, ...indent(lines), '}']

const comment = (text: string): string[] => text.split('\n').map((line) => (line === '' ? '#' : `# ${line}`))

/** The texts of a configuration are those of JSON, as far as tokens and subjects go. */
const quote = (text: string): string => JSON.stringify(text)

/** A name in a comment stays in its line. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')

const list = (key: string, subjects: readonly string[]): string[] => [
  `${key}: [`,
  ...indent(subjects.map(quote)),
  ']',
]

const permissions = ({ publish, subscribe }: NatsRights): string[] =>
  block('permissions', [
    ...block('publish', [...list('allow', publish.allow), ...list('deny', publish.deny)]),
    ...block('subscribe', list('allow', subscribe.allow)),
  ])

const heading = ({ board, url, users }: Shared): string =>
  `Morning Check: a NATS server on which all browsers share the board "${board}".
Print it again when people come or go: npm run --silent gateway -- nats --fleet my-fleet.json > nats.conf

Version 2.10.23 or later: earlier ones can lose what they have accepted when they crash.
No password is in here. Each stands in a variable of the server's environment, as it is or, better, as its bcrypt
hash, which begins with $2a$ (nats server passwd makes one; htpasswd writes $2y$, which means the same). A plain one
begins with a letter and has letters, digits, - and _ only:
${[ADMIN_VARIABLE, ...users.map(({ variable }) => variable)].map((variable) => `  ${variable}`).join('\n')}
The page has to know the server, and asks for user and password when somebody acts:
  "tickets": { "nats": { "url": "${url ?? EXAMPLE_URL}" } }`

/** What `nats stream add --config` and JetStream's API take. */
const streamJson = (board: string, stream: string): string =>
  JSON.stringify(streamConfig(board, stream), null, 2)

const streamNote = ({ board, stream }: Shared): string =>
  `The stream has to be made once, on the machine of this server, ${ADMIN_VARIABLE} being the password itself:
  npm run --silent gateway -- nats create --fleet my-fleet.json --server 127.0.0.1:4222
or with the tools of NATS, where three servers get num_replicas 3:
  npm run --silent gateway -- nats stream --fleet my-fleet.json > stream.json
  nats stream add --config stream.json --server nats://${ADMIN}:…@127.0.0.1:4222
One message a subject, and none is ever deleted: what somebody wrote stays as it is, and as theirs. stream.json:

${streamJson(board, stream)}`

const TLS = [
  '# A page on https reaches no server without TLS. The certificate is that of the name in the URL.',
  'tls { cert_file: "/etc/nats/cert.pem", key_file: "/etc/nats/key.pem" }',
]

const NO_TLS = [
  '# The URL in the fleet file says ws: what is typed in travels as it is. With wss: tls { … }.',
  'no_tls: true',
]

function websocket(url: string | null): string[] {
  const { protocol, port } = new URL(url ?? EXAMPLE_URL)
  const isTls = protocol === 'wss:'
  return block('websocket', [
    `listen: "0.0.0.0:${port || (isTls ? '443' : '80')}"`,
    ...(isTls ? TLS : NO_TLS),
    '# Where the page is served from; no other page can use the server.',
    'allowed_origins: ["https://morning-check.example.com"]',
    'compression: true',
    `no_auth_user: ${quote(READER)}`,
  ])
}

const account = (user: string, password: string, rights: readonly string[]): string[] => [
  '{',
  ...indent([`user: ${quote(user)}`, `password: ${password}`, ...rights]),
  '}',
]

function authorization({ board, stream, users }: Shared): string[] {
  const rights = (who: string | null): string[] => permissions(rightsOf(board, stream, who))
  return block('authorization', [
    'users: [',
    ...indent([
      '# Makes the stream; may do everything.',
      ...account(ADMIN, `$${ADMIN_VARIABLE}`, []),
      '# Everybody who has not signed in: reads. For tickets to open by themselves at night, while only a screen on the wall',
      `# is open that nobody has signed in to, allow it to publish tk.${board}.*.${AUTOMATIC}.* as well: whoever reaches this`,
      '# server can then open and resolve tickets in the name of the automation.',
      ...account(READER, '""', rights(null)),
      ...(users.length === 0
        ? ['# The fleet file names nobody under tickets.people: nobody may write.']
        : []),
      ...users.flatMap(({ name, user, variable }) => [
        `# ${plain(name)}: reads, writes under their own name and what is automatic.`,
        ...account(user, `$${variable}`, rights(user)),
      ]),
    ]),
    ']',
  ])
}

/** The stream in which a board is kept. */
export const streamNameOf = ({ board, nats }: Pick<TicketSettings, 'board' | 'nats'>): string =>
  nats?.stream ?? streamOf(board)

/**
 * The configuration of a NATS server on which a fleet's board is shared, with the rights of each person, or the stream
 * as JSON. It holds no secret.
 */
export function natsConfiguration(what: 'server' | 'stream', tickets: TicketSettings): string {
  const { board, people, nats } = tickets
  const stream = streamNameOf(tickets)
  if (what === 'stream') return streamJson(board, stream)
  const shared: Shared = { board, stream, url: nats?.url ?? null, users: natsUsers(people, [ADMIN_VARIABLE]) }
  return [
    ...comment(heading(shared)),
    '',
    'server_name: "morning-check"',
    '# For administrators and other servers. Browsers use the WebSocket listener below.',
    'listen: "127.0.0.1:4222"',
    '',
    ...block('jetstream', [
      'store_dir: "/var/lib/nats"',
      '# What is accepted is on disk. Servers before 2.10 do not know this line.',
      'sync_interval: always',
    ]),
    '',
    ...websocket(shared.url),
    '',
    ...authorization(shared),
    '',
    ...comment(streamNote(shared)),
  ].join('\n')
}
