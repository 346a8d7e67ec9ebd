import { formatBytes } from './formatBytes.ts'

/** What a number under one of these names is: bytes in any check, or in a check about room. */
const BYTES = /(^|[^a-z])bytes($|[^a-z])|Bytes($|[^a-z])/
const ROOM_CHECK = /disk|space|storage|volume|memory|heap/i
const ROOM = /^(total|free|threshold|used|usable|available|limit|max|committed|init|allocated|rss|size)$/i
/** Below this a bare number may be anything, and is as easy to read. */
const LEAST = 1024

const lastName = (key: string): string => key.split('.').at(-1) ?? key

/** A detail of a named check, sizes in the units of the signals: `252 GiB` for Spring's `total 270553174016`. */
export function detailText(check: string, key: string, value: string): string {
  if (!/^\d{4,15}$/.test(value) || Number(value) < LEAST) return value
  const isSize = BYTES.test(key) || (ROOM_CHECK.test(check) && ROOM.test(lastName(key)))
  return isSize ? formatBytes(Number(value)) : value
}
