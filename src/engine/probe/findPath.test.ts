import { describe, expect, it } from 'vitest'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import { ok } from '#src/domain/result.ts'
import { MONDAY } from '#src/engine/testing/handClock.ts'
import { type Found, findPath } from './findPath.ts'
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
  at: MONDAY,
  took: 5,
  absent: false,
}

const ended = (failure: ProbeFailure, absent: boolean): ProbeOutcome => ({
  answer: failedAnswer('version', failure),
  at: MONDAY,
  took: 5,
  absent,
})
const NOTHING = ended({ kind: 'http-status', status: 404 }, true)
const GARBAGE = ended({ kind: 'malformed', line: 1, column: 1, reason: 'no version in it' }, true)
const LATE = ended({ kind: 'timeout', after: 4000 }, false)
const REFUSED = ended({ kind: 'unreachable', by: 'browser', detail: null }, false)
const SIGN_IN = ended({ kind: 'sign-in-needed', how: 'status' }, false)

const LOGIN = ended({ kind: 'sign-in-needed', how: 'page' }, false)
const REDIRECTED = ended({ kind: 'sign-in-needed', how: 'redirect' }, false)

const PATHS = ['/a', '/b', '/c']

const halted = (outcome: ProbeOutcome, tried: readonly string[], left: readonly string[]): Found => ({
  kind: 'halted',
  outcome,
  tried,
  left,
})

const rows: readonly { name: string; answers: readonly ProbeOutcome[]; asked: number; expected: Found }[] = [
  {
    name: 'the first answers',
    answers: [READ],
    asked: 1,
    expected: { kind: 'found', path: '/a', outcome: READ },
  },
  {
    name: 'goes on where nothing is',
    answers: [NOTHING, GARBAGE, READ],
    asked: 3,
    expected: { kind: 'found', path: '/c', outcome: READ },
  },
  {
    name: 'stops at the first that answers',
    answers: [NOTHING, READ, READ],
    asked: 2,
    expected: { kind: 'found', path: '/b', outcome: READ },
  },
  {
    name: 'a time-out halts it, with that path and those behind it left',
    answers: [NOTHING, LATE, READ],
    asked: 2,
    expected: halted(LATE, ['/a'], ['/b', '/c']),
  },
  {
    name: 'so does a pod that is gone',
    answers: [REFUSED, READ],
    asked: 1,
    expected: halted(REFUSED, [], PATHS),
  },
  {
    name: 'so does a sign-in elsewhere: it stands before the whole server',
    answers: [NOTHING, REDIRECTED, READ],
    asked: 2,
    expected: halted(REDIRECTED, ['/a'], ['/b', '/c']),
  },
  {
    name: 'goes on past a path that is locked to one that is open',
    answers: [SIGN_IN, LOGIN, READ],
    asked: 3,
    expected: { kind: 'found', path: '/c', outcome: READ },
  },
  {
    name: 'ends with the first that is locked where none is open',
    answers: [NOTHING, SIGN_IN, LOGIN],
    asked: 3,
    expected: halted(SIGN_IN, ['/a'], ['/b']),
  },
  {
    name: 'leaves the locked one for last when it is halted behind it',
    answers: [SIGN_IN, LATE],
    asked: 2,
    expected: halted(LATE, [], ['/b', '/c', '/a']),
  },
  {
    name: 'nothing anywhere',
    answers: [NOTHING, NOTHING, GARBAGE],
    asked: 3,
    expected: { kind: 'nowhere', tried: PATHS },
  },
]

describe('findPath', () => {
  for (const { name, answers, asked, expected } of rows) {
    it(name, async () => {
      const paths: string[] = []
      const found = await findPath(PATHS, async (candidate) => {
        paths.push(candidate)
        return answers[paths.length - 1] ?? NOTHING
      })
      expect(found).toEqual(expected)
      expect(paths).toEqual(PATHS.slice(0, asked))
    })
  }

  it('has nowhere to look for readiness: it is asked only where the fleet file names it', async () => {
    const { CANDIDATES } = await import('./candidates.ts')
    expect(await findPath(CANDIDATES.ready, async () => READ)).toEqual({ kind: 'nowhere', tried: [] })
  })
})
