import type { RequestListener } from 'node:http'
import { expect, it, onTestFinished, vi } from 'vitest'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { seriesName } from '#src/domain/series/historyBook.ts'
import { historyBetween } from '#src/domain/series/history.ts'
import { hours } from '#src/domain/time/units.ts'
import { createWatch } from '#src/domain/watch/watch.ts'
import { HOME } from '#src/engine/testing/fleetOf.ts'
import { answersJson, loopbackServer } from '#src/engine/testing/loopbackServer.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'
import { backfilling } from './backfilling.ts'

/** Forty minutes past an hour. */
const NOW = 1_795_279_200_000
const HOUR = 3600

/** When the rush began, in seconds: within this hour there were 60 requests a second, otherwise 10. */
const RUSH = Math.floor(NOW / hours(1)) * HOUR - 72 * HOUR

const METRICS = ['queue_depth', 'http_requests_total']
const TARGET = { job: 'orders', instance: 'orders:80' }

/** What two metrics said at a full hour: the queue is as deep as the hour says, requests count on between two scrapes. */
function valueAt(query: string, at: number): string {
  if (query.startsWith('queue_depth')) return String(at === RUSH ? 60 : 10)
  if (query.endsWith('offset 1980s')) return '9000'
  return String(9000 + 360 * (at - HOUR === RUSH ? 60 : 10))
}

/** The names that an answer is about; none of the target as such. */
function namesIn(query: string): readonly (string | null)[] {
  if (query.startsWith('count')) return METRICS
  return query.includes('"up"') ? [null] : METRICS.filter((name) => query.includes(name))
}

const answer: RequestListener = (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
  const query = searchParams.get('query') ?? ''
  const [start = 0, end = 0, step = 0] = ['start', 'end', 'step'].map((name) =>
    Number(searchParams.get(name)),
  )
  const isMonth = step === HOUR && !query.startsWith('timestamp')
  const moments = Array.from({ length: isMonth ? (end - start) / HOUR + 1 : 0 }, (_, i) => start + i * HOUR)
  const isRange = pathname.endsWith('query_range')
  const result = namesIn(query).map((name) => {
    const metric = name === null ? TARGET : { __name__: name, ...TARGET }
    const values = moments.map((at) => [at, valueAt(`${name} ${query}`, at)])
    return isRange ? { metric, values } : { metric, value: [NOW / 1000, '1'] }
  })
  const data = { resultType: isRange ? 'matrix' : 'vector', result }
  answersJson({ status: 'success', data })(request, response)
}

it('keeps a rate of the month in the very hour it was taken in, and a gauge between the hours it was read at', async () => {
  const server = await loopbackServer(answer)
  onTestFinished(() => server.stop())
  const fleet = parseFleet({
    sources: { prometheus: { url: server.url } },
    services: [{ name: 'orders', url: 'http://orders:80' }],
  })
  if (!fleet.ok) throw new Error(JSON.stringify(fleet.error))
  const watch = createWatch(fleet.value)
  const past = backfilling(HOME, { ...nodePorts, now: () => NOW })
  onTestFinished(() => past.stop())
  past.turn(watch)
  await vi.waitFor(
    () => {
      if (past.state()?.kind !== 'ended') throw new Error('still under way')
    },
    { timeout: 10_000, interval: 5 },
  )
  const around = (signal: 'requestRate' | 'queueDepth') => {
    const history = watch.memory.histories.get(seriesName('orders', 'orders', signal))
    if (history === null) throw new Error(`nothing is known of ${signal}`)
    const from = RUSH * 1000 - hours(2)
    return historyBetween(history, from, from + hours(5)).map(({ t, mean }) => [(t - from) / hours(1), mean])
  }
  expect(around('requestRate')).toEqual([0, 1, 2, 3, 4].map((hour) => [hour, hour === 2 ? 60 : 10]))
  // Read at the beginning of the third hour: it ends the second and begins the third.
  expect(around('queueDepth')).toEqual([0, 1, 2, 3, 4].map((hour) => [hour, [1, 2].includes(hour) ? 35 : 10]))
}, 20_000)
