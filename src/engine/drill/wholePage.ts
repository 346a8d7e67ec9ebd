import type { WholePage } from '#src/domain/explorer/familiesOf.ts'
import { declaredFormat } from '#src/domain/exposition/declaredFormat.ts'
import { familyGrouping } from '#src/domain/exposition/familyGrouping.ts'
import { readAllFamilies } from '#src/domain/exposition/readAllFamilies.ts'
import type { Polling } from '#src/domain/fleet/fleet.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'
import type { HeardAnswer } from './heardBook.ts'
import { joined } from './recordOf.ts'

/** Of a page that is no text (expvar, NATS): what was read of it. */
function familiesRead({ exposition: { samples, types, seriesCount, bytes, truncatedBy } }: Scrape) {
  const { sink, families } = familyGrouping()
  for (const [name, type] of types) sink.type(name, type)
  for (const { name, labels, value, at } of samples) sink.sample(name, labels, value, at)
  return { families: families(), seriesCount, bytes, truncatedBy }
}

const pages = new WeakMap<HeardAnswer, WholePage | null>()

function read(
  answer: HeardAnswer,
  { metricsCap, seriesCap }: Polling,
  scrape: Scrape | null,
): WholePage | null {
  const { at, status, head, contentType } = answer
  if (status !== 200 || head.length === 0) return null
  const options = { byteCap: metricsCap, seriesCap, declared: declaredFormat(contentType) }
  const page = readAllFamilies(joined(answer), options)
  if (page.ok) return { at, ...page.value }
  return scrape === null || scrape.at !== at ? null : { at, ...familiesRead(scrape) }
}

/**
 * A metrics page that was kept whole, read once. Null of one that was not kept, or is none. `scrape`: what was read of the
 * newest page, for those that are no text.
 */
export function wholePage(answer: HeardAnswer, polling: Polling, scrape: Scrape | null): WholePage | null {
  const known = pages.get(answer)
  if (known !== undefined) return known
  const page = read(answer, polling, scrape)
  pages.set(answer, page)
  return page
}
