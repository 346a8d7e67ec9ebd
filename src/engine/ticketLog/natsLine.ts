import {
  AckPolicy,
  DeliverPolicy,
  JetStreamApiError,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream'
import { errors, nanos, type NatsConnection, nuid, wsconnect } from '@nats-io/nats-core'
import { err, ok, type Result } from '#src/domain/result.ts'
import { boardSubjects, inboxOf } from '#src/domain/ticket/natsSubjects.ts'
import {
  ANSWER_WITHIN,
  type EngineLine,
  type LineFault,
  type LineOptions,
  type OpenLine,
  type Published,
} from './engineLine.ts'

/*
 * The only file that names the client library of NATS; loaded when a fleet file names a server. What the client does by
 * itself after a disconnection is switched off: a line that breaks is opened anew, which takes a second less.
 */

const CONNECT_WITHIN = 5000
const PING_EVERY = 5000
/** A consumer of a browser that went away is forgotten after this long. */
const FORGOTTEN_AFTER = 30_000
/** So many messages are on their way at once. */
const BATCH = 1000
/** "maximum messages per subject exceeded": https://github.com/nats-io/nats-server/blob/main/server/errors.json */
const THERE_ALREADY = 10_077
const NO_SUCH_STREAM = 10_059

/** Asks for messages: nothing answers it where it is not allowed. */
const NEXT = /^\$JS\.API\.CONSUMER\.MSG\.NEXT\./

function violationIn(error: unknown): Error | null {
  if (error instanceof errors.PermissionViolationError) return error
  return error instanceof Error && error.cause !== undefined ? violationIn(error.cause) : null
}

function faultOf(error: unknown): LineFault {
  if (!(error instanceof Error)) return { kind: 'refused', detail: String(error) }
  const detail = error.message
  const violation = violationIn(error)
  if (violation !== null) return { kind: 'no-right', detail: violation.message }
  if (error instanceof errors.AuthorizationError) return { kind: 'wrong-password', detail }
  if (error instanceof JetStreamApiError) {
    return { kind: error.code === NO_SUCH_STREAM ? 'no-stream' : 'refused', detail }
  }
  if (error instanceof errors.TimeoutError) return { kind: 'late', detail }
  if (error instanceof errors.RequestError && error.isNoResponders()) return { kind: 'no-stream', detail }
  if (error instanceof errors.InvalidArgumentError) return { kind: 'refused', detail }
  return { kind: 'unreachable', detail }
}

async function attempt<T>(work: () => Promise<T>): Promise<Result<T, LineFault>> {
  try {
    return ok(await work())
  } catch (error) {
    return err(faultOf(error))
  }
}

type Acknowledgement = { readonly error?: { readonly err_code?: number; readonly description?: string } }

function publishedOf(answer: Acknowledgement): Published {
  const { error } = answer
  if (error === undefined) return { kind: 'stored' }
  if (error.err_code === THERE_ALREADY) return { kind: 'there' }
  return { kind: 'refused', detail: error.description ?? '' }
}

async function streamFacts(manager: JetStreamManager, name: string) {
  const { config, created, state } = await manager.streams.info(name)
  const once = config.max_msgs_per_subject === 1 && config.discard_new_per_subject
  return {
    subjects: config.subjects,
    created,
    lastSeq: state.last_seq,
    writeOnce: once && config.discard === 'new',
    noDelete: config.deny_delete && config.deny_purge,
  }
}

/** Resolves when the server refuses to send what it is asked for. */
async function refusal(nc: NatsConnection): Promise<LineFault | null> {
  for await (const status of nc.status()) {
    const error = status.type === 'error' ? status.error : null
    if (error instanceof errors.PermissionViolationError && NEXT.test(error.subject)) return faultOf(error)
  }
  return null
}

function lineOver(nc: NatsConnection, manager: JetStreamManager, { board, stream }: LineOptions): EngineLine {
  const consumers = jetstream(nc, { timeout: ANSWER_WITHIN }).consumers
  return {
    async publish(subject, text) {
      const answered = await attempt(async () => {
        const answer = await nc.request(subject, text, { timeout: ANSWER_WITHIN })
        return publishedOf(answer.json<Acknowledgement>())
      })
      return answered.ok ? answered.value : answered.error
    },
    stored: (subject) =>
      attempt(async () => {
        const message = await manager.direct.getMessage(stream, { last_by_subj: subject })
        return message === null ? null : { subject, text: message.string(), at: message.time.getTime() }
      }),
    stream: () => attempt(() => streamFacts(manager, stream)),
    follow: (from, follower) =>
      attempt(async () => {
        const made = await manager.consumers.add(stream, {
          name: nuid.next(),
          filter_subject: boardSubjects(board),
          deliver_policy: DeliverPolicy.StartSequence,
          opt_start_seq: from,
          ack_policy: AckPolicy.None,
          inactive_threshold: nanos(FORGOTTEN_AFTER),
          mem_storage: true,
          num_replicas: 1,
        })
        let expected = 1
        let isBroken = false
        const messages = await consumers.getConsumerFromInfo(made).consume({
          bind: true,
          max_messages: BATCH,
          callback: (message) => {
            // One was lost on its way: it comes again to whoever asks anew.
            isBroken ||= message.info.deliverySequence !== expected
            expected++
            if (isBroken) {
              messages.stop()
              return
            }
            const { subject, seq, time, info } = message
            follower.message({
              subject,
              seq,
              text: message.string(),
              at: time.getTime(),
              pending: info.pending,
            })
          },
        })
        refusal(nc).then(follower.ended, () => undefined)
        const watch = async (): Promise<void> => {
          for await (const { type } of messages.status()) {
            if (type === 'heartbeat') follower.alive()
            else if (type === 'heartbeats_missed' || type === 'consumer_deleted') messages.stop()
          }
        }
        watch().catch(() => undefined)
        const end = (): void => follower.ended(null)
        void messages.closed().then(end, end)
        return { at: Date.parse(made.created), pending: made.num_pending }
      }),
    closed: nc.closed().then((error) => (error instanceof Error ? error.message : null)),
    close: () => {
      nc.close().catch(() => undefined)
    },
  }
}

/** Opens a connection to a NATS server over WebSocket; without credentials as its `no_auth_user`. */
export const openNatsLine: OpenLine = (options) =>
  attempt(async () => {
    const { url, credentials } = options
    const nc = await wsconnect({
      servers: url,
      inboxPrefix: inboxOf(credentials?.user ?? null),
      reconnect: false,
      ignoreClusterUpdates: true,
      timeout: CONNECT_WITHIN,
      pingInterval: PING_EVERY,
      noAsyncTraces: true,
      ...(credentials === null ? {} : { user: credentials.user, pass: credentials.password }),
    })
    return lineOver(nc, await jetstreamManager(nc, { checkAPI: false, timeout: ANSWER_WITHIN }), options)
  })
