import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Running, startReal } from '#e2e/support/realServers.ts'
import { type DurationMs, type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { StoredMetric, StoredPod } from './storedSeries.ts'
import { until } from './until.ts'

/** The stretch of time that is written. */
export type StoredTime = { readonly from: EpochMs; readonly to: EpochMs }

/** The last day as it is scraped; before it as few points as a query still sees (it looks back five minutes). */
const FINE: { readonly past: DurationMs; readonly every: DurationMs } = {
  past: hours(26),
  every: seconds(30),
}
const COARSE: DurationMs = minutes(4)

/** promtool reads the whole file once for each block: long blocks, or six weeks take minutes. */
const BLOCK_HOURS = 24 * 21

const LINES_A_CHUNK = 2000

const quote = (text: string): string =>
  `"${text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)}"`

const labelText = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join(',')

function* timesOf({ from, to }: StoredTime): Generator<EpochMs> {
  for (let at = from; at <= to; at += at < to - FINE.past ? COARSE : FINE.every) yield at
}

function* seriesLines(
  { name, labels, valueAt }: StoredMetric,
  pods: readonly StoredPod[],
  time: StoredTime,
): Generator<string> {
  for (const [i, pod] of pods.entries()) {
    const series = `${name}{${labelText({ ...pod, ...labels })}}`
    for (const at of timesOf(time)) {
      const value = valueAt(at, i)
      if (value !== null) yield `${series} ${value} ${at / 1000}\n`
    }
  }
}

function* linesOf(
  pods: readonly StoredPod[],
  metrics: readonly StoredMetric[],
  time: StoredTime,
): Generator<string> {
  for (const metric of metrics) yield* seriesLines(metric, pods, time)
  yield '# EOF\n'
}

function* chunksOf(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = []
  for (const line of lines) {
    chunk.push(line)
    if (chunk.length < LINES_A_CHUNK) continue
    yield chunk.join('')
    chunk = []
  }
  yield chunk.join('')
}

/** It comes with Debian's prometheus. */
const PROMTOOL = 'promtool'

async function promtool(args: readonly string[]): Promise<void> {
  const child = spawn(PROMTOOL, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`promtool ${args.join(' ')}: ${complaint}`)
}

/** Writes lines of OpenMetrics as blocks of a Prometheus database into `folder`, by `promtool tsdb create-blocks-from`. */
export async function writeLines(folder: string, lines: Iterable<string>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const text = join(folder, 'samples.om')
  await pipeline(Readable.from(chunksOf(lines)), createWriteStream(text))
  const blocks = [
    'tsdb',
    'create-blocks-from',
    'openmetrics',
    '--quiet',
    `--max-block-duration=${BLOCK_HOURS}h`,
  ]
  await promtool([...blocks, text, folder])
  await rm(text)
}

/**
 * Writes what pods said over weeks as blocks into `folder`. Every metric is written for every pod, every 30 s for the last
 * 26 hours and every 4 minutes before. Three pods with eight metrics over six weeks take a few seconds.
 */
export const writeBlocks = (
  folder: string,
  pods: readonly StoredPod[],
  metrics: readonly StoredMetric[],
  time: StoredTime,
): Promise<void> => writeLines(folder, linesOf(pods, metrics, time))

const isReady = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/-/ready`).catch(() => null)
  return answer?.ok === true
}

function noScrapes(folder: string): string {
  const path = join(folder, 'config.yml')
  writeFileSync(path, 'scrape_configs: []\n')
  return path
}

/** Starts a real Prometheus on the blocks of a folder, on a free port of loopback, that scrapes nothing itself. */
export async function startPrometheus(folder: string): Promise<Running> {
  const running = await startReal({
    name: 'prometheus-blocks',
    binary: 'prometheus',
    args: (port, own) => [
      `--config.file=${noScrapes(own)}`,
      `--storage.tsdb.path=${folder}`,
      '--storage.tsdb.retention.time=90d',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    signal: /memory/i,
  })
  await until('Prometheus is ready', () => isReady(running.url), seconds(30))
  return running
}
