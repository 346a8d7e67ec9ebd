import { formatBytes } from './formatBytes.ts'
import { formatDuration } from './formatDuration.ts'
import { texts } from './texts.ts'
import { unreachableCause } from './unreachableCause.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'

type Kind = ProbeFailure['kind']

/** A failure of the kinds K; written so that a table by kind and its argument stay of one kind. */
type Failure<K extends Kind> = {
  [P in K]: { readonly kind: P } & Extract<ProbeFailure, { readonly kind: P }>
}[K]

type Words = { readonly [K in Kind]: (failure: Failure<K>) => string }

const { failure: say, failureFix: fix } = texts

const PHRASES: Words = {
  timeout: ({ after }) => say.timeout(formatDuration(after)),
  unreachable: (failure) => {
    const { cause, detail } = unreachableCause(failure)
    return cause === 'other' ? say.unreachableBecause(detail) : say[cause]
  },
  unreadable: () => say.unreadable,
  'mixed-content': () => say.mixedContent,
  'local-network-permission': () => say.localNetwork,
  'sign-in-needed': () => say.signIn,
  'http-status': ({ status }) => say.status(status),
  'too-large': ({ cap }) => say.tooLarge(formatBytes(cap)),
  malformed: ({ line, column, reason }) => say.malformed(line, column, reason),
  'not-found': ({ tried }) => say.notFound(tried.length),
  aborted: () => say.aborted,
}

const SIGN_IN_FIX = { page: 'signInPage', redirect: 'signInRedirect', status: 'signInStatus' } as const

const SENTENCES: Words = {
  timeout: ({ after }) => fix.timeout(formatDuration(after)),
  unreachable: (failure) => {
    const { cause, detail } = unreachableCause(failure)
    return cause === 'other' ? fix.unreachableBecause(detail) : fix[cause]
  },
  unreadable: () => fix.unreadable,
  'mixed-content': () => fix.mixedContent,
  'local-network-permission': () => fix.localNetwork,
  'sign-in-needed': ({ how }) => fix[SIGN_IN_FIX[how]],
  'http-status': ({ status }) => (status >= 500 ? fix.statusServer(status) : fix.statusOther(status)),
  'too-large': ({ cap }) => fix.tooLarge(formatBytes(cap)),
  malformed: ({ line, column, reason }) => fix.malformed(line, column, reason),
  'not-found': ({ tried }) => fix.notFound(tried.join(', ')),
  aborted: () => fix.aborted,
}

/** A failure in a few words that follow a pod's name: `timed out after 2 s`, `HTTP 500`. */
export function failurePhrase<K extends Kind>(failure: Failure<K>): string {
  return PHRASES[failure.kind](failure)
}

/** A failure in one sentence with what would mend it. */
export function failureSentence<K extends Kind>(failure: Failure<K>): string {
  return SENTENCES[failure.kind](failure)
}
