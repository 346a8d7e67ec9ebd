/** What a message says of the request that failed; each is null where it says nothing of the kind. */
export type MessageRequest = {
  /** As it is written: `POST`, or `Post` as Go writes it. */
  readonly method: string | null
  readonly host: string | null
  /** With its query. */
  readonly path: string | null
  /** 100 to 599. */
  readonly status: number | null
}

/** `POST /api/users`, `Get "https://idp.example.org/token"` (Go, `net/http`), `"GET /x HTTP/1.1"` (access logs). */
const REQUEST =
  /(?:^|[\s"'(])(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)\s+["']?(https?:\/\/[^\s"'<>]+|\/[^\s"'<>]*)/i

/** The names of the statuses begin with a capital letter (RFC 9110, section 15); some programs write them small. */
const REASON_PHRASE =
  '[A-Z]|forbidden|unauthori[sz]ed|not found|bad |conflict|gone|internal|too many|service|gateway|time'

/** A piece that is a status and nothing else: `403`, `HTTP 503`, `404 Not Found`. */
const ALONE = new RegExp(
  String.raw`^(?:HTTP(?:\/[\d.]+)?\s+)?([1-5]\d\d)(?:\s+(?:${REASON_PHRASE})[\w' -]*)?[.,;!]?$`,
)

/** A status that is named as one. */
const NAMED =
  /(?:\bHTTP(?:\/[\d.]+)?"?|\bstatus(?:[ _-]?code)?|\b(?:http|response|error)[ _-]?code|\b(?:returned|responded(?: with)?|answered|got))\s*[:=]?\s*"?([1-5]\d\d)(?![\w.:/-])/i

/** Behind a path that is written without a space: `/api/users:403`. */
const BEHIND_PATH = /:([45]\d\d)$/

const TRAILING = /[\s,;.)\]\u2026]+$/

const innermost = <T>(pieces: readonly string[], read: (piece: string) => T | null): T | null => {
  for (const piece of pieces.toReversed()) {
    const found = read(piece)
    if (found !== null) return found
  }
  return null
}

/** What stands behind a method, without the stop of its sentence: where it went, and the status written behind its path. */
function targetIn(piece: string): MessageRequest | null {
  const [, method, target] = REQUEST.exec(piece) ?? []
  if (method === undefined || target === undefined) return null
  const whole = target.replace(TRAILING, '')
  const [origin = ''] = /^https?:\/\/[^/?#]*/i.exec(whole) ?? []
  const host = origin.slice(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('@')) + 1)
  const rest = whole.slice(origin.length)
  const path = rest.replace(BEHIND_PATH, '')
  const status = BEHIND_PATH.exec(rest)?.[1]
  return {
    method,
    host: host === '' ? null : host,
    path: path === '' ? null : path,
    status: status === undefined ? null : Number(status),
  }
}

/** A bare number is a status where it is one of a failure, or where a request stands beside it. */
function statusIn(piece: string, hasRequest: boolean): number | null {
  const alone = ALONE.exec(piece)?.[1]
  if (alone !== undefined && (hasRequest || /^[45]/.test(alone) || /^HTTP/i.test(piece))) return Number(alone)
  const told = NAMED.exec(piece)?.[1]
  return told === undefined ? (targetIn(piece)?.status ?? null) : Number(told)
}

/** The request and the status that the pieces of a message tell of, the innermost of several. */
export function messageRequest(pieces: readonly string[]): MessageRequest {
  const request = innermost(pieces, targetIn)
  const status = innermost(pieces, (piece) => statusIn(piece, request !== null))
  return { method: null, host: null, path: null, ...request, status }
}

/** Whether a piece is nothing but a request or a status: it names no operation. */
export const isOnlyRequest = (piece: string): boolean =>
  REQUEST.exec(piece)?.index === 0 || statusIn(piece, false) !== null
