import { text } from '#e2e/fleet/dialects/answer.ts'
import type { Exchange, Fault } from './fault.ts'

const SLOW_MS = 1500

const send =
  (status: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
  (exchange: Exchange): boolean => {
    exchange.send({ ...text(status, body), headers })
    return true
  }

/** What goes wrong between the pod and whoever asks, whatever is asked. */
export const transportFaults = {
  slow: {
    says: 'Every answer takes 1.5 seconds.',
    take(exchange) {
      setTimeout(exchange.answer, SLOW_MS)
      return true
    },
  },
  hangs: {
    says: 'Connections are accepted and never answered.',
    take(exchange) {
      exchange.hold()
      return true
    },
  },
  'drops-connections': {
    says: 'Connections are accepted and cut before an answer.',
    take(exchange) {
      exchange.response.destroy()
      return true
    },
  },
  'cors-missing': {
    says: 'The pod works, but its answers carry no CORS headers: a page of another origin cannot read them.',
    cors: false,
  },
  'http-500': { says: 'Every answer is HTTP 500.', take: send(500, 'Internal Server Error\n') },
  'not-found': {
    says: 'Every path is HTTP 404, as behind a wrong route.',
    take: send(404, '404 page not found\n'),
  },
  'sign-in-401': {
    says: 'Every answer is HTTP 401: a sign-in is needed.',
    take: send(401, '', { 'WWW-Authenticate': 'Bearer realm="shop"' }),
  },
  'redirect-login': {
    says: 'Every answer is a redirect to the sign-in page of another origin.',
    take: (exchange) => send(302, '', { Location: exchange.pod.spec.signInUrl })(exchange),
  },
} as const satisfies Record<string, Fault>
