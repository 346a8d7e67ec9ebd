import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, json } from '#e2e/fleet/dialects/answer.ts'
import type { Pod } from './pod.ts'

const WAIT_FOR_CONNECTION_MS = 1000
// 1 to 8 ms, as queries to a near database take; the pattern is fixed so that runs are alike.
const QUERY_MS = [2, 1, 3, 2, 5, 1, 2, 8] as const

/** One business request: takes a connection, waits for the store, reads and writes, and says what came of it. */
export async function doBusiness(pod: Pod): Promise<Answer> {
  pod.calls += 1
  const call = pod.calls
  const release = await pod.pool.acquire(WAIT_FOR_CONNECTION_MS)
  if (release === null) {
    pod.log.add('error', `[${pod.spec.service}] GET ${pod.spec.api}: no connection within 1 s`)
    return json(503, { error: 'no connection' })
  }
  try {
    await pause(QUERY_MS[call % QUERY_MS.length] ?? 1)
    if (pod.failing === 1 && call % 3 === 0) throw new Error('unexpected end of result')
    const row = createHash('sha256').update(`${pod.spec.name}/${call}`).digest('hex')
    const stored = pod.store.writeAndRead(call, row)
    if (call % 20 === 1) pod.log.add('info', `[${pod.spec.service}] GET ${pod.spec.api}: 200, call ${call}`)
    return json(200, { id: call, row: stored })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    pod.log.add('error', `[${pod.spec.service}] GET ${pod.spec.api}: ${why}`)
    return json(500, { error: why })
  } finally {
    release()
  }
}
