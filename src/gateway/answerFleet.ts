import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerContent } from './answerContent.ts'
import { answerJson } from './answerJson.ts'
import type { FleetKeeper } from './keepFleet.ts'

/** Where the newest fleet file without a fault is, whatever became of the file since. */
const LAST_GOOD = 'fleet.last-good.json'

type Headers = Readonly<Record<string, string>>

function answerText(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  type: string,
  more: Headers = {},
): void {
  const content = {
    type: `${type}; charset=utf-8`,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    cacheControl: 'no-cache',
    body: Buffer.from(body),
    zipped: null,
  }
  answerContent(request, response, content, more)
}

/**
 * The fleet file as it is now: faulty where it is faulty, 404 where it is away. Beside it stands a link to the last
 * good one (RFC 8288; the relation is that of RFC 5829), so that a page that opens now has a fleet to watch.
 */
async function answerNewest(request: IncomingMessage, response: ServerResponse, fleet: FleetKeeper) {
  const reading = await fleet.read()
  const link: Headers = fleet.lastGood() === null ? {} : { link: `<${LAST_GOOD}>; rel="predecessor-version"` }
  if (!reading.ok) {
    return answerJson(response, reading.error.status, { error: reading.error.sentence }, link)
  }
  const { kind, body } = reading.value
  const type = kind === 'not-json' ? 'text/plain' : 'application/json'
  answerText(request, response, body, type, kind === 'good' ? {} : link)
}

async function answerLastGood(request: IncomingMessage, response: ServerResponse, fleet: FleetKeeper) {
  await fleet.read()
  const good = fleet.lastGood()
  if (good !== null) return answerText(request, response, good.body, 'application/json')
  const error = 'There was no good fleet file since the gateway was started.'
  answerJson(response, 404, { error })
}

/** How a path of the gateway that stands for the fleet file is answered; null for every other path. */
export function fleetAnswer(path: string): typeof answerNewest | null {
  if (path === '/fleet.json') return answerNewest
  return path === `/${LAST_GOOD}` ? answerLastGood : null
}
