import { type Wanted, wantedFamilies } from '#src/domain/exposition/wanted.ts'
import type { MappedSignal } from './mappedSignal.ts'
import { WANTED } from './wantedNames.ts'

/** Compiled once: matching a line against it allocates nothing. */
const RECOGNISED = wantedFamilies(WANTED)

/** Each compiled set remembers up to a megabyte of names and labels of the pages it read. */
const MOST_KEPT = 20

/** By the names that are wanted besides, so that services that map alike share one. */
const compiled = new Map<string, Wanted>()

const namesOf = ({ metric, per, boundMetric }: MappedSignal): readonly string[] =>
  [metric, per, boundMetric].filter((name) => name !== null)

function compile(names: readonly string[]): Wanted {
  const key = names.join('\n')
  const known = compiled.get(key)
  if (known !== undefined) return known
  const made = wantedFamilies({ exact: [...WANTED.exact, ...names], suffixes: WANTED.suffixes })
  const [oldest] = compiled.keys()
  if (compiled.size >= MOST_KEPT && oldest !== undefined) compiled.delete(oldest)
  compiled.set(key, made)
  return made
}

/** By the list of a service, which stays the same from one poll to the next. */
const known = new WeakMap<readonly MappedSignal[], Wanted>()

/**
 * The families that a metrics page is read for: those that are recognised, and those that the fleet file maps to signals.
 * What was compiled is kept: it changes only the speed.
 */
export function wantedFamiliesOf(mapped: readonly MappedSignal[]): Wanted {
  if (mapped.length === 0) return RECOGNISED
  const found = known.get(mapped)
  if (found !== undefined) return found
  const made = compile([...new Set(mapped.flatMap(namesOf))].sort((a, b) => (a < b ? -1 : 1)))
  known.set(mapped, made)
  return made
}
