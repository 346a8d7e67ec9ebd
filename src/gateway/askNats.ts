import { connect } from 'node:net'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { errorCode } from './fleetSource.ts'

/** Where a NATS server listens for its own protocol, and who asks. */
export type NatsLogin = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** Under what the answer comes: what the user may subscribe to. */
  readonly inbox: string
}

const PATIENCE_MS = 5000

/** The payload of the first message, once all of it is there. */
function messageIn(heard: string): string | null {
  const [, size, rest = ''] = /(?:^|\r\n)MSG \S+ 1 +(?:\S+ +)?(\d+)\r\n([^]*)$/.exec(heard) ?? []
  if (size === undefined || Buffer.byteLength(rest) < Number(size) + 2) return null
  return Buffer.from(rest).subarray(0, Number(size)).toString('utf8')
}

/** What the server says against it, in words; null while it says nothing against it. */
function refusalIn(heard: string, name: string): string | null {
  const [, info = ''] = /^INFO (.*)\r\n/.exec(heard) ?? []
  const json = info === '' ? null : parseJson(info)
  const isTls = json?.ok === true && JSON.stringify(json.value).includes('"tls_required":true')
  if (isTls) return `${name} wants TLS: make the stream with nats stream add instead.`
  const [, words] = /(?:^|\r\n)-ERR '([^']*)'/.exec(heard) ?? []
  return words === undefined ? null : `${name} refused: ${words}.`
}

/**
 * What is said after what was heard. The question waits until the server has let us in: it hangs up on whoever it does
 * not, and what is still under way then would take its words with it.
 */
function conversation({ user, password, inbox }: NatsLogin, subject: string, question: string) {
  const head = JSON.stringify({
    user,
    pass: password,
    verbose: false,
    pedantic: false,
    lang: 'node',
    version: '0',
  })
  const size = Buffer.byteLength(question)
  return [
    { after: /^INFO .*\r\n/, say: `CONNECT ${head}\r\nPING\r\n` },
    {
      after: /\r\nPONG\r\n/,
      say: `SUB ${inbox}.1 1\r\nPUB ${subject} ${inbox}.1 ${size}\r\n${question}\r\n`,
    },
  ]
}

/**
 * Asks a NATS server one question over its text protocol and returns the payload of the answer; a failure is one
 * sentence. Only for plain TCP. https://docs.nats.io/reference/reference-protocols/nats-protocol
 */
export function askNats(
  login: NatsLogin,
  subject: string,
  question: string,
): Promise<Result<string, string>> {
  const { host, port } = login
  const name = `${host}:${port}`
  return new Promise((resolve) => {
    const socket = connect(port, host)
    let heard = ''
    const end = (answer: Result<string, string>): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.setEncoding('utf8')
    socket.setTimeout(PATIENCE_MS, () => end(err(`${name} did not answer within ${PATIENCE_MS / 1000} s.`)))
    socket.on('error', (error) => end(err(`${name} cannot be reached (${errorCode(error)}).`)))
    socket.on('close', () => end(err(`${name} closed the connection. Is it the port for NATS clients?`)))
    const steps = conversation(login, subject, question)
    socket.on('data', (chunk) => {
      heard += String(chunk)
      const refusal = refusalIn(heard, name)
      if (refusal !== null) return end(err(refusal))
      const message = messageIn(heard)
      if (message !== null) return end(ok(message))
      const [next] = steps
      if (next === undefined || !next.after.test(heard)) return
      socket.write(next.say)
      steps.shift()
    })
  })
}
