import { expect, it } from 'vitest'
import { readHealth } from '#src/domain/health/readHealth.ts'
import { moment } from '#src/domain/watch/scenario/moment.ts'
import { playedHealth } from '#src/domain/watch/scenario/playedPod.ts'
import type { PlayedCheck } from '#src/domain/watch/scenario/story.ts'
import { healthPage } from './healthPage.ts'

const T = moment('2026-11-11T08:00Z')
const check = (name: string, state: PlayedCheck['state'], message: string | null = null): PlayedCheck => ({
  name,
  state,
  message,
})

it.each([
  [[]],
  [[check('postgres', 'ok')]],
  [[check('postgres', 'degraded', 'primary moved to db-2'), check('cache', 'ok')]],
  [[check('cache', 'ok'), check('postgres', 'down', 'refused')]],
])('is read as it was meant: %j', (checks) => {
  const meant = playedHealth(
    { starts: [{ at: 0, version: '1' }], metrics: () => ({}), checks: () => checks },
    T,
  )
  const { status, type, body } = healthPage(meant)
  const { state, checks: found } = readHealth({ status, contentType: type, body })
  expect(state).toBe(meant.state)
  expect(found.map(({ name, state: own }) => [name, own])).toEqual(
    checks.map(({ name, state: own }) => [name, own]),
  )
})

it('carries log entries as they were meant', () => {
  const logs = [
    { at: T, level: 'error', message: '[a] op: GET /x: 500', fields: [['pod_id', 'a-1']] as const },
    { at: null, level: null, message: 'retrying', fields: [] },
  ]
  const meant = playedHealth({ starts: [{ at: 0, version: '1' }], metrics: () => ({}), logs: () => logs }, T)
  const { status, type, body } = healthPage(meant)
  expect(readHealth({ status, contentType: type, body }).logs).toEqual(logs)
})
