import { partsOfFields, versionReading } from './versionParts.ts'
import type { VersionReading } from './versionReading.ts'

/** `1.2.3`, `v1.2.3-rc1+abc`, `2026.01.15-3`: starts with digits (a v may stand before them) and has a dot or a v. */
const VERSION_TEXT = /^(?:v\d+|\d+\.\d+)(?:\.\d+){0,4}(?:[-+~._]?[\da-z][\w.+~:-]{0,80})?$/i

const COMMIT = /^[\da-f]{7,40}$/i
const FIELD_LINE = /^\s*["']?([\w .-]{1,40}?)["']?\s*[:=]\s*["']?(.{1,200}?)["']?\s*,?$/

/**
 * Reads plain text as a version answer: a version alone, a commit hash alone, `name 1.2.3` or `name/1.2.3` on one
 * line, or lines of `key: value` and `key=value`. Null for any other text.
 */
export const versionOfText = (text: string): VersionReading | null => {
  const lines = text.split(/\r?\n/, 50).map((line) => line.trim())
  const [first = '', ...others] = lines.filter((line) => line !== '')
  if (others.length > 0) return ofFields([first, ...others])
  if (VERSION_TEXT.test(first)) return versionReading('text', { version: first })
  if (COMMIT.test(first)) return versionReading('text', { commit: first })
  const named = /^[\w.@-]{1,60}(?:\/| +(?:version +)?)(\S+)$/i.exec(first)?.[1]
  if (named !== undefined && VERSION_TEXT.test(named)) return versionReading('text', { version: named })
  return ofFields([first])
}

const ofFields = (lines: readonly string[]): VersionReading | null => {
  const fields = lines.flatMap((line): [string, string][] => {
    const [, key, value] = FIELD_LINE.exec(line) ?? []
    return key === undefined || value === undefined ? [] : [[key, value]]
  })
  return versionReading('text', partsOfFields(fields))
}
