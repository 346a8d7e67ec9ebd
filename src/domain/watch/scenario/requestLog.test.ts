import { expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import { moment } from './moment.ts'
import { requestLog } from './requestLog.ts'

const T = moment('2026-11-11T08:41Z')
const log = requestLog({ pod: 'a-1', says: '[a] op: GET /x', errors: (t) => (t < T ? 0 : 0.2) })

it('carries fifty lines, of which one in five tells of an error from then on', () => {
  const lines = log(T + minutes(5))
  expect(lines).toHaveLength(50)
  expect(lines.filter(({ level }) => level === 'error')).toHaveLength(10)
  expect(new Set(lines.map(({ message }) => message))).toEqual(
    new Set(['[a] op: GET /x: 500', '[a] op: GET /x: 200']),
  )
  expect(lines.every(({ fields }) => fields.join() === 'pod_id,a-1')).toBe(true)
})

it('tells of none before, and never of what is still to come', () => {
  expect(log(T - 1).every(({ level }) => level === 'info')).toBe(true)
  expect(Math.max(...log(T).map(({ at }) => at ?? 0))).toBeLessThanOrEqual(T)
})
