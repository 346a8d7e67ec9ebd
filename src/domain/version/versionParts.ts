import { parseTimestamp } from '#src/domain/time/parseTimestamp.ts'

import { fieldOf, plainFields, runtimeOf, tellingText } from './spellings.ts'
import type { VersionReading } from './versionReading.ts'

/** A reading from whatever is known of it, or null when that is nothing. */
export const versionReading = (
  from: string,
  known: Partial<Omit<VersionReading, 'from'>>,
): VersionReading | null => {
  const parts = { version: null, commit: null, builtAt: null, runtime: null, startedAt: null, ...known }
  return Object.values(parts).some((part) => part !== null) ? { ...parts, from } : null
}

/** What named fields tell, in any of the common spellings. Nested objects are not looked into. */
export const partsOfFields = (
  entries: Iterable<readonly [string, unknown]>,
): Omit<VersionReading, 'from'> => {
  const fields = plainFields(entries)
  return {
    version: tellingText(fieldOf(fields, 'version')),
    commit: tellingText(fieldOf(fields, 'commit')),
    builtAt: parseTimestamp(fieldOf(fields, 'builtAt')),
    runtime: runtimeOf(fields),
    startedAt: parseTimestamp(fieldOf(fields, 'startedAt')),
  }
}

/** Two readings of one answer: what the first does not tell is taken from the second. */
export const fillIn = (
  first: VersionReading | null,
  second: VersionReading | null,
): VersionReading | null => {
  if (first === null || second === null) return first ?? second
  return {
    version: first.version ?? second.version,
    commit: first.commit ?? second.commit,
    builtAt: first.builtAt ?? second.builtAt,
    runtime: first.runtime ?? second.runtime,
    startedAt: first.startedAt ?? second.startedAt,
    from: first.from,
  }
}
