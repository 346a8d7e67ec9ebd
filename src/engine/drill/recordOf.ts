import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { Heard } from '#src/domain/heard/heard.ts'
import type { Tombstone } from '#src/domain/tombstone/tombstone.ts'
import type { PodRecord } from '#src/engine/drillProtocol.ts'
import type { HeardAnswer, HeardOfPod } from './heardBook.ts'

/** Bytes of one body as one piece. */
export function joined({ head }: Pick<HeardAnswer, 'head'>): Uint8Array {
  const whole = new Uint8Array(head.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const chunk of head) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** As text; what is no UTF-8 becomes U+FFFD. */
function bodyOf(endpoint: Endpoint, answer: HeardAnswer): Heard['body'] {
  if (endpoint === 'metrics' || answer.status === null) return null
  const bytes = joined(answer)
  return { text: new TextDecoder().decode(bytes), isCut: answer.bytes > bytes.byteLength }
}

function heardOf(endpoint: Endpoint, answer: HeardAnswer): Heard {
  const { url, at, took, status, contentType, bytes, timing } = answer
  const size = status === null ? null : bytes
  return { endpoint, url, at, took, status, contentType, bytes: size, timing, body: bodyOf(endpoint, answer) }
}

const ORDER: readonly Endpoint[] = ['health', 'ready', 'metrics', 'version']

/** A pod to the letter; null where nothing was heard of it and nothing is kept. */
export function recordOf(heard: HeardOfPod | null, tombstone: Tombstone | null): PodRecord | null {
  if (heard === null)
    return tombstone === null ? null : { heard: [], failures: [], lastGood: null, tombstone }
  const { answers, failures, lastGood } = heard
  const told = ORDER.flatMap((endpoint) => {
    const answer = answers.get(endpoint)
    return answer === undefined ? [] : [heardOf(endpoint, answer)]
  })
  return { heard: told, failures: [...failures.values()], lastGood, tombstone }
}
