import type { Labels } from '#src/domain/exposition/exposition.ts'
import type { InstantSeries } from './readResult.ts'

/** What a server scrapes: the labels that all series of it carry, and where it is asked, as far as that is told. */
export type ScrapeTarget = { readonly labels: Labels; readonly scrapeUrl: string | null }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const isLabels = (value: unknown): value is Labels =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string')

/** All targets have been `up`, or down, at some time: the one metric that every scraping server writes. */
export const targetsOfUp = (up: readonly InstantSeries[]): ScrapeTarget[] =>
  up.map(({ labels }) => ({ labels, scrapeUrl: null }))

/** The active targets of `/api/v1/targets`; none where `data` is something else. */
export function targetsOfList(data: unknown): ScrapeTarget[] {
  return listOf(isObject(data) ? data['activeTargets'] : null).flatMap((target) => {
    if (!isObject(target) || !isLabels(target['labels'])) return []
    const url = target['scrapeUrl']
    return [{ labels: target['labels'], scrapeUrl: typeof url === 'string' ? url : null }]
  })
}
