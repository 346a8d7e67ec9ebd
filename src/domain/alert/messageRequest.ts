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

const METHOD = String.raw`(?:^|[\s"'(])(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)\s+["']?`

/** `POST /api/users`, `Get "https://idp.example.org/token"` (Go, `net/http`), `"GET /x HTTP/1.1"` (access logs). */
const REQUEST = new RegExp(String.raw`${METHOD}(https?:\/\/[^\s"'<>]+|\/[^\s"'<>]*)`, 'i')

/** A request and nothing behind it, whatever is written into its query. */
const ENDS_WITH_REQUEST = new RegExp(String.raw`${METHOD}(?:https?:\/)?\/\S*$`, 'i')

/** How the names of statuses begin (RFC 9110, section 15; RFC 6585), which some programs write small. */
const REASON_PHRASES = [
  'ok$|created$|accepted$|no content',
  'bad request|unauthori[sz]ed|payment required|forbidden|not found|method not|not acceptable|proxy auth',
  'request (?:time|header|entity)|conflict$|gone$|length required|precondition|(?:payload|content|uri) too',
  'unsupported|range not|expectation|misdirected|unprocessable|locked$|failed dep|too (?:early|many)|upgrade',
  'internal server|not implemented|bad gateway|service unavail|gateway time|http version|insufficient|network auth',
].join('|')

/** A piece that is a number and nothing else: a status only where the piece before it makes it one. */
const BARE = /^([1-5]\d\d)[.,;!]?$/

/** What says that the number behind it is a status: `unexpected status`, `status code`, `response`. */
const NAMES_STATUS = /\b(?:status(?:[ _-]?code)?|(?:http|response)[ _-]?code|response|http(?:\/[\d.]+)?)$/i

/** A piece that is a status with its name: `404 Not Found`. */
const PHRASED = new RegExp(String.raw`^([1-5]\d\d)\s+(?:${REASON_PHRASES})`, 'i')

/** A status that is named as one; one that was `returned` or `got` may be anything unless a request stands in the piece. */
const NAMED =
  /(?:\bHTTP(?:\/[\d.]+)?"?|\bstatus(?:[ _-]?code)?|\b(?:http|response)[ _-]?code|\b(?:responded with|answered(?: with)?))\s*[:=]?\s*"?([1-5]\d\d)(?![\w.:/-])/i
const RETURNED = /\b(?:returned|got)\s+([1-5]\d\d)(?![\w.:/-])/i

/** Behind a path that is written without a space: `/api/users:403`. */
const BEHIND_PATH = /:([45]\d\d)$/

const TRAILING = /[\s,;.)\]\u2026]+$/

function innermost<T>(pieces: readonly string[], read: (piece: string, i: number) => T | null): T | null {
  for (let i = pieces.length - 1; i >= 0; i--) {
    const found = read(pieces[i] ?? '', i)
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

/** Whether a number behind this piece is a status: it ends with a request, or with what a status is called. */
const leadsToStatus = (before: string): boolean => NAMES_STATUS.test(before) || ENDS_WITH_REQUEST.test(before)

/** The status that a piece tells of, by itself or by the piece before it; null where no number in it is one for sure. */
function statusIn(piece: string, before: string): number | null {
  const bare = BARE.exec(piece)?.[1]
  if (bare !== undefined) return leadsToStatus(before) ? Number(bare) : null
  const told = PHRASED.exec(piece) ?? NAMED.exec(piece)
  if (told !== null) return Number(told[1])
  const target = targetIn(piece)
  const returned = target === null ? null : RETURNED.exec(piece)
  return returned === null ? (target?.status ?? null) : Number(returned[1])
}

/** The request and the status that the pieces of a message tell of, the innermost of several. */
export function messageRequest(pieces: readonly string[]): MessageRequest {
  const request = innermost(pieces, targetIn)
  const status = innermost(pieces, (piece, i) => statusIn(piece, pieces[i - 1] ?? ''))
  return { method: null, host: null, path: null, ...request, status }
}

/** Whether a piece is nothing but a request or a status: it names no operation. */
export const isOnlyRequest = (piece: string): boolean =>
  REQUEST.exec(piece)?.index === 0 || statusIn(piece, '') !== null
