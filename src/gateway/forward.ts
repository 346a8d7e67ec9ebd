import { request as plainRequest } from 'node:http'
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { request as secureRequest } from 'node:https'
import { pipeline } from 'node:stream'
import { urlToHttpOptions } from 'node:url'
import type { DurationMs } from '#src/domain/time/units.ts'
import { answerJson } from './answerJson.ts'
import { headersToPage, headersToPod } from './forwardHeaders.ts'
import { pageLocation } from './pageLocation.ts'
import type { PodAddress } from './podAddress.ts'
import type { PodAgents } from './podAgents.ts'
import { FirstByteTimeout, podFault } from './podFault.ts'
import type { PodTarget } from './podTarget.ts'

/** What forwarding needs beside the request. */
export type Forwarding = { readonly agents: PodAgents; readonly firstByte: DurationMs }

function answerFault(response: ServerResponse, target: PodTarget, error: unknown): void {
  const { kind, status, words } = podFault(error)
  const { service, pod, base } = target
  const url = base.href.replace(/\/$/, '')
  answerJson(
    response,
    status,
    { error: `${url} ${words}.`, pod: { service, name: pod, url } },
    { 'x-morning-check': kind },
  )
}

function passOn(incoming: IncomingMessage, response: ServerResponse, target: PodTarget, asked: URL): void {
  const headers = headersToPage(incoming.headers, target.credentials)
  if (incoming.headers.location !== undefined) {
    headers['location'] = pageLocation(incoming.headers.location, asked, target)
  }
  response.writeHead(incoming.statusCode ?? 502, headers)
  response.flushHeaders()
  // A pod that breaks off breaks off here too: the browser must not take half an answer for a whole one.
  pipeline(incoming, response, () => {})
}

function send(request: IncomingMessage, target: PodTarget, path: string, agents: PodAgents): ClientRequest {
  const begin = target.base.protocol === 'https:' ? secureRequest : plainRequest
  return begin({
    ...urlToHttpOptions(target.base),
    path,
    method: request.method,
    headers: headersToPod(request.headers, target.credentials),
    agent: agents.agentOf(target),
  })
}

/**
 * Forwards a GET or HEAD, or a POST with its `body`, to a pod and streams its answer back, once: nothing is repeated and
 * nothing is kept.
 * Where the pod gives no answer the status is 502 or 504, with the reason in `x-morning-check` and a JSON body.
 */
export function forward(
  request: IncomingMessage,
  response: ServerResponse,
  target: PodTarget,
  address: PodAddress,
  { agents, firstByte }: Forwarding,
  body: Buffer | null = null,
): void {
  const path = `${target.base.pathname}${address.rest}${address.query}`
  const outgoing = send(request, target, path, agents)
  const timer = setTimeout(() => outgoing.destroy(new FirstByteTimeout(firstByte)), firstByte)
  outgoing.on('response', (incoming) => {
    clearTimeout(timer)
    const status = incoming.statusCode ?? 0
    if (status >= 200) return passOn(incoming, response, target, new URL(`${target.base.origin}${path}`))
    outgoing.destroy()
    answerFault(response, target, new Error(`status ${status}`))
  })
  outgoing.on('error', (error) => {
    clearTimeout(timer)
    answerFault(response, target, error)
  })
  response.on('close', () => {
    clearTimeout(timer)
    if (!response.writableFinished) outgoing.destroy()
  })
  outgoing.end(body ?? undefined)
}
