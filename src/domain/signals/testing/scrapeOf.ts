import type { Exposition } from '#src/domain/exposition/exposition.ts'
import { readExposition } from '#src/domain/exposition/expositionReader.ts'
import { everyFamily, type Wanted } from '#src/domain/exposition/wanted.ts'
import type { Scrape } from '#src/domain/signals/signalReading.ts'

const NOTHING: Exposition = {
  format: 'prometheus-text',
  samples: [],
  types: new Map(),
  seriesCount: 0,
  bytes: 0,
  issues: [],
  issueCount: 0,
  truncatedBy: null,
  largest: [],
}

const EVERYTHING = everyFamily()

/** For tests: a metrics page, ASCII, as the scrape of a moment; empty where it cannot be read. */
export const scrapeOf = (text: string, at = 0, took = 5, wanted: Wanted = EVERYTHING): Scrape => {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const page = readExposition(bytes, { wanted })
  return { at, took, exposition: page.ok ? page.value : NOTHING }
}
