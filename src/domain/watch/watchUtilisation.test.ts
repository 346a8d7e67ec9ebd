import { describe, expect, it } from 'vitest'
import { ok } from '#src/domain/result.ts'
import { scrapeOf } from '#src/domain/signals/testing/scrapeOf.ts'
import { seconds } from '#src/domain/time/units.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { healthOk } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const START = Date.UTC(2026, 10, 23, 8)
const STEP = seconds(15)

type Load = { readonly perSecond: number; readonly each: number }

/** Polls one pod that does so much work: each page is 15 s after the one before. */
function pollWork(watch: Watch, loads: readonly Load[]): void {
  let [count, sum] = [0, 0]
  for (const [i, { perSecond, each }] of loads.entries()) {
    const at = START + i * STEP
    count += perSecond * 15
    sum += perSecond * 15 * each
    const page = `thumbs_job_duration_seconds_count ${count}\nthumbs_job_duration_seconds_sum ${sum}\n`
    observe(watch, healthOk('thumbs-1', at), at)
    observe(
      watch,
      {
        kind: 'probe',
        service: 'thumbs',
        pod: 'thumbs-1',
        at,
        took: 20,
        freshFor: seconds(45),
        endpoint: 'metrics',
        result: ok(scrapeOf(page, at)),
      },
      at,
    )
    digestChanges(watch, at)
  }
}

const FIRST = { perSecond: 0, each: 0 }

describe('a pod whose workers the fleet file counts', () => {
  const rows = [
    { name: 'at two thirds', loads: [{ perSecond: 540, each: 0.02 }], light: 'green', line: undefined },
    {
      name: 'at more than 70 %',
      loads: [{ perSecond: 600, each: 0.02 }],
      light: 'orange',
      line: 'workers 75 % busy on thumbs-1: 600/s arrive, 16 workers at 20 ms can do 800/s',
    },
    {
      name: 'after an extra look-up, six weeks later',
      loads: [{ perSecond: 720, each: 0.022 }],
      light: 'red',
      line: 'workers 99 % busy on thumbs-1: 720/s arrive, 16 workers at 22 ms can do 727/s',
    },
    {
      name: 'when nothing arrives any more',
      loads: [
        { perSecond: 720, each: 0.022 },
        { perSecond: 0, each: 0 },
      ],
      light: 'green',
      line: undefined,
    },
  ]
  for (const { name, loads, light, line } of rows) {
    it(`${name}: ${light}`, () => {
      const watch = createWatch(fleetOf({ thumbs: { pods: 1, workers: 16 } }))
      pollWork(watch, [FIRST, ...loads.flatMap((load) => [load, load, load])])
      const [row] = allRows(watch)
      expect(row?.light).toBe(light)
      const [reason] = row?.reasons ?? []
      expect(reason && reasonLine(reason, START, 'UTC').replace(/,? (?:already|since).*/, '')).toBe(line)
    })
  }

  it('is not judged where nobody counts them', () => {
    const watch = createWatch(fleetOf({ thumbs: 1 }))
    const full = { perSecond: 720, each: 0.022 }
    pollWork(watch, [FIRST, full, full, full])
    expect(allRows(watch)[0]?.light).toBe('green')
  })
})
