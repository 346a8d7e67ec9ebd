import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type NatsWriting, rightsOf, streamConfig } from '#src/domain/ticket/natsSubjects.ts'
import { freePorts } from './freePorts.ts'

const BINARY = 'nats-server'

/** People of the test server; each one's password is their name. The user `wall`, and who does not sign in, reads only. */
const PEOPLE = ['anna', 'boris'] as const

/** A real nats-server with JetStream and WebSocket on loopback. Its ports and its disk outlive a kill. */
export type NatsServer = {
  /** `ws://127.0.0.1:…`, for browsers. */
  readonly url: string
  readonly board: string
  readonly stream: string
  /** Ends it as a power cut does, and waits until it is gone. */
  kill(): Promise<void>
  /** Starts it again on what its disk holds. */
  restart(): Promise<void>
  /** Empties its disk; it has to be killed before. The stream is made anew at the next start. */
  wipe(): void
  /** Copies its disk, and puts the copy back; it has to be killed before. */
  backUp(): void
  putBack(): void
  /** Asks its JetStream API as administrator: `STREAM.INFO.…`. Answers with the reply's JSON. */
  ask(api: string, question?: object): Promise<unknown>
  /** How many messages its stream holds. */
  count(): Promise<number>
  stop(): Promise<void>
}

/** May do all that a reader may, but be sent nothing. */
const deaf = (board: string, stream: string) => {
  const { publish, subscribe } = rightsOf(board, stream, 'deaf')
  return { publish: { ...publish, allow: publish.allow.filter((of) => !of.includes('MSG.NEXT')) }, subscribe }
}

const config = (
  ports: readonly number[],
  folder: string,
  { board, stream, anybody }: Required<NatsSetUp>,
): string => {
  const users = [
    { user: 'admin', password: 'admin' },
    { user: 'anybody', password: 'anybody', permissions: rightsOf(board, stream, null, anybody) },
    { user: 'deaf', password: 'deaf', permissions: deaf(board, stream) },
    { user: 'wall', password: 'wall', permissions: rightsOf(board, stream, 'wall', 'nothing') },
    ...PEOPLE.map((who) => ({ user: who, password: who, permissions: rightsOf(board, stream, who) })),
  ]
  // The file is a superset of JSON.
  return JSON.stringify({
    listen: `127.0.0.1:${ports[0]}`,
    jetstream: { store_dir: join(folder, 'data') },
    websocket: { listen: `127.0.0.1:${ports[1]}`, no_tls: true },
    authorization: { users },
    no_auth_user: 'anybody',
  })
}

/** One question over NATS' own text protocol: https://docs.nats.io/reference/reference-protocols/nats-protocol */
function askOver(port: number, subject: string, question: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    socket.once('error', reject)
    socket.once('close', () => reject(new Error(`nats-server hung up: ${heard}`)))
    socket.on('data', (chunk) => {
      heard += chunk.toString()
      const [, size, body = ''] = /\r\nMSG \S+ 1 (\d+)\r\n([^]*)$/.exec(heard) ?? []
      if (size === undefined || Buffer.byteLength(body) < Number(size) + 2) return
      resolve(JSON.parse(body))
      socket.destroy()
    })
    socket.write('CONNECT {"user":"admin","pass":"admin","verbose":false}\r\nSUB _INBOX_admin 1\r\n')
    socket.write(`PUB ${subject} _INBOX_admin ${Buffer.byteLength(question)}\r\n${question}\r\n`)
  })
}

/** Calls again until it answers: the server takes some hundred milliseconds to be there. */
async function persist<T>(call: () => Promise<T>, left = 200): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (left === 0) throw error
    await new Promise((resolve) => void setTimeout(resolve, 50))
    return persist(call, left - 1)
  }
}

function messagesOf(info: unknown): number {
  if (typeof info !== 'object' || info === null || !('state' in info)) return 0
  const { state } = info
  if (typeof state !== 'object' || state === null || !('messages' in state)) return 0
  return typeof state.messages === 'number' ? state.messages : 0
}

/** What the server is set up for; `anybody`: what who has not signed in may write. */
export type NatsSetUp = {
  readonly board?: string
  readonly stream?: string
  readonly anybody?: NatsWriting
}

/** Starts a server with a stream for one board, to which anna and boris may write. */
export async function natsServer({
  board = 'run',
  stream = 'TICKETS',
  anybody = 'nothing',
}: NatsSetUp = {}): Promise<NatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-nats-'))
  const ports = await freePorts(2)
  const [port = 0, webSocket = 0] = ports
  const path = join(folder, 'nats.conf')
  writeFileSync(path, config(ports, folder, { board, stream, anybody }))
  const data = join(folder, 'data')
  let child: ChildProcess | null = null

  const ask = (api: string, question?: object): Promise<unknown> =>
    askOver(port, `$JS.API.${api}`, question === undefined ? '' : JSON.stringify(question))

  const restart = async (): Promise<void> => {
    child = spawn(BINARY, ['-c', path], { stdio: 'ignore' })
    // A stream that is there already, with the same configuration, is left as it is.
    await persist(() => ask(`STREAM.CREATE.${stream}`, streamConfig(board, stream)))
  }

  const kill = async (): Promise<void> => {
    const dying = child
    child = null
    if (dying === null || dying.exitCode !== null) return
    const gone = new Promise((resolve) => dying.once('exit', resolve))
    dying.kill('SIGKILL')
    await gone
  }

  const wipe = (): void => rmSync(data, { recursive: true, force: true })

  await restart()
  return {
    url: `ws://127.0.0.1:${webSocket}`,
    board,
    stream,
    kill,
    restart,
    ask,
    wipe,
    backUp: () => cpSync(data, `${data}-kept`, { recursive: true }),
    putBack: () => {
      wipe()
      renameSync(`${data}-kept`, data)
    },
    count: async () => messagesOf(await ask(`STREAM.INFO.${stream}`)),
    async stop() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
