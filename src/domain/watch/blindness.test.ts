import { describe, expect, it } from 'vitest'
import type { Blindness } from '#src/domain/digest/digestRow.ts'
import { minutes, seconds } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { assessBlindness } from './blindness.ts'
import { forgetOutage } from './forgetOutage.ts'
import { link } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { conditions, failed, NOW, podFacts, read, REFUSED, SIGN_IN, TIMEOUT } from './testing/podFacts.ts'

const CYCLE = seconds(11.5)
const RED = { part: { kind: 'failing', failure: TIMEOUT }, light: 'red', answers: [] } as const

/**
 * Ten services of two pods; two letters a service. `G` answers, `H` answers with an HTTP 502, `T` times out, `S` asks
 * for a sign-in, `C` has no CORS headers, `L` failed long ago, `X` is out for longer than the cycle, `.` was never
 * asked.
 */
function podsIn(words: string): PodFacts[] {
  const letters = words.replaceAll(' ', '')
  const { services } = fleetOf(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`s${i}`, 2])))
  const pods = services.flatMap((service) => service.pods.map((pod) => ({ service, pod })))
  return pods.map((pod, i) => podFacts(Object.assign(factsIn(letters.charAt(i)), pod)))
}

function factsIn(letter: string): NonNullable<Parameters<typeof podFacts>[0]> {
  switch (letter) {
    case 'G':
      return { tracks: { health: read('ok') } }
    case 'T':
      return { tracks: { health: failed(TIMEOUT) } }
    case 'S':
      return { tracks: { health: failed(SIGN_IN) } }
    case 'C':
      return { tracks: { health: failed({ kind: 'unreadable' }) } }
    case 'H':
      return { tracks: { health: failed({ kind: 'http-status', status: 502 }) } }
    case 'L':
      return { tracks: { health: failed(TIMEOUT, { at: NOW - CYCLE - 1 }) } }
    case 'X':
      return {
        tracks: { health: failed(REFUSED) },
        conditions: conditions({ ...RED, since: NOW - minutes(1) }),
      }
    default:
      return {}
  }
}

const blindAs = (cause: Blindness['cause']): Blindness => ({ since: NOW - 5000, cause, failed: 9, of: 9 })

describe('most of the fleet failed', () => {
  for (const { name, pods, was = null, expected } of [
    { name: 'nobody was asked', pods: '', expected: null },
    { name: 'all answer', pods: 'GG GG GG GG GG GG GG GG GG GG', expected: null },
    { name: 'all time out', pods: 'TT TT TT TT TT TT TT TT TT TT', expected: [20, 20] },
    { name: 'four fifths', pods: 'TT TT TT TT TT TT TT TT GG GG', expected: [16, 20] },
    { name: 'less than four fifths', pods: 'TT TT TT TT TT TT TT TG GG GG', expected: null },
    { name: 'a sign-in is an answer', pods: 'SS SS SS SS SS SS SS SS SS SS', expected: null },
    {
      name: 'a quarter lacks CORS headers, all the others time out',
      pods: 'CC CC CT TT TT TT TT TT TT TT',
      expected: [15, 15],
    },
    {
      name: 'a quarter lacks CORS headers, four fifths of the others time out',
      pods: 'CC CC CT TT TT TT TT TT TG GG',
      expected: [12, 15],
    },
    {
      name: 'a quarter lacks CORS headers, less than four fifths of the others time out',
      pods: 'CC CC CT TT TT TT TT TT GG GG',
      expected: null,
    },
    {
      name: 'an HTTP error is an answer, which shows the way to be free',
      pods: 'HH HH HT TT TT TT TT TT TT TT',
      expected: null,
    },
    {
      name: 'half of the pods want a sign-in, all the others time out',
      pods: 'SS SS SS SS SS TT TT TT TT TT',
      expected: [10, 10],
    },
    {
      name: 'more than half want a sign-in: the others are out',
      pods: 'SS SS SS SS SS ST TT TT TT TT',
      expected: null,
    },
    {
      name: 'five of three services are out, all the others lack CORS headers',
      pods: 'TT TT TC CC CC CC CC CC CC CC',
      expected: null,
    },
    { name: 'four are out, and nobody else is seen', pods: 'TT TT', expected: null },
    { name: 'five pods of three services are asked', pods: 'TT TT T.', expected: null },
    { name: 'half of the pods are asked, and fail', pods: 'TT TT TT TT TT', expected: [10, 10] },
    { name: 'fewer are asked', pods: 'TT TT TT TT T.', expected: null },
    {
      name: 'five failed, the others were not asked in this cycle',
      pods: 'TT TT TL LL LL LL LL LL LL LL',
      expected: [5, 5],
    },
    { name: 'four did', pods: 'TT TT LL LL LL LL LL LL LL LL', expected: null },
    { name: 'they are of two services', pods: 'TT TT LL LL LL LL LL LL LL LL', expected: null },
    {
      name: 'those that were out before are no evidence',
      pods: 'XX XX XX XX XX XX XX XX GG GG',
      expected: null,
    },
    { name: 'nor against it', pods: 'XX XX TT TT TT TT TT TT TT TG', expected: [15, 16] },
    {
      name: 'it goes on while half fail',
      pods: 'TT TT TT TT TT GG GG GG GG GG',
      was: 'most-failed',
      expected: [10, 20],
    },
    {
      name: 'it is over when fewer do',
      pods: 'TT TT TT TT TG GG GG GG GG GG',
      was: 'most-failed',
      expected: null,
    },
    { name: 'it goes on while nobody is asked', pods: 'LL LL LL', was: 'most-failed', expected: [0, 0] },
    {
      name: 'it goes on while the few that are asked fail',
      pods: 'TL LL LL',
      was: 'most-failed',
      expected: [1, 1],
    },
    {
      name: 'it is over when everybody wants a sign-in: that is an answer',
      pods: 'SS SS SS SS SS SS SS SS SS SS',
      was: 'most-failed',
      expected: null,
    },
    {
      name: 'it is over when most want a sign-in, though a few are out',
      pods: 'SS SS SS SS SS SS ST TT TT TT',
      was: 'most-failed',
      expected: null,
    },
    {
      name: 'it goes on while nobody is asked whose CORS headers were not believed to be missing',
      pods: 'CC CL LL',
      was: 'most-failed',
      expected: [0, 0],
    },
    {
      name: 'an offline browser that is online again sees at once',
      pods: 'LL LL LL',
      was: 'offline',
      expected: null,
    },
    { name: 'unless most fail', pods: 'TT TT TT TT TT TT TT TT TT TT', was: 'offline', expected: [20, 20] },
  ] as readonly {
    name: string
    pods: string
    was?: Blindness['cause'] | null
    expected: readonly [number, number] | null
  }[]) {
    it(`${name}: ${expected === null ? 'sees' : 'blind'}`, () => {
      const before = was === null ? null : blindAs(was)
      const since = before?.since ?? NOW
      const blind = assessBlindness(before, podsIn(pods), link('up', NOW), CYCLE, NOW)
      expect(blind).toEqual(
        expected === null ? null : { since, cause: 'most-failed', failed: expected[0], of: expected[1] },
      )
    })
  }

  it('counts as long as it lasts from when it began, whatever the cause', () => {
    const pods = podsIn('GG GG')
    const first = assessBlindness(null, pods, link('offline', NOW), CYCLE, NOW)
    const next = assessBlindness(first, pods, link('home-unreachable', NOW), CYCLE, NOW + 5000)
    expect([first?.since, next?.since, next?.cause]).toEqual([NOW, NOW, 'home-unreachable'])
  })
})

const probe = (at: number, good: boolean, judged = true) => ({ at, good, judged })

describe('an outage that was this browser’s own', () => {
  const begins = NOW - seconds(10)
  for (const { name, since, light, kept } of [
    { name: 'confirmed in the cycle', since: begins, light: 'red', kept: false },
    { name: 'pending in the cycle', since: begins + 5, light: 'green', kept: false },
    { name: 'confirmed before', since: begins - 1, light: 'red', kept: true },
    { name: 'pending before', since: begins - 1, light: 'green', kept: true },
  ] as const) {
    it(`is ${kept ? 'kept' : 'forgotten'} when ${name}`, () => {
      const pod = podFacts({ conditions: conditions({ ...RED, since, light }) })
      expect(forgetOutage(pod, begins, null).conditions.has('failing')).toBe(kept)
    })
  }

  it('leaves other conditions, and the raw results visible', () => {
    const slow = { part: { kind: 'slow', took: 2000 }, light: 'orange', since: NOW, answers: [] } as const
    const recent = [probe(begins - 1, false), probe(begins, false), probe(NOW, true)]
    const after = forgetOutage(podFacts({ conditions: conditions(slow), recent }), begins, null)
    expect([...after.conditions.keys()]).toEqual(['slow'])
    expect(after.recent).toEqual([probe(begins - 1, false), probe(begins, false, false), probe(NOW, true)])
  })
})
