import { oneLine } from '#src/domain/health/cutText.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { isOfOneQuery, type QueryFailure } from '#src/domain/prometheus/queryFailure.ts'
import { englishSources } from './englishSources.ts'
import { failurePhrase } from './failureWords.ts'

/** A failure of a source in words: what it did, to follow its name, and what would mend it, a sentence. */
export type SourceWords = { readonly what: string; readonly repair: string }

const { failure: say, repair, unmatched } = englishSources

const REPAIRS: Readonly<Record<ProbeFailure['kind'], string>> = {
  timeout: repair.timeout,
  unreachable: repair.unreachable,
  unreadable: repair.unreadable,
  'mixed-content': repair.blocked,
  'local-network-permission': repair.blocked,
  'sign-in-needed': repair.signIn,
  'http-status': repair.server,
  'too-large': repair.tooLarge,
  malformed: repair.base,
  'not-found': repair.base,
  aborted: repair.aborted,
}

function whatItHolds(failure: Extract<QueryFailure, { kind: 'no-api' }>): string {
  if (failure.holds === 'html') return say.page
  return failure.holds === 'json' ? say.json : say.text(failure.status)
}

/** What a Prometheus-compatible API did instead of giving data; its own words are kept to 200 characters. */
export function queryFailureWords(failure: QueryFailure): SourceWords {
  switch (failure.kind) {
    case 'not-reached':
      return { what: failurePhrase(failure.failure), repair: REPAIRS[failure.failure.kind] }
    case 'refused': {
      const why = oneLine([failure.errorType, failure.error].filter((text) => text !== '').join(': '), 200)
      return { what: say.refused(why), repair: isOfOneQuery(failure) ? repair.query : repair.server }
    }
    case 'no-api':
      return { what: whatItHolds(failure), repair: failure.status >= 500 ? repair.server : repair.base }
    case 'cut-off':
      return { what: say.cutOff, repair: repair.proxy }
    case 'unexpected':
      return { what: say.unexpected(failure.found), repair: repair.base }
  }
}

/** Why the past of a pod is not known although there is a source, and what to write in the fleet file. */
export const unmatchedSentence = (why: 'none' | 'several', jobs: readonly string[]): string =>
  why === 'none' ? unmatched.none : unmatched.several(jobs.join(', '))
