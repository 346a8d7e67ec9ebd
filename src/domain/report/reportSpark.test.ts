import { expect, it } from 'vitest'
import { hours } from '#src/domain/time/units.ts'
import { driftOf, SPARK_NOW, sparkOf } from '#src/domain/wording/testing/sparkOf.ts'
import { reportSpark } from './reportSpark.ts'

it('names days, as it is read on others', () => {
  const slope = driftOf({
    since: SPARK_NOW - hours(14),
    reachedAt: SPARK_NOW + hours(21),
    reachedBetween: [SPARK_NOW + hours(20), SPARK_NOW + hours(22)],
  })
  const marks = [{ at: SPARK_NOW - hours(13), kind: 'restart', version: null }] as const
  const label = reportSpark(sparkOf({ slope, marks }), { now: SPARK_NOW, timeZone: 'UTC' })?.label
  expect(label).toContain('since Wed 18:00, reaches its 4 GiB limit Fri about 05:00')
  expect(label).toContain('restart Wed 19:00')
  expect(label).not.toMatch(/yesterday|tomorrow/)
})
