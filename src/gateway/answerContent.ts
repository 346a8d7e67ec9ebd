import type { IncomingMessage, ServerResponse } from 'node:http'
import { acceptsGzip } from './acceptsGzip.ts'
import { SECURITY_HEADERS } from './securityHeaders.ts'

/** A body with what a browser needs to keep it. */
export type Content = {
  readonly type: string
  /** Quoted, and weak where the bytes may be compressed on the way; changes with the content. */
  readonly etag: string
  readonly cacheControl: string
  readonly body: Buffer
  /** The same compressed, or null where that would not pay. */
  readonly zipped: Buffer | null
}

const matches = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((candidate) => candidate.trim() === etag || candidate.trim() === '*')

/** Sends a body, compressed where the browser takes it, or 304 where it has it already; `more`: further headers. */
export function answerContent(
  request: IncomingMessage,
  response: ServerResponse,
  content: Content,
  more: Readonly<Record<string, string>> = {},
): void {
  const headers = {
    ...more,
    etag: content.etag,
    'cache-control': content.cacheControl,
    vary: 'accept-encoding',
    ...SECURITY_HEADERS,
  }
  if (matches(request.headers['if-none-match'], content.etag)) {
    response.writeHead(304, headers).end()
    return
  }
  const zipped = acceptsGzip(request.headers['accept-encoding']) ? content.zipped : null
  const body = zipped ?? content.body
  response.writeHead(200, {
    ...headers,
    'content-type': content.type,
    'content-length': body.length,
    ...(zipped === null ? {} : { 'content-encoding': 'gzip' }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
