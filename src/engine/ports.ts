import type { RequestTiming } from '#src/domain/heard/heard.ts'
import type { Result } from '#src/domain/result.ts'
import type { Bytes, DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** One GET as the engine asks for it. Simple (no custom header, so never a preflight) but for `authorization`. */
export type HttpRequest = {
  readonly url: string
  /** `same-origin`: cookies for the page's own server, as the page itself was loaded with. */
  readonly credentials: 'omit' | 'include' | 'same-origin'
  /** The Authorization header, for a token that a person typed in; to another origin it costs a preflight. */
  readonly authorization?: string
  /** From dispatch to the last byte. */
  readonly timeout: DurationMs
  /**
   * `read`: an ordinary GET. `opaque`: tells only whether anything answered at all (`no-cors`).
   * `no-redirect`: a redirect is not followed but named (same origin only).
   */
  readonly mode: 'read' | 'opaque' | 'no-redirect'
  /** Ends the request early, as `aborted`; null where nobody will. */
  readonly signal: AbortSignal | null
}

/** The head of an answer. Header names are lower case; other origins show only a few of them. */
export type HttpHead = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Where the answer came from in the end. */
  readonly url: string
  readonly redirected: boolean
}

/** Takes the body chunk by chunk; `enough` ends the reading and closes the connection. */
export type BodySink = { push(chunk: Uint8Array): 'more' | 'enough' }

/** A page learns no more of a failed fetch than this. */
export type HttpFailure = { readonly kind: 'timeout' | 'network' | 'aborted' | 'redirect' }

/** Sends one GET; `sinkFor` is asked for a sink once the head is there. Never rejects. */
export type HttpGet = (
  request: HttpRequest,
  sinkFor: (head: HttpHead) => BodySink,
) => Promise<Result<HttpHead, HttpFailure>>

/** One POST of a JSON text. Never simple: to another origin it costs a preflight. */
export type HttpPostRequest = Pick<HttpRequest, 'url' | 'credentials' | 'timeout' | 'signal'> & {
  readonly json: string
}

/** Sends one POST; `sinkFor` is asked for a sink once the head is there. Never rejects. */
export type HttpPost = (
  request: HttpPostRequest,
  sinkFor: (head: HttpHead) => BodySink,
) => Promise<Result<HttpHead, HttpFailure>>

/** What stands between this page and a URL before any request is sent. */
export type Obstacle = 'mixed-content' | 'local-network-permission'

/** Why a database did not do what it was asked for. */
export type StoreFailure = {
  /**
   * `quota`: there is no room. `refused`: there is none for this page. `newer-version`: a later build has written it.
   * `lost`: it was closed or deleted meanwhile. `fails`: anything else.
   */
  readonly kind: 'quota' | 'refused' | 'newer-version' | 'lost' | 'fails'
  /** What the platform says of it. */
  readonly detail: string
}

/** What is to be written at once: all of it, or nothing. */
export type StoreChanges = {
  readonly put: ReadonlyMap<string, unknown>
  readonly remove: readonly string[]
}

/** Records by key: whatever can be cloned. Nothing here rejects. */
export type Database = {
  /** In the order of text. */
  keys(): Promise<Result<readonly string[], StoreFailure>>
  /** Undefined where there is no such record. */
  read(key: string): Promise<Result<unknown, StoreFailure>>
  /** All records whose keys begin so, with their keys, as they are at one moment. */
  readAll(prefix: string): Promise<Result<readonly (readonly [string, unknown])[], StoreFailure>>
  /** `durable`: answers once it is on the disk; otherwise a power cut may take the last second. */
  write(changes: StoreChanges, how?: { readonly durable: boolean }): Promise<Result<null, StoreFailure>>
  /** Writes a record where there is none of that key, and says whether it did: of many workers one does. */
  create(key: string, value: unknown): Promise<Result<boolean, StoreFailure>>
  close(): void
}

/** What outlives the worker. */
export type StorePort = {
  /** Opens the database of that name, and makes it where there is none. */
  open(name: string): Promise<Result<Database, StoreFailure>>
  /** What this origin has stored; null where the browser does not say. */
  usage(): Promise<Bytes | null>
  /** Lets everything that waits in this worker go first. */
  readonly pause: () => Promise<void>
}

/** Everything the engine needs of the world around it; `browser.ts` is the real one, tests hand-make theirs. */
export type Ports = {
  readonly now: () => EpochMs
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => DurationMs
  /** The viewer's time zone: an IANA name. */
  readonly timeZone: string
  /** From 0 up to 1. */
  readonly random: () => number
  readonly get: HttpGet
  readonly post: HttpPost
  /**
   * How the time of the newest request to a URL was spent that began at `since` of the monotonic clock or later; null where
   * it is not told. To be asked when it has ended.
   */
  readonly timingOf: (url: string, since: DurationMs) => Promise<RequestTiming | null>
  /** Calls again and again; answers how to stop. */
  readonly every: (period: DurationMs, call: () => void) => () => void
  readonly isOnline: () => boolean
  /** Null where nothing can be stored. */
  readonly store: StorePort | null
  readonly obstacleTo: (url: string) => Promise<Obstacle | null>
}
