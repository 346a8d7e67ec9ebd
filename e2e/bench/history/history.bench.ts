import { loadavg } from 'node:os'
import type { Bench } from '#e2e/bench/bench.ts'
import { figure, table } from '#e2e/bench/table.ts'
import { type BenchWorker, benchPage } from './benchPage.ts'
import type { Steps } from './historyFigures.ts'
import { threadTime } from './threadTime.ts'

const LOADS = 5
const AIM = 500

/** What a step took, with the time of the processor that the worker used for it, in ms. */
type Run<Step extends keyof Steps> = Steps[Step] & { readonly processor: number }

async function clockedRun<Step extends keyof Steps>(worker: BenchWorker, step: Step): Promise<Run<Step>> {
  const before = await threadTime('DedicatedWorker')
  const figures = await worker.run(step)
  return { ...figures, processor: (await threadTime('DedicatedWorker')) - before }
}

async function measure() {
  const page = await benchPage()
  /** One step in a worker that did nothing before. */
  const alone = async <Step extends keyof Steps>(step: Step): Promise<Run<Step>> => {
    const worker = await page.worker()
    const figures = await clockedRun(worker, step)
    await worker.end()
    return figures
  }
  try {
    await alone('fill')
    const busyMachine = loadavg()[0] ?? Number.NaN
    const loads: Run<'load'>[] = []
    for (let i = 0; i < LOADS; i++) loads.push(await alone('load'))
    const [histories, read] = [await alone('loadHistories'), await alone('read')]
    const worker = await page.worker()
    await worker.run('load')
    const rebuild = await clockedRun(worker, 'rebuild')
    const minute = await clockedRun(worker, 'minutes')
    const [hour, exported] = [await clockedRun(worker, 'hour'), await clockedRun(worker, 'export')]
    return { busyMachine, loads, histories, read, minute, hour, exported, rebuild }
  } finally {
    await page.close()
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const run = async (print: (text: string) => void): Promise<unknown> => {
  const { busyMachine, loads, histories, read, minute, hour, exported, rebuild } = await measure()
  const times = loads.map(({ time }) => time)
  const time = median(times)
  const last = loads.at(-1) ?? { series: 0, bytesOfHistories: 0, bytesOfDrifts: 0, bytesStored: 0 }
  const { series } = last
  print(
    `${series} series (150 pods × 15 signals), 24 h fine and 28 d coarse, in a fresh worker of a real browser`,
  )
  print(
    `load ${figure(time)} ms, aim ≤ ${AIM} ${time <= AIM ? '✓' : '✗'}: median of ${LOADS}, ${figure(Math.min(...times))} to ${figure(Math.max(...times))} ms; load average of the machine ${busyMachine.toFixed(2)}`,
  )
  const longest = Math.max(...loads.map((one) => one.longest))
  print(
    table(
      ['', 'ms', 'processor, ms', 'slices', 'longest, ms'],
      [
        [
          'load',
          figure(time),
          figure(median(loads.map(({ processor }) => processor))),
          figure(median(loads.map(({ slices }) => slices))),
          figure(longest),
        ],
        [
          'histories alone',
          figure(histories.time),
          figure(histories.processor),
          figure(histories.slices),
          figure(histories.longest),
        ],
        ['the browser hands over', figure(read.time), figure(read.processor), '', ''],
        [
          'write of a minute',
          figure(minute.time),
          figure(minute.busy),
          figure(minute.slices),
          figure(minute.longest),
        ],
        [
          'turn of an hour, with the drift test',
          figure(hour.time),
          figure(hour.busy),
          figure(hour.slices),
          figure(hour.longest),
        ],
        ['export', figure(exported.time), figure(exported.processor), '', ''],
        ['a series told anew to the drift test', figure(rebuild.time), '', '', figure(rebuild.longest)],
      ],
    ),
  )
  const perSeries = (bytes: number): string[] => [figure(bytes / series), figure(bytes / 2 ** 20)]
  print(
    table(
      ['bytes', 'a series', 'MiB in all'],
      [
        ['histories, in memory', ...perSeries(last.bytesOfHistories)],
        ['the drift test, in memory', ...perSeries(last.bytesOfDrifts)],
        [`stored, in ${read.records} records`, ...perSeries(read.bytes)],
        ['stored, as the browser counts', ...perSeries(last.bytesStored)],
        ['written a minute', ...perSeries(minute.bytes)],
        ['exported', ...perSeries(exported.bytes)],
      ],
    ),
  )
  return { busyMachine, loads, histories, read, minute, hour, exported, rebuild }
}

/** What keeping the history of a fleet costs: loading it, and writing it minute by minute. */
export const bench: Bench = { name: 'history', run }
