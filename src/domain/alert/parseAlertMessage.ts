import { type MessageMeaning, messageMeaning } from './messageMeaning.ts'
import { messagePieces } from './messagePieces.ts'
import { isOnlyRequest, type MessageRequest, messageRequest } from './messageRequest.ts'

/** What an alert's message says. All texts are pieces of the message itself. */
export type AlertMessage = MessageRequest & {
  /** As its sender wrote it: not yet a service of the fleet. */
  readonly service: string | null
  /** What was attempted. */
  readonly operation: string | null
  /** What went wrong, each inside the one before it, the innermost last. At most 20. */
  readonly causes: readonly string[]
  /** How many in the middle are left out. */
  readonly leftOut: number
  readonly meaning: MessageMeaning | null
  /** Whether it was cut: by its sender, who tells so with an ellipsis, or here. */
  readonly cut: boolean
}

/** What is read of a message; more is no sentence but a dump. */
const MOST_READ = 4000
const MOST_PIECE = 400
const MOST_CAUSES = 20

/** `[user-sync-service] `, with brackets of its own at most once inside: `[worker[3]] `. */
const PREFIX = /^\s*\[((?:[^\][\n]|\[[^\][\n]*\]){1,120})\][\s:]*/

/** Brackets that name no service: Alertmanager's state and count, a priority, a level, a time. */
const NO_SERVICE =
  /^(?:firing|resolved|alerting|ok|alert|p[1-5]|fatal|critical|error|warn(?:ing)?|info|debug|test)(?:\s*:\s*\d+)?$|^[\d:.,\sTZ+-]+$/i

/** A blank line, or the first line of a stack trace (Java, Node, Go, Python): what follows was not written for people. */
const TRACE = /\r?\n\s*\r?\n|\r?\n\s*(?:at\s|goroutine\s+\d|Traceback\b|File ")/

const ELLIPSIS = /(?:\u2026|\.{3,})\s*$/

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** The first characters of a text, never half a surrogate pair. */
const first = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, isHighSurrogate(text.charCodeAt(most - 1)) ? most - 1 : most)

/** The service in brackets at the beginning, and what is behind it and behind other brackets. */
function prefixOf(text: string): { readonly service: string | null; readonly rest: string } {
  let rest = text
  for (let i = 0; i < 5; i++) {
    const match = PREFIX.exec(rest)
    const name = match?.[1]?.trim() ?? ''
    if (match === null || name === '') break
    rest = rest.slice(match[0].length)
    if (!NO_SERVICE.test(name)) return { service: name, rest }
  }
  return { service: null, rest }
}

function bounded(causes: readonly string[]): Pick<AlertMessage, 'causes' | 'leftOut'> {
  const leftOut = Math.max(0, causes.length - MOST_CAUSES)
  const half = MOST_CAUSES / 2
  const kept = leftOut === 0 ? causes : [...causes.slice(0, half), ...causes.slice(-half)]
  return { causes: kept.map((cause) => first(cause, MOST_PIECE)), leftOut }
}

/**
 * Reads an alert's message by the team's convention (product, section 8): `[service] operation: wrapped cause: …`, as
 * `[user-sync-service] creating user: POST /api/users: 403`. Whatever is missing is null: a message of one sentence is all
 * operation, one that begins with its request has none. Reads the first 4,000 characters, up to a blank line or a stack
 * trace.
 */
export function parseAlertMessage(text: string): AlertMessage {
  const read = first(text, MOST_READ)
  const [sentence = ''] = read.trim().split(TRACE, 1)
  const hasEllipsis = ELLIPSIS.test(sentence)
  const { service, rest } = prefixOf(sentence.replace(ELLIPSIS, ''))
  const pieces = messagePieces(rest)
  const [head] = pieces
  const isAttempt = head !== undefined && !isOnlyRequest(head)
  return {
    service,
    operation: isAttempt ? first(head, MOST_PIECE) : null,
    ...bounded(isAttempt ? pieces.slice(1) : pieces),
    ...shortened(messageRequest(pieces)),
    meaning: messageMeaning(messageRequest(pieces).status, pieces),
    cut: hasEllipsis || read.length < text.length,
  }
}

const shortened = ({ method, host, path, status }: MessageRequest): MessageRequest => ({
  method,
  host: host === null ? null : first(host, MOST_PIECE),
  path: path === null ? null : first(path, MOST_PIECE),
  status,
})
