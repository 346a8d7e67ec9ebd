import type { Page } from 'playwright/test'
import type { StoredMetric } from '#e2e/fleet/storedSeries.ts'
import { historyBook, seriesName } from '#src/domain/series/historyBook.ts'
import { lightBook } from '#src/domain/series/lightBook.ts'
import { markBook } from '#src/domain/series/markBook.ts'
import { driftStore } from '#src/domain/slope/driftStore.ts'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { historyKeeper } from '#src/engine/history/historyKeeper.ts'
import { handStore } from '#src/engine/testing/handStore.ts'

/** What a browser's database holds, in a form that can be sent to a page. */
export type StoredRecord = { readonly key: string; readonly bytes: string | null; readonly value: unknown }

const GAUGE = { kind: 'gauge' } as const

/**
 * What a dashboard has stored that watched a pod's memory from `from` to `to`: written by the same code, with a
 * database in memory.
 */
export async function watchedMemory(
  fleetUrl: string,
  { service, pod, metric }: { service: string; pod: string; metric: StoredMetric },
  { from, to }: { from: EpochMs; to: EpochMs },
): Promise<readonly StoredRecord[]> {
  const store = handStore()
  const kept = { histories: historyBook(), drifts: driftStore(), marks: markBook(), lights: lightBook() }
  const keeper = historyKeeper(store, fleetUrl, () => undefined)
  await keeper.load(kept, { wants: () => true, slope: () => GAUGE }, from)
  const name = seriesName(service, pod, 'memory')
  for (let t = from; t < to; t += minutes(1)) {
    const value = metric.valueAt(t, 0) ?? 0
    kept.histories.remember(name, t, value)
    kept.drifts.push(name, GAUGE, t, value)
    await keeper.save(kept, t)
  }
  return Array.from(store.records, ([key, value]) =>
    value instanceof Uint8Array
      ? { key, bytes: Buffer.from(value).toString('base64'), value: null }
      : { key, bytes: null, value },
  )
}

type Work = { readonly fleetUrl: string; readonly records: readonly StoredRecord[] }

/** Puts records into the database of a fleet file, from a page of the same origin, and makes it where there is none. */
export const putRecords = (page: Page, work: Work): Promise<void> =>
  page.evaluate(async ({ fleetUrl, records }) => {
    const opening = indexedDB.open(`morning-check history of ${fleetUrl}`, 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('records'))
    await new Promise((resolve, reject) => {
      opening.addEventListener('success', resolve)
      opening.addEventListener('error', reject)
    })
    const transaction = opening.result.transaction('records', 'readwrite')
    for (const { key, bytes, value } of records) {
      const content = bytes === null ? value : Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))
      transaction.objectStore('records').put(content, key)
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve))
    opening.result.close()
  }, work)

/** The keys of the records that the database of a fleet file holds; none where there is no such database. */
export const recordKeys = (page: Page, fleetUrl: string): Promise<readonly string[]> =>
  page.evaluate(async (url) => {
    const name = `morning-check history of ${url}`
    if (!(await indexedDB.databases()).some((each) => each.name === name)) return []
    const opening = indexedDB.open(name)
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const asking = opening.result.transaction('records').objectStore('records').getAllKeys()
    await new Promise((resolve) => asking.addEventListener('success', resolve))
    opening.result.close()
    return asking.result.map(String)
  }, fleetUrl)
