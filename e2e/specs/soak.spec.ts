import { expect, test } from 'playwright/test'
import { soak, type SoakPlan } from '#e2e/soak/soak.ts'
import { seconds } from '#src/domain/time/units.ts'

/*
 * The short form of `npm run soak`: about half an hour of a wall that has hung for four weeks already. Pods are asked less
 * often than by default, so that more of its clock passes; how far that gets depends on what else this machine does.
 */
const SHORT: SoakPlan = {
  warmUp: seconds(5),
  lasts: { by: 'world', span: seconds(24) },
  ages: true,
  intervals: { health: '2m', metrics: '4m', version: '20m' },
  leaks: false,
  heard: () => undefined,
}

test('what a wall takes stays as it is while faults come and go', async () => {
  test.setTimeout(seconds(240))
  const report = await soak(SHORT)
  expect(report.verdicts.filter(({ isFlat }) => !isFlat)).toEqual([])
  expect(report).toMatchObject({ old: 0, loads: 1, dropped: 0, complaints: [] })
})

test('a leak in page and worker is told', async () => {
  test.setTimeout(seconds(180))
  const { verdicts } = await soak({
    ...SHORT,
    warmUp: seconds(1),
    lasts: { by: 'world', span: seconds(8) },
    ages: false,
    leaks: true,
  })
  const drifts = verdicts.filter(({ verdict }) => verdict === 'drift').map(({ figure }) => figure)
  expect(drifts).toEqual(expect.arrayContaining(['page heap', 'worker heap', 'DOM nodes', 'listeners']))
})
