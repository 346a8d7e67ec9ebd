import type { Result } from '#src/domain/result.ts'
import type { NotAnExposition } from './exposition.ts'
import { type Family, familyGrouping } from './familyGrouping.ts'
import { type PageFacts, type PageOptions, pageReader } from './pageReader.ts'
import { everyFamily } from './wanted.ts'

/** Everything a page holds: families in the order in which it names them, those without samples included. */
export type FullExposition = PageFacts & { readonly families: readonly Family[] }

// One for all pages: what it remembers of names and labels changes only the speed, and is bounded.
const EVERY_FAMILY = everyFamily()

/**
 * Reads everything of a page, for somebody who wants to see it all; faults are answered as `expositionReader`
 * does.
 */
export const readAllFamilies = (
  bytes: Uint8Array,
  options: PageOptions = {},
): Result<FullExposition, NotAnExposition> => {
  const { sink, families } = familyGrouping()
  const reader = pageReader(EVERY_FAMILY, sink, options)
  reader.push(bytes)
  const facts = reader.end()
  return facts.ok ? { ok: true, value: { ...facts.value, families: families() } } : facts
}
