import type { IncomingMessage } from 'node:http'
import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { type Bytes, kibibytes } from '#src/domain/time/units.ts'

/** A silence with fifty matchers has five. */
const LARGEST: Bytes = kibibytes(64)

/** Why a body is not handed on: the status that the page gets, and one sentence. */
export type BodyFault = { readonly status: 400 | 413 | 415; readonly sentence: string }

const tooLarge = (): Result<Buffer, BodyFault> =>
  err({ status: 413, sentence: `What is written may have ${LARGEST / 1024} KiB.` })

/**
 * The body of a request, where that is JSON of at most 64 KiB and says that it is: a form of another site cannot say so
 * without asking first (CORS, "preflight"), which this gateway answers with a refusal. Rejects where the page breaks off.
 */
export async function readJsonBody(request: IncomingMessage): Promise<Result<Buffer, BodyFault>> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '')) {
    return err({ status: 415, sentence: 'What is written has to be application/json.' })
  }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST) return tooLarge()
  const chunks: Buffer[] = []
  let size: Bytes = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LARGEST) return tooLarge()
    chunks.push(bytes)
  }
  const body = Buffer.concat(chunks)
  return parseJson(body.toString('utf8')).ok ? ok(body) : err({ status: 400, sentence: 'It is no JSON.' })
}
