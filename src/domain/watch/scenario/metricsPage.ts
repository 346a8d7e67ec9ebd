import type { Exposition } from '#src/domain/exposition/exposition.ts'
import { type FamilySize, LARGE_FAMILY } from '#src/domain/exposition/familyCensus.ts'
import { readExposition } from '#src/domain/exposition/expositionReader.ts'
import { wantedFamilies } from '#src/domain/exposition/wanted.ts'
import type { Polling } from '#src/domain/fleet/fleet.ts'
import { WANTED } from '#src/domain/signals/wantedNames.ts'
import type { Bytes } from '#src/domain/time/units.ts'
import type { MetricLines, OtherFamily } from './story.ts'

const WANTED_FAMILIES = wantedFamilies(WANTED)

/** `http_requests_total{method="GET",path="/api/v1/orders",status="200",user_agent="…"} 17` */
const OTHER_LINE: Bytes = 150

/** The text of a metrics page. */
const pageText = (lines: MetricLines): string =>
  Object.entries(lines)
    .map(([name, value]) => `${name} ${value}\n`)
    .join('')

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.codePointAt(i) ?? 0
  return bytes
}

/** What was read of a page, and which share of it that is. */
type ReadPage = { readonly exposition: Exposition; readonly read: number }

/** Lines that nobody reads: how many, and the family that all of them are of; null: of many small ones. */
type OtherLines = { readonly count: number; readonly family: OtherFamily | null }

/** What the reader's census says of them: each line has a value of its own. */
function censusOf(family: OtherFamily | null, series: number): readonly FamilySize[] {
  if (family === null || series < LARGE_FAMILY) return []
  const examples = [0, 1, 2].map((n) => family.example(n))
  return [
    { family: family.family, series, label: { name: family.label, values: series, about: false, examples } },
  ]
}

/**
 * Reads a page as a probe does, through the streaming reader. `others`: lines of families that nobody reads follow; they
 * are counted and not written, and the reader stops where they go past its caps. So is the census of them: what they are
 * said to be, not what was found.
 */
export function metricsPage(lines: MetricLines, others: OtherLines, polling: Polling): ReadPage {
  const { metricsCap, seriesCap } = polling
  const wanted = WANTED_FAMILIES
  const page = readExposition(asciiBytes(pageText(lines)), { wanted, byteCap: metricsCap, seriesCap })
  if (!page.ok) throw new Error(`no metrics page: ${page.error.reason}`)
  const { seriesCount: own, bytes } = page.value
  const room = Math.min(seriesCap - own, Math.floor((metricsCap - bytes) / OTHER_LINE))
  const counted = Math.min(others.count, room)
  const exposition = {
    ...page.value,
    seriesCount: own + counted,
    bytes: bytes + counted * OTHER_LINE,
    largest: [...censusOf(others.family, counted), ...page.value.largest],
  }
  if (counted === others.count) return { exposition, read: 1 }
  const truncatedBy = room === seriesCap - own ? 'series' : 'bytes'
  return { exposition: { ...exposition, truncatedBy }, read: (own + counted) / (own + others.count) }
}
