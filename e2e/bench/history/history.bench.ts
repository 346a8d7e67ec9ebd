import { loadavg } from 'node:os'
import type { Bench } from '#e2e/bench/bench.ts'
import { figure, table } from '#e2e/bench/table.ts'
import { type BenchWorker, benchPage } from './benchPage.ts'
import type { Steps } from './historyFigures.ts'
import { threadTimes, timeBetween } from './threadTime.ts'

const LOADS = 5
/** From ten to nine on; in the tenth of them the hour turns. */
const MINUTES = 12
const HOUR_TURNS = 9
const AIM = 500

/** What a step took, with the time of the processor that the worker used for it, in ms. */
type Run<Step extends keyof Steps> = Steps[Step] & { readonly processor: number }

async function clockedRun<Step extends keyof Steps>(worker: BenchWorker, step: Step): Promise<Run<Step>> {
  const before = await threadTimes('DedicatedWorker')
  const figures = await worker.run(step)
  return { ...figures, processor: timeBetween(before, await threadTimes('DedicatedWorker')) }
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
    const whole = await clockedRun(worker, 'rebuild')
    const rebuild = { ...whole, processor: (whole.processor * whole.time) / whole.total }
    const saves: Run<'save'>[] = []
    for (let i = 0; i < MINUTES; i++) {
      await worker.run('observe')
      saves.push(await clockedRun(worker, 'save'))
    }
    const exported = await clockedRun(worker, 'export')
    return { busyMachine, loads, histories, read, saves, exported, rebuild }
  } finally {
    await page.close()
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

type Taken = {
  readonly time: number
  readonly processor: number
  readonly slice?: number
  readonly longest?: number
}

/** A row of the table: the median, and the longest slice and wait of all runs. */
const row = (name: string, runs: readonly Taken[]): string[] => [
  name,
  figure(median(runs.map(({ time }) => time))),
  figure(median(runs.map(({ processor }) => processor))),
  figure(Math.max(...runs.map(({ slice }) => slice ?? Number.NaN))),
  figure(Math.max(...runs.map(({ longest }) => longest ?? Number.NaN))),
]

type Measured = Awaited<ReturnType<typeof measure>>

function timesTable({ loads, histories, read, saves, exported, rebuild }: Measured): string {
  // The second minute and later ones: the first of a session, and that in which an hour turns, write more.
  const hour = saves.filter((_, i) => i === HOUR_TURNS)
  return table(
    ['', 'ms', 'processor, ms', 'longest slice, ms', 'a timer late by at most, ms'],
    [
      row(`load, median of ${loads.length}`, loads),
      row('histories alone', [histories]),
      row('the browser hands over', [read]),
      row('write of a minute', saves.slice(1, HOUR_TURNS)),
      row('turn of an hour, with the drift test', hour),
      row('export', [exported]),
      row('a series told anew to the drift test', [rebuild]),
    ],
  )
}

function bytesTable({ loads, read, saves, exported }: Measured): string {
  const last = loads.at(-1) ?? { series: 0, bytesOfHistories: 0, bytesOfDrifts: 0, bytesStored: 0 }
  const both = (name: string, bytes: number): string[] => [
    name,
    figure(bytes / last.series),
    figure(bytes / 2 ** 20),
  ]
  return table(
    ['bytes', 'a series', 'MiB in all'],
    [
      both('set aside in the worker: histories', last.bytesOfHistories),
      both('set aside in the worker: the drift test', last.bytesOfDrifts),
      both(`stored, in ${read.records} records`, read.bytes),
      both('stored, as the browser counts', last.bytesStored),
      both('written a minute', median(saves.slice(1, HOUR_TURNS).map(({ bytes }) => bytes))),
      both('exported', exported.bytes),
    ],
  )
}

const run = async (print: (text: string) => void): Promise<unknown> => {
  const measured = await measure()
  const { loads, busyMachine } = measured
  const times = loads.map(({ time }) => time)
  const time = median(times)
  print(
    `${loads[0]?.series} series (150 pods × 15 signals), 24 h fine and 28 d coarse, in a fresh worker of a real browser`,
  )
  print(
    `load ${figure(time)} ms (${figure(Math.min(...times))} to ${figure(Math.max(...times))}), aim ≤ ${AIM} ${time <= AIM ? '✓' : '✗'}; in ${loads[0]?.slices} slices; load average of the machine ${busyMachine.toFixed(2)}`,
  )
  print(timesTable(measured))
  print(bytesTable(measured))
  return measured
}

/** What keeping the history of a fleet costs: loading it, and writing it minute by minute. */
export const bench: Bench = { name: 'history', run }
