import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderWith } from '#src/state/testing/renderWith.tsx'
import { NOW } from '#src/state/testing/sampleRow.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import type { Detail } from '#src/state/screen.ts'
import { LastBadAnswer } from './LastBadAnswer.tsx'

type Pod = Detail['pods'][number]
type BadAnswer = NonNullable<Pod['lastBad']>

const SAID_DOWN: BadAnswer = {
  at: NOW - 60_000,
  took: 2400,
  result: {
    ok: true,
    value: {
      state: 'down',
      format: 'spring-actuator',
      why: 'db: ECONNREFUSED',
      checks: [],
      version: null,
      logs: [],
      metrics: [],
    },
  },
}
const TIMED_OUT: BadAnswer = {
  at: NOW - 86_400_000,
  took: 4000,
  result: { ok: false, error: { kind: 'timeout', after: 4000 } },
}

function draw(lastBad: BadAnswer | null, healthAt = NOW): string {
  const pod: Pod = {
    name: 'api-1',
    url: 'http://10.0.0.1/',
    endpoints: [
      { endpoint: 'health', path: '/health', at: healthAt, took: 3, failure: null, nextAt: null },
      { endpoint: 'version', path: '/version', at: SAID_DOWN.at, took: 3, failure: null, nextAt: null },
    ],
    health: null,
    version: null,
    signals: [],
    startedAt: null,
    recent: [],
    lastBad,
  }
  const { container } = renderWith(testScreen(), <LastBadAnswer pod={pod} />)
  return container.textContent
}

describe('LastBadAnswer', () => {
  it('says what the pod said of itself, when, and how long it took', () => {
    expect(draw(SAID_DOWN)).toBe('Last bad answerDOWN: db: ECONNREFUSED 08:59, in 2.4 s')
    expect(screen.getByRole('heading', { name: 'Last bad answer' })).toBeTruthy()
  })

  it('says how it failed, with the repair, and the day where that was not today', () => {
    expect(draw(TIMED_OUT)).toMatch(
      /^Last bad answerIt did not answer within 4 s: .* yesterday 09:00, in 4 s$/,
    )
  })

  it('says the state alone where the pod gave no cause', () => {
    const { result } = SAID_DOWN
    const silent = result.ok
      ? { ...SAID_DOWN, result: { ...result, value: { ...result.value, why: null } } }
      : null
    expect(draw(silent)).toBe('Last bad answerDOWN 08:59, in 2.4 s')
  })

  it('is left out while it is the present answer, and where there was none', () => {
    expect(draw(SAID_DOWN, SAID_DOWN.at)).toBe('')
    expect(draw(null)).toBe('')
  })
})
