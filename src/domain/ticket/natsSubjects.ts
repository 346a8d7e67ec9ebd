import { AUTOMATIC } from './ticketEvent.ts'

/*
 * How a board lies in a NATS JetStream stream: each event is the one message on a subject of its own,
 * `tk.<board>.<ticket>.<actor>.<event>`. A stream that takes one message a subject and discards new ones makes every
 * event write-once, whoever tries again; the actor in the subject is what the server's permissions are about.
 * https://docs.nats.io/nats-concepts/jetstream/streams, https://docs.nats.io/running-a-nats-service/configuration/securing_nats/authorization
 */

const TOKEN = /^[\w-]{1,128}$/
const ROOT = 'tk'
/** In the place of a ticket: what is done once by whoever is first, and what is written to try whether it may be. */
const CLAIM = 'claim'
const PROBE = 'probe'

/** Ten days over a year: figures compare a month with the same one of the year before. In nanoseconds, as NATS has it. */
const MAX_AGE = 400 * 86_400 * 1e9

/** Whether something may stand between two dots of a subject: letters, digits, `_` and `-`, up to 128 of them. */
const isSubjectToken = (text: string): boolean => TOKEN.test(text)

/** Whether somebody of that name can sign in: a token that stands for no machine. */
export const isPersonToken = (name: string): boolean => isSubjectToken(name) && name !== AUTOMATIC

/** What of an event its subject says. */
export type EventAddress = { readonly ticket: string; readonly actor: string; readonly id: string }

/** The subject of an event; null where a part of it is no token, so that no engine takes it. */
export function subjectOf(board: string, { ticket, actor, id }: EventAddress): string | null {
  const tokens = [board, ticket, actor, id]
  return tokens.every(isSubjectToken) ? [ROOT, ...tokens].join('.') : null
}

/** What a subject says of its message; null for claims, probes, and what is no event of that board. */
export function parseSubject(board: string, subject: string): EventAddress | null {
  const [root, of, ticket, actor, id, ...more] = subject.split('.')
  if (ticket === undefined || actor === undefined || id === undefined || more.length > 0) return null
  if (root !== ROOT || of !== board || ticket === CLAIM || ticket === PROBE) return null
  return [ticket, actor, id].every(isSubjectToken) ? { ticket, actor, id } : null
}

/** All subjects of a board: what a stream has to take, and a consumer asks for. */
export const boardSubjects = (board: string): string => `${ROOT}.${board}.>`

/** Whether a message is a claim or a probe: nothing that a log holds. */
export const isBeside = (board: string, subject: string): boolean =>
  [CLAIM, PROBE].some((of) => subject.startsWith(`${ROOT}.${board}.${of}.`))

/** Where the first of all browsers writes that it does something. Different keys have different subjects. */
export function claimSubject(board: string, key: string): string {
  const token = key.replaceAll(/[^A-Za-z0-9-]/gu, (of) => `_${of.codePointAt(0)?.toString(16)}_`)
  return [ROOT, board, CLAIM, AUTOMATIC, token].join('.')
}

/** Where it is tried whether an actor may write: once accepted, refused as being there already ever after. */
export const probeSubject = (board: string, actor: string): string =>
  [ROOT, board, PROBE, actor, PROBE].join('.')

/** Under what the replies to somebody come, so that nobody else can listen to them; null: who is not signed in. */
export const inboxOf = (actor: string | null): string => `_INBOX_${actor ?? 'readonly'}`

/** What somebody may write: what is under their name and automatic, only what is automatic, or nothing. */
export type NatsWriting = 'own' | 'automatic' | 'nothing'

/** The `permissions` of a user of a NATS server. */
export type NatsRights = {
  readonly publish: { readonly allow: readonly string[]; readonly deny: readonly string[] }
  readonly subscribe: { readonly allow: readonly string[] }
}

/**
 * What a user of a board needs, and no more: to read the stream, to write what is under their own name, and what is
 * automatic. Null as actor is everybody who has not signed in (`no_auth_user`): reads only, unless a screen on the wall is
 * to open tickets by itself.
 */
export function rightsOf(
  board: string,
  stream: string,
  actor: string | null,
  writes: NatsWriting = actor === null ? 'nothing' : 'own',
): NatsRights {
  const all = boardSubjects(board)
  const reading = [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.CONSUMER.CREATE.${stream}.*.${all}`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
    `$JS.API.DIRECT.GET.${stream}.${all}`,
  ]
  const own = writes === 'own' && actor !== null ? [actor] : []
  const names = writes === 'nothing' ? [] : [...own, AUTOMATIC]
  const writing = names.map((who) => `${ROOT}.${board}.*.${who}.*`)
  return {
    publish: {
      allow: [...reading, ...writing],
      deny: ['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'MSG.DELETE', 'RESTORE'].map(
        (what) => `$JS.API.STREAM.${what}.>`,
      ),
    },
    subscribe: { allow: [`${inboxOf(actor)}.>`] },
  }
}

/** A stream's configuration as `$JS.API.STREAM.CREATE` and `nats stream add --config` take it. Durations in ns. */
export type NatsStreamConfig = {
  readonly name: string
  readonly subjects: readonly string[]
  readonly retention: 'limits'
  readonly storage: 'file'
  readonly num_replicas: number
  readonly max_msgs_per_subject: 1
  readonly discard: 'new'
  readonly discard_new_per_subject: true
  readonly deny_delete: true
  readonly deny_purge: true
  readonly allow_direct: true
  readonly max_age: number
}

/** The stream of a board: append-only, one message a subject, kept for 400 days. */
export const streamConfig = (board: string, stream: string): NatsStreamConfig => ({
  name: stream,
  subjects: [boardSubjects(board)],
  retention: 'limits',
  storage: 'file',
  num_replicas: 1,
  max_msgs_per_subject: 1,
  discard: 'new',
  discard_new_per_subject: true,
  deny_delete: true,
  deny_purge: true,
  allow_direct: true,
  max_age: MAX_AGE,
})
