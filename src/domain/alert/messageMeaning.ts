/** What a failure comes to, and so where to look first. */
export type MessageMeaning =
  /** 401, 403: who asks is not allowed to. */
  | 'authorisation'
  /** 404, 410: what was asked for is not there. */
  | 'missing'
  /** 408, 504, or a time-out of the asker's own. */
  | 'timeout'
  /** 429. */
  | 'too-many'
  /** Any other 4xx: the far side refused what it was sent. */
  | 'refused'
  /** Any other 5xx: the far side failed. */
  | 'far-side'
  /** Nobody listens there, or no way leads there. */
  | 'unreachable'
  /** The name of the far side leads nowhere. */
  | 'name'
  | 'certificate'
  /** The far side closed the connection before it had answered. */
  | 'cut-off'
  /** It answered, with nothing in it. */
  | 'empty'

const BY_STATUS: ReadonlyMap<number, MessageMeaning> = new Map([
  [401, 'authorisation'],
  [403, 'authorisation'],
  [407, 'authorisation'],
  [404, 'missing'],
  [410, 'missing'],
  [408, 'timeout'],
  [504, 'timeout'],
  [429, 'too-many'],
])

/** What network libraries of Go, Java, Node and Python write. */
const BY_WORDS: readonly (readonly [RegExp, MessageMeaning])[] = [
  [
    /connection refused|ECONNREFUSED|no route to host|EHOSTUNREACH|network is unreachable|\bUnavailable\b/i,
    'unreachable',
  ],
  [/no such host|ENOTFOUND|UnknownHost|name or service not known|EAI_AGAIN|server misbehaving/i, 'name'],
  [/deadline exceeded|DeadlineExceeded|i\/o timeout|timed[ -]?out|timeout|ETIMEDOUT/i, 'timeout'],
  [/x509|certificate|PKIX|TLS handshake|self[- ]signed/i, 'certificate'],
  [/connection reset|ECONNRESET|broken pipe|EPIPE|\bEOF\b|socket hang up|premature/i, 'cut-off'],
  [
    /permission denied|access denied|forbidden|unauthori[sz]ed|PermissionDenied|Unauthenticated/i,
    'authorisation',
  ],
  [/rate limit|too many requests|ResourceExhausted/i, 'too-many'],
  [/unexpectedly empty|empty (?:result|response|body)|no rows in result set/i, 'empty'],
  [/\bnot found\b|NotFound/i, 'missing'],
]

function ofStatus(status: number): MessageMeaning | null {
  const known = BY_STATUS.get(status)
  if (known !== undefined) return known
  if (status >= 500) return 'far-side'
  return status >= 400 ? 'refused' : null
}

/**
 * What a failure means: by its HTTP status (RFC 9110, section 15) where it has one, else by the words of the innermost
 * cause that says something known. Null where none does.
 */
export function messageMeaning(status: number | null, pieces: readonly string[]): MessageMeaning | null {
  const told = status === null ? null : ofStatus(status)
  if (told !== null) return told
  for (const piece of pieces.toReversed()) {
    const known = BY_WORDS.find(([words]) => words.test(piece))
    if (known !== undefined) return known[1]
  }
  return null
}
