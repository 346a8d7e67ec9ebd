import { html, text } from '#e2e/fleet/dialects/answer.ts'
import type { Exchange, Fault } from './fault.ts'
import { SIGN_IN_PAGE } from './signInPage.ts'

const TRICKLE_MS = 100

// Half of a page, with a tag that never ends: not a sign-in, not JSON, not metrics.
const GARBAGE = '<!DOCTYPE html><html><body><table><tr><td>upstream<td><b>%(status)s</b></tr><div class="'

const sendHtml =
  (body: string) =>
  (exchange: Exchange): boolean => {
    exchange.send(html(200, body))
    return true
  }

function sendEmpty(exchange: Exchange): boolean {
  exchange.send(text(200, ''))
  return true
}

// JSON that never closes its list, and comment lines that never come to a sample.
const ENDLESS = {
  json: { type: 'application/json', head: '{"status":"UP","checks":[', more: ' ' },
  metrics: {
    type: 'text/plain; version=0.0.4; charset=utf-8',
    head: '# HELP up 1 if up.\n',
    more: '# and on\n',
  },
}

function trickle({ kind, response, begin, hold }: Exchange): boolean {
  if (kind === 'api' || kind === 'unknown') return false
  const { type, head, more } = kind === 'metrics' ? ENDLESS.metrics : ENDLESS.json
  begin(200, type)
  response.write(head)
  const timer = setInterval(() => response.write(more), TRICKLE_MS)
  response.once('close', () => clearInterval(timer))
  hold()
  return true
}

/** Answers that are not what they should be, with HTTP 200. */
export const bodyFaults = {
  'login-page': {
    says: 'Every answer is HTTP 200 with the HTML of a sign-in page.',
    take: sendHtml(SIGN_IN_PAGE),
  },
  'html-garbage': { says: 'Every answer is HTTP 200 with a torn piece of HTML.', take: sendHtml(GARBAGE) },
  'empty-body': { says: 'Every answer is HTTP 200 without a body.', take: sendEmpty },
  'truncated-body': {
    says: 'Every answer breaks off in the middle.',
    take({ kind, begin, response }) {
      if (kind === 'api' || kind === 'unknown') return false
      begin(200, 'application/json', 1000)
      response.write('{"status":"UP","comp', () => response.destroy())
      return true
    },
  },
  'endless-body': { says: 'Health, version and metrics answers begin and never end.', take: trickle },
} as const satisfies Record<string, Fault>
