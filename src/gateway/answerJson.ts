import type { ServerResponse } from 'node:http'
import { SECURITY_HEADERS } from './securityHeaders.ts'

/** Answers with a JSON body of the gateway's own; nothing where the answer has already begun. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...SECURITY_HEADERS,
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : `${JSON.stringify(body)}\n`)
}
