import { errorCode } from './fleetSource.ts'

/** Why a pod could not be reached, as the header `x-morning-check` says it. */
type PodFaultKind = 'refused' | 'dns' | 'timeout' | 'reset' | 'tls' | 'unknown'

export type PodFault = {
  readonly kind: PodFaultKind
  /** 504 when time ran out, else 502. */
  readonly status: 502 | 504
  /** Goes on after the pod's address: `http://10.0.0.7:8080 refused the connection`. */
  readonly words: string
}

/** Thrown into a request whose pod did not begin to answer in time. */
export class FirstByteTimeout extends Error {
  readonly after: number
  constructor(after: number) {
    super(`no answer within ${after} ms`)
    this.after = after
  }
}

const KINDS: Readonly<Record<string, PodFaultKind>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ECONNABORTED: 'reset',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
}

// Names of OpenSSL's verification results, as Node's tls hands them on.
const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|CRL_)/

function kindOf(code: string): PodFaultKind {
  return KINDS[code] ?? (TLS_CODE.test(code) ? 'tls' : 'unknown')
}

const WORDS: Readonly<Record<PodFaultKind, string>> = {
  refused: 'refused the connection: nothing listens there',
  dns: 'has a host name that is not known',
  timeout: 'cannot be connected to in time',
  reset: 'closed the connection without an answer',
  tls: 'has a certificate or TLS set-up that is not accepted',
  unknown: 'cannot be reached',
}

/** Names what went wrong between the gateway and a pod, from Node's error. */
export function podFault(error: unknown): PodFault {
  if (error instanceof FirstByteTimeout) {
    return { kind: 'timeout', status: 504, words: `did not begin to answer within ${error.after / 1000} s` }
  }
  const code = errorCode(error)
  // llhttp's parse errors: something answers there, but not HTTP.
  if (code.startsWith('HPE_'))
    return { kind: 'unknown', status: 502, words: `does not answer in HTTP (${code})` }
  const kind = kindOf(code)
  const detail = kind === 'refused' || code === '' ? '' : ` (${code})`
  return { kind, status: kind === 'timeout' ? 504 : 502, words: `${WORDS[kind]}${detail}` }
}
