import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { ok } from '#src/domain/result.ts'
import { findPath } from './findPath.ts'
import { failedAnswer, type ProbeOutcome } from './probeOutcome.ts'

const READ: ProbeOutcome = {
  answer: {
    endpoint: 'version',
    result: ok({
      version: '1.2.3',
      commit: null,
      builtAt: null,
      runtime: null,
      startedAt: null,
      from: 'text',
    }),
  },
  took: 5,
  absent: false,
}

const ended = (failure: ProbeFailure, absent: boolean): ProbeOutcome => ({
  answer: failedAnswer('version', failure),
  took: 5,
  absent,
})
const NOTHING = ended({ kind: 'http-status', status: 404 }, true)
const GARBAGE = ended({ kind: 'malformed', line: 1, column: 1, reason: 'no version in it' }, true)
const LATE = ended({ kind: 'timeout', after: 4000 }, false)
const REFUSED = ended({ kind: 'unreachable', by: 'browser', detail: null }, false)
const SIGN_IN = ended({ kind: 'sign-in-needed', how: 'status' }, false)

const PATHS = ['/a', '/b', '/c']

const rows: readonly {
  name: string
  answers: readonly ProbeOutcome[]
  path: string | null
  tried: readonly string[]
  last: ProbeOutcome | null
}[] = [
  { name: 'the first answers', answers: [READ], path: '/a', tried: [], last: READ },
  {
    name: 'goes on where nothing is',
    answers: [NOTHING, GARBAGE, READ],
    path: '/c',
    tried: ['/a', '/b'],
    last: READ,
  },
  {
    name: 'stops at the first that answers',
    answers: [NOTHING, READ, READ],
    path: '/b',
    tried: ['/a'],
    last: READ,
  },
  { name: 'a time-out ends it', answers: [NOTHING, LATE, READ], path: null, tried: ['/a'], last: LATE },
  { name: 'so does a pod that is gone', answers: [REFUSED, READ], path: null, tried: [], last: REFUSED },
  { name: 'so does a sign-in', answers: [NOTHING, SIGN_IN, READ], path: null, tried: ['/a'], last: SIGN_IN },
  { name: 'nothing anywhere', answers: [NOTHING, NOTHING, GARBAGE], path: null, tried: PATHS, last: null },
]

describe('findPath', () => {
  for (const { name, answers, path, tried, last } of rows) {
    it(name, async () => {
      const asked: string[] = []
      const found = await findPath(PATHS, async (candidate) => {
        asked.push(candidate)
        return answers[asked.length - 1] ?? NOTHING
      })
      expect(found).toEqual({ outcome: last, path, tried })
      expect(asked).toEqual(PATHS.slice(0, last === null ? PATHS.length : tried.length + 1))
    })
  }

  it('has nowhere to look for readiness: it is asked only where the fleet file names it', async () => {
    const { CANDIDATES } = await import('./candidates.ts')
    expect(await findPath(CANDIDATES.ready, async () => READ)).toEqual({
      outcome: null,
      path: null,
      tried: [],
    })
  })
})
